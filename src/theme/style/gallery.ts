export const galleryCss = `
.kho-anh{list-style:none;padding:0;margin:1.2rem 0;display:grid;grid-template-columns:1fr 1fr;gap:1.2rem 1rem}
.kho-anh a{display:block;color:inherit;text-decoration:none}
.kho-anh a:hover span{text-decoration:underline;color:var(--lien-ket)}
.kho-anh img{width:100%;aspect-ratio:4/3;object-fit:cover;border-radius:.3rem}
.phim-bia{position:relative;display:block;aspect-ratio:4/3;background:var(--nen-diu,#eee);border-radius:.3rem;overflow:hidden}.phim-bia>span{position:absolute;left:.5rem;bottom:.5rem;margin:0;padding:.1rem .5rem;border-radius:.3rem;background:#000c;color:#fff;font-size:.85rem}
.kho-anh a>span:last-child{display:block;font-size:.9rem;line-height:1.45;margin-top:.4rem}
.chon{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem .9rem;margin:.6rem 0}
.chon>span{color:var(--mo);font-size:.95rem}
@media (min-width:60rem){.kho-anh{grid-template-columns:1fr 1fr 1fr;gap:1.8rem 1.6rem}}
`
