export const searchCss = `
.tim-ky{max-width:46rem}
.tim-ky label{display:block;font-weight:600;margin-bottom:.2rem}
.tim-ky>.mo{font-size:.95rem;margin:.4rem 0 .6rem}
.loc summary{cursor:pointer;min-height:2.75rem;padding:.5rem 0;font-weight:600;color:var(--lien-ket)}
.loc-o{display:grid;gap:.9rem;padding:.3rem 0 1rem}
.loc-o p{margin:0;min-width:0}
.loc-o select,.loc-o input{font:inherit;color:inherit;background:var(--mat);border:2px solid var(--ke);border-radius:.3rem;padding:.35rem .6rem;min-height:2.75rem;width:100%;max-width:100%}
@media (min-width:40rem){.loc-o{grid-template-columns:1fr 1fr}.loc-nut{grid-column:1/-1}}
.so-ket-qua{margin:1rem 0;font-weight:600}
.loc-dang{display:flex;flex-wrap:wrap;gap:.4rem .8rem;list-style:none;padding:0}
.loc-dang li{border:1px solid var(--ke-nhe);border-radius:.3rem;padding:.25rem .6rem;font-size:1rem}
.loc-dang a{display:inline-block;padding:.15rem .3rem}
.ket-qua{max-width:52rem}
.ket-qua mark{font-weight:600}
.trang-so{display:flex;flex-wrap:wrap;gap:.6rem 2rem}
.trang-so a{display:inline-block;padding:.5rem 0}
.y-ban{margin-top:1.5rem;border-left:6px solid var(--ke);padding-left:1rem}
.y-ban h2{margin-top:0;font-size:1.2rem}
`
