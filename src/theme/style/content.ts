export const contentCss = `
.danh-sach{list-style:none;padding:0;margin:0}
.danh-sach>li{display:grid;grid-template-columns:1fr;gap:.9rem;padding:1rem 0;border-top:1px solid var(--ke-nhe)}
.danh-sach>li:first-child{border-top:0;padding-top:0}
.danh-sach .co-anh{grid-template-columns:1fr 6.5rem}
.danh-sach img{border-radius:.3rem;aspect-ratio:4/3;object-fit:cover;width:100%}
.danh-sach .ten{margin:.1em 0 .2em;font-size:1.2rem}.danh-sach .ten a{color:var(--muc);text-decoration:none}.danh-sach .ten a:hover{text-decoration:underline;color:var(--lien-ket)}
.danh-sach p{margin:0;max-width:42rem}
.danh-sach .ten{text-wrap:wrap}
@media (max-width:39.99rem){.tom .ten+p{display:none}}
@media (min-width:60rem){.tom .danh-sach{display:grid;grid-template-columns:1fr 1fr;gap:0 3.5rem}.tom .danh-sach>li:nth-child(2){border-top:0;padding-top:0}}
.tim+p{margin-top:1rem}
.dai-am img{background:var(--ke-nhe)}
@media (min-width:40rem){.danh-sach .co-anh{grid-template-columns:1fr 11rem}}
.nhan-loai{font-size:.9rem;font-weight:600;color:var(--chinh)}
.dau-tien{margin-bottom:2rem}
.dau-tien img{border-radius:.4rem;aspect-ratio:16/10;object-fit:cover;width:100%}
.dau-tien h2{margin:.3em 0;font-size:1.728rem}.dau-tien h2 a{color:var(--muc);text-decoration:none}.dau-tien h2 a:hover{text-decoration:underline}
@media (min-width:60rem){.dau-tien.co-anh{display:grid;grid-template-columns:1.35fr 1fr;gap:2.2rem;align-items:center}.dau-tien h2{font-size:2.2rem}.hai-cot{display:grid;grid-template-columns:1fr 1fr;gap:3.5rem}}
.muc>h2{border-bottom:2px solid var(--chinh);padding-bottom:.3em;margin:1.6em 0 .8em}
@media (min-width:60rem){.hai-cot>.muc>h2{margin-top:0}}
.dai-am{background:var(--am);margin:2.5rem 0;padding:1.8rem 0}
.dai-am h2{margin-top:0}
.dai-am .viec-tot{display:grid;gap:1.2rem}
.dai-am .viec-tot img{border-radius:.4rem;aspect-ratio:4/3;object-fit:cover;width:100%}
.dai-am blockquote{border:0;padding:0;margin:0 0 .6em;font-size:1.25rem;line-height:1.5}
.dai-am a{color:var(--lien-ket)}
@media (min-width:60rem){.dai-am .viec-tot.co-anh{grid-template-columns:20rem 1fr;align-items:center;gap:2.2rem}.dai-am blockquote{font-size:1.563rem}}
.ngay-truoc{list-style:none;padding:0;margin:0}
.ngay-truoc li{padding:.6rem 0;border-top:1px solid var(--ke-nhe)}.ngay-truoc li:first-child{border-top:0;padding-top:0}
.ngay-truoc .ngay{display:block}
.the{display:flex;flex-wrap:wrap;gap:.5rem .9rem;list-style:none;padding:0;margin:0}
.the a{display:inline-block;padding:.15rem 0}
.bai{max-width:42rem;margin:0 auto}
.bai h1{margin:.15em 0 .5em}
.sa-po{font-size:1.25rem;line-height:1.5;color:var(--muc)}
.ben-viet{color:var(--mo);font-size:1rem;border-top:1px solid var(--ke-nhe);border-bottom:1px solid var(--ke-nhe);padding:.5em 0;margin-bottom:1.4em}
.ben-viet p{margin:0}
.het{display:block;width:1.9rem;height:1.9rem;color:var(--lien-ket);margin:1.6rem auto}
.ghi-chu{border:1px solid var(--ke);border-left-width:6px;padding:.8rem 1rem;margin:1.5em 0;font-size:1rem}
.ghi-chu p:last-child{margin:0}
.da-duyet{font-size:1rem;border-top:1px solid var(--ke-nhe);padding-top:1em;margin-top:1.5em}
.da-duyet summary{cursor:pointer;min-height:2.75rem}
.da-duyet code{overflow-wrap:anywhere;font-size:.9rem}
.ba-anh{display:grid;gap:1rem}
@media (min-width:40rem){.ba-anh{grid-template-columns:1fr 1fr}}
.trong{text-align:center;padding:3rem 0;max-width:34rem;margin:0 auto}
.trong .hoa{width:6rem;height:6rem;color:var(--lien-ket)}
.trang-so{margin:1.5rem 0;font-weight:600}
mark{background:var(--am);color:inherit;padding:0 .1em}
.dich-den{font-size:.9em;color:var(--mo);overflow-wrap:anywhere}
.bang-trinh dt{font-weight:600;margin-top:.7em}.bang-trinh dd{margin:0}
@media print{
@page{size:A4;margin:20mm 18mm}
body{font:11.5pt/1.5 Georgia,"Times New Roman","Noto Serif",serif;background:#fff;color:#000}
.menu-hep,.menu-rong,.bo-qua,.duong-di,.lien-quan,form{display:none!important}
.dau-trang,.chan-trang{background:none;border-color:#000}
a{color:#000}.bai a[href^="http"]:after{content:" [" attr(href) "]";font-size:.85em;overflow-wrap:anywhere}
figure,blockquote,.ghi-chu{break-inside:avoid}h2,h3{break-after:avoid}
.da-duyet{border-top:1px solid #000}
img{max-height:120mm;width:auto}
}
`
