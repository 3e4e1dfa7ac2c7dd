/** Masthead, menu, footer: the same on every page. */
export const frameCss = `
.dau-trang{background:var(--dau);color:var(--tren-dau);border-bottom:1px solid var(--ke-nhe)}
.dau-trang .khung{position:relative;display:flex;flex-wrap:wrap;align-items:center;gap:.9rem;padding-top:.8rem;padding-bottom:.8rem}
.nhan-hieu{display:flex;align-items:center;gap:.9rem;flex:1 1 12rem;color:inherit;text-decoration:none;min-width:0;position:relative;z-index:1}
.nhan-hieu:hover strong{text-decoration:underline;text-underline-offset:.18em}
.bieu-trung{width:3.4rem;height:3.4rem;flex:none;padding:.2rem;border-radius:50%;background:#fff;color:#12463f}
.bieu-trung img,.bieu-trung svg{width:100%;height:100%;object-fit:contain;border-radius:50%}
.nhan-hieu small{display:block;font-size:.8rem;line-height:1.35}
.nhan-hieu strong{display:block;font-size:1.12rem;line-height:1.3;text-wrap:balance}
.khau-hieu{display:none!important}
.hoa-nen{display:none}
.nut-hien-thi{display:none}
.menu-hep summary{list-style:none;cursor:pointer;border:2px solid currentColor;border-radius:var(--goc);padding:.25rem .8rem;min-height:2.75rem;display:flex;align-items:center;font-weight:600;color:var(--tren-dau);position:relative;z-index:1}
.menu-hep summary::-webkit-details-marker{display:none}
.menu-hep summary:after{content:"";width:.45em;height:.45em;border:solid currentColor;border-width:0 .14em .14em 0;transform:translateY(-.15em) rotate(45deg);margin-left:.6em}
.menu-hep[open] summary:after{transform:translateY(.12em) rotate(225deg)}
.menu-hep[open] summary{background:var(--tren-dau);color:var(--dau)}
.menu-hep nav{position:absolute;left:0;right:0;top:100%;background:var(--mat);color:var(--muc);border-bottom:4px solid var(--chinh);padding:.5rem 1rem 1rem;z-index:2;box-shadow:0 .6rem 1rem rgb(0 0 0/.12)}
.menu-hep ul,.menu-rong ul{list-style:none;margin:0;padding:0}
.menu-hep li a{display:block;padding:.6rem 0;border-bottom:1px solid var(--ke-nhe);text-decoration:none;font-weight:600}
.menu-hep [aria-current]{border-left:4px solid var(--chinh);padding-left:.7rem}
.menu-hep form{margin-top:.9rem}.menu-hep nav p{margin:.9rem 0 0}
.menu-rong{display:none;border-bottom:1px solid var(--ke-nhe);background:var(--mat)}
.menu-rong .khung{display:flex;align-items:center;justify-content:space-between;gap:2rem}
.menu-rong ul{display:flex;flex-wrap:wrap;gap:0 1.7rem}
.menu-rong li a{display:block;padding:.75rem 0 .6rem;text-decoration:none;font-size:1rem;font-weight:600;color:var(--muc);border-bottom:4px solid transparent}
.menu-rong li a:hover{border-bottom-color:var(--ke);color:var(--lien-ket)}
.menu-rong [aria-current]{border-bottom-color:var(--chinh)!important}
.menu-rong form{flex:0 1 19rem}
.tim{display:flex;gap:.5rem}
@media (min-width:60rem){
.menu-hep{display:none}.menu-rong{display:block}
.dau-trang .khung{padding-top:1.4rem;padding-bottom:1.4rem;overflow:hidden}
.nhan-hieu strong{font-size:1.6rem}.nhan-hieu small{font-size:.95rem}.khau-hieu{display:block!important}
.bieu-trung{width:5rem;height:5rem;padding:.3rem}
.hoa-nen{display:block;position:absolute;right:11rem;top:-3.2rem;width:13rem;height:13rem;opacity:.18}
.nut-hien-thi{display:block;margin:0;font-size:1rem;position:relative;z-index:1}.nut-hien-thi a{color:inherit}
.menu-rong .nut,.menu-rong input{font-size:1rem;min-height:2.5rem;padding:.2rem .8rem}
}
main{padding-top:1.2rem;padding-bottom:3rem;min-height:55vh}
@media (min-width:60rem){main{padding-top:2rem}}
.chan-trang{border-top:4px solid var(--chinh);background:var(--mat);font-size:1rem;padding:1.8rem 0 2.4rem}
.chan-trang h2{font-size:1.05rem;margin:0 0 .7em}
.chan-trang dl{display:grid;grid-template-columns:1fr;margin:0 0 1.2rem}
.chan-trang dt{color:var(--mo);font-size:.9rem}.chan-trang dd{margin:0 0 .5rem}
.chan-trang ul{list-style:none;margin:0 0 1rem;padding:0;columns:2;column-gap:1.5rem}
.chan-trang li{break-inside:avoid}.chan-trang li a{display:inline-block;padding:.35rem 0}
.hien-thi{border-top:1px solid var(--ke-nhe);padding-top:1.1rem}
.hien-thi p{margin:0 0 .2rem}.hien-thi .nhan{color:var(--mo);margin-right:.5rem}
.hien-thi a{display:inline-block;padding:.35rem .15rem;margin-right:.7rem}
.hien-thi [aria-current]{font-weight:700;text-decoration:none;color:var(--muc);border-bottom:3px solid var(--chinh)}
@media (min-width:60rem){.chan-cot{display:grid;grid-template-columns:1.25fr 1fr;gap:4rem}.chan-trang dl{grid-template-columns:12.5rem 1fr}.chan-trang dd{margin-bottom:.35rem}}
.duong-di{font-size:.95rem;color:var(--mo);margin:0 0 1rem}
.duong-di ol{list-style:none;display:flex;flex-wrap:wrap;margin:0;padding:0}
.duong-di li+li:before{content:"›";padding:0 .5em}
.duong-di a{color:inherit}
`
