export const contentCss = `
.danh-sach{list-style:none;padding:0;margin:0}
.danh-sach>li{display:grid;grid-template-columns:1fr;gap:.9rem;padding:1rem 0;border-top:1px solid var(--ke-nhe)}
.danh-sach>li:first-child{border-top:0;padding-top:0}
.danh-sach .co-anh{grid-template-columns:1fr min(6.5rem,30vw)}
.danh-sach img{border-radius:.3rem;aspect-ratio:4/3;object-fit:cover;width:100%}
.danh-sach .ten{margin:.15em 0 .25em;font-size:1.15rem}.danh-sach .ten a{color:var(--muc);text-decoration:none}.danh-sach .ten a:hover{text-decoration:underline;color:var(--lien-ket)}
.danh-sach p{margin:0;max-width:42rem;font-size:1.02rem;line-height:1.55}
.danh-sach .ten{text-wrap:wrap}
@media (max-width:39.99rem){.tom .ten+p{display:none}}
@media (min-width:60rem){.tom .danh-sach{display:grid;grid-template-columns:1fr 1fr;gap:0 3.5rem}.tom .danh-sach>li:nth-child(2){border-top:0;padding-top:0}}
.tim+p{margin-top:1rem}
@media (min-width:40rem){.danh-sach .co-anh{grid-template-columns:1fr 11rem}}
.nhan-loai{font-size:.9rem;font-weight:600;color:var(--chinh)}
.bai{max-width:42rem;margin:0 auto}
.bai h1{margin:.15em 0 .5em}
.sa-po{font-size:1.25rem;line-height:1.5;color:var(--muc)}
.ben-viet{color:var(--mo);font-size:1rem;border-top:1px solid var(--ke-nhe);border-bottom:1px solid var(--ke-nhe);padding:.5em 0;margin-bottom:1.4em}
.ben-viet p{margin:0}
.het{display:block;width:1.9rem;height:1.9rem;color:var(--lien-ket);margin:1.6rem auto}
.ghi-chu{border:1px solid var(--ke);border-left-width:6px;padding:.8rem 1rem;margin:1.5em 0;font-size:1rem}
.ghi-chu p:last-child{margin:0}
.da-duyet{font-size:1rem;border-top:1px solid var(--ke-nhe);padding-top:1em;margin-top:1.5em}
.da-duyet code{overflow-wrap:anywhere;font-size:.9rem}
.ba-anh{display:grid;gap:1rem}
@media (min-width:40rem){.ba-anh{grid-template-columns:1fr 1fr}.ba-anh>:only-child{grid-column:1/-1}}
.cot-bai{max-width:42rem;margin:0 auto}
.cot-bai .muc{margin-top:3rem}
.trong{text-align:center;padding:3rem 0;max-width:34rem;margin:0 auto}
.trong .hoa{width:6rem;height:6rem;color:var(--lien-ket)}
.trang-so{margin:1.8rem 0;font-weight:600;display:flex;flex-wrap:wrap;gap:.6rem 1.6rem}
.trang-so a{display:inline-block;padding:.45rem 0}
.mot-cot{max-width:50rem}
@media (min-width:60rem){.hai-ben{display:grid;grid-template-columns:minmax(0,1fr) 17rem;gap:4rem;align-items:start}.hai-ben .loi-di:first-child{border-top:0;margin-top:4.2rem;padding-top:0}}
.loi-di{border-top:1px solid var(--ke-nhe);padding-top:1.2rem;margin-top:1.5rem}.loi-di h2{font-size:1.05rem;margin:0 0 .8rem}
.cay,.cay ul{list-style:none;padding:0}.cay ul{padding-left:1.3rem;border-left:2px solid var(--ke-nhe);margin:0 0 .4rem}.cay ul ul ul ul ul{padding-left:0;border-left:0}
.cay a{display:inline-block;padding:.4rem 0}
.lich-su{font-size:1rem;margin-top:1rem}.lich-su summary,.da-duyet summary{cursor:pointer;padding:.5rem 0;min-height:2.75rem}
mark{background:var(--am);color:inherit;padding:0 .1em}
.dich-den{font-size:.9em;color:var(--mo);overflow-wrap:anywhere}
.bang-trinh dt{font-weight:600;margin-top:.7em}.bang-trinh dd{margin:0}
`
