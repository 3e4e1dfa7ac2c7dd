/** The home page's own shapes: lead story, good deeds, dates. */
export const homeCss = `
.dau-tien{margin-bottom:2rem}
.dau-tien img{border-radius:var(--goc);aspect-ratio:16/10;object-fit:cover;width:100%}
.dau-tien h2{margin:.3em 0;font-size:1.728rem}.dau-tien h2 a{color:var(--muc);text-decoration:none}.dau-tien h2 a:hover{text-decoration:underline;color:var(--lien-ket)}
.dau-tien p{margin:0}
.mo-dau .muc{margin-bottom:1.6rem}
.mo-dau .muc>h2{font-size:1.2rem;margin:0 0 .6rem}
.mo-dau .ngay-truoc li{padding:.45rem 0;line-height:1.45}
.mo-dau .tiep{margin-top:.4rem;font-size:1rem}
@media (min-width:60rem){.mo-dau.hai-phan{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:3rem;align-items:start}.mo-dau .ngay-truoc{font-size:1.08rem}.mo-dau .ngay-truoc li{padding:.7rem 0}
.dau-tien.co-anh{display:grid;grid-template-columns:1.5fr 1fr;gap:2.4rem;align-items:center}.hai-phan .dau-tien.co-anh{display:block}.hai-phan .dau-tien img{aspect-ratio:16/9}.dau-tien h2{font-size:2.15rem}.hai-cot{display:grid;grid-template-columns:1fr 1fr;gap:3.5rem}}
.muc>h2{border-bottom:2px solid var(--chinh);padding-bottom:.3em;margin:1.8em 0 .9em}
.tiep{font-weight:600;margin:1rem 0 0}
@media (min-width:60rem){.hai-cot>.muc>h2{margin-top:0}.hai-cot.cuoi{margin-top:3rem}}
.dai-am{background:var(--am);margin:2.8rem 0;padding:2rem 0;border-block:1px solid var(--ke-nhe)}
.dai-am h2{margin:0 0 1rem}
.dai-am .viec-tot{display:grid;gap:1.2rem}
.dai-am .viec-tot img{border-radius:var(--goc);aspect-ratio:4/3;object-fit:cover;width:100%}
.dai-am blockquote{border:0;padding:0;margin:0 0 .5em;font-size:1.3rem;line-height:1.5}
.dai-am blockquote:before{content:"“";display:block;font-size:3.2rem;line-height:1;height:.55em;color:var(--lien-ket)}
.dai-am ul{padding-left:1.1em;margin:1rem 0}
.dai-am .ten{font-weight:600}
@media (min-width:60rem){.dai-am .viec-tot.co-anh{grid-template-columns:24rem 1fr;align-items:center;gap:2.8rem}.dai-am blockquote{font-size:1.6rem;line-height:1.45}}
.ngay-truoc{list-style:none;padding:0;margin:0}
.ngay-truoc li{padding:.7rem 0;border-top:1px solid var(--ke-nhe)}.ngay-truoc li:first-child{border-top:0;padding-top:0}
.ngay-truoc .ngay{display:block}
.dang-dien-ra{color:var(--chinh)}
.lich li{display:grid;grid-template-columns:4.4rem 1fr;gap:1rem;align-items:start}
.to-lich{display:block;border:1px solid var(--ke);border-radius:var(--goc);background:var(--mat);text-align:center;line-height:1.25;overflow:hidden}
.to-lich b{display:block;font-size:1.5rem;font-variant-numeric:tabular-nums;padding:.1rem 0}
.to-lich span{display:block;font-size:.8rem;white-space:nowrap;background:var(--chinh);color:var(--tren-chinh);padding:.1rem 0}
.the{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;padding:0;margin:0}
.the a{display:inline-block;font-size:1rem;padding:.35rem .9rem;border:1px solid var(--ke);border-radius:2rem;background:var(--mat);text-decoration:none}
.the a:hover{text-decoration:underline;border-color:var(--chinh)}
.the [aria-current]{background:var(--chinh);color:var(--tren-chinh);border-color:var(--chinh)}
`
