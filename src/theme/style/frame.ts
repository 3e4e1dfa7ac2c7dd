export const frameCss = `
.dau-trang{border-bottom:1px solid var(--ke-nhe);background:var(--mat)}
.dau-trang .khung{display:flex;align-items:center;gap:.9rem;padding-top:.9rem;padding-bottom:.9rem}
.nhan-hieu{display:flex;align-items:center;gap:.9rem;flex:1;color:inherit;text-decoration:none;min-width:0}
.bieu-trung{width:3.4rem;height:3.4rem;flex:none;color:var(--chinh)}
.bieu-trung img{width:100%;height:100%;object-fit:contain}
.nhan-hieu small{display:block;font-size:.8rem;color:var(--mo);line-height:1.3}
.nhan-hieu strong{display:block;font-size:1.12rem;line-height:1.25;color:var(--chinh);text-wrap:balance}
.menu-hep summary{list-style:none;cursor:pointer;border:2px solid var(--chinh);border-radius:.3rem;padding:.25rem .8rem;min-height:2.75rem;display:flex;align-items:center;font-weight:600;color:var(--chinh)}
.menu-hep summary::-webkit-details-marker{display:none}
.menu-hep[open] summary{background:var(--chinh);color:var(--tren-chinh)}
.menu-hep{position:static}
.menu-hep nav{position:absolute;left:0;right:0;background:var(--mat);border-bottom:1px solid var(--ke);padding:.5rem 1rem 1rem;margin-top:.9rem;z-index:1}
.menu-hep ul,.menu-rong ul{list-style:none;margin:0;padding:0}
.menu-hep li a{display:block;padding:.55rem 0;border-bottom:1px solid var(--ke-nhe)}
.menu-hep form{margin-top:.9rem}
.menu-rong{display:none;border-bottom:1px solid var(--ke-nhe);background:var(--mat)}
.menu-rong .khung{display:flex;align-items:center;justify-content:space-between;gap:2rem}
.menu-rong ul{display:flex;flex-wrap:wrap;gap:0 1.6rem}
.menu-rong li a{display:block;padding:.6rem 0;text-decoration:none;font-size:1rem;font-weight:600}
.menu-rong li a:hover{text-decoration:underline}
.menu-rong form{max-width:20rem}
.tim{display:flex;gap:.5rem}
@media (min-width:60rem){.menu-hep{display:none}.menu-rong{display:block}.nhan-hieu strong{font-size:1.44rem}.bieu-trung{width:4.2rem;height:4.2rem}.menu-rong .nut,.menu-rong input{font-size:1rem;min-height:2.5rem;padding:.2rem .8rem}}
main{padding-top:1.2rem;padding-bottom:3rem;min-height:55vh}
.chan-trang{border-top:4px solid var(--chinh);background:var(--mat);font-size:1rem;padding:1.6rem 0 2.4rem}
.chan-trang p{margin:0 0 .35em}
.chan-trang dl{display:grid;grid-template-columns:1fr;gap:.2rem 1.2rem;margin:0}
.chan-trang dt{color:var(--mo);font-size:.9rem}.chan-trang dd{margin:0 0 .5rem}
@media (min-width:60rem){.chan-trang dl{grid-template-columns:auto 1fr auto 1fr}}
.duong-di{font-size:.95rem;color:var(--mo);margin:0 0 1rem}
.duong-di a{color:inherit}
`
