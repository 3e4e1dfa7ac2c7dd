/**
 * Rule: no word is too long. `anywhere`, unlike `break-word`, lets columns and cells become narrower than their longest word, so
 * what must stay whole says so: buttons here, the columns of tables in pages.ts.
 */
export const baseCss = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--giay);color:var(--muc);font:1.125rem/1.65 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;overflow-wrap:anywhere}
@media (min-width:60rem){body{font-size:1.25rem}}
h1,h2,h3,h4{line-height:1.25;margin:1.6em 0 .5em;font-weight:700;text-wrap:balance}
h1{font-size:1.728rem;margin-top:.4em}h2{font-size:1.44rem}h3{font-size:1.2rem}h4{font-size:1rem}
@media (min-width:60rem){h1{font-size:2.3rem}h2{font-size:1.563rem}}
p,ul,ol,blockquote,figure,dl{margin:0 0 1em}
a{color:var(--lien-ket);text-underline-offset:.18em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:3px solid var(--tieu-diem);outline-offset:0;background:var(--tieu-diem);color:#1d1b19!important;box-shadow:0 4px #1d1b19}
img{max-width:100%;height:auto;display:block}
picture{display:contents}source{display:none}
figure{margin:1.5em 0}video{display:block;width:100%;height:auto;max-height:80vh;background:#000;border-radius:.3rem}audio{display:block;width:100%}.phim-ngoai{border:2px solid var(--ke);border-radius:.3rem;padding:.9rem 1rem}.phim-ngoai a{font-weight:600}.phim-ngoai::before{content:"▶ ";color:var(--chinh)}.phim-ve{margin:.4rem 0 0}
figcaption{font-size:.9rem;color:var(--mo);padding-top:.45em}
hr{border:0;border-top:1px solid var(--ke-nhe);margin:2em 0}
blockquote{border-left:4px solid var(--chinh);padding:.1em 0 .1em 1em;margin-left:0}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
.an{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.bo-qua{position:absolute;left:-999rem}.bo-qua:focus{left:1rem;top:.5rem;padding:.4rem .8rem;z-index:2}
.khung{max-width:70rem;margin:0 auto;padding:0 1rem}
@media (min-width:40rem){.khung{padding:0 2rem}}
.mo{color:var(--mo)}
.ngay{color:var(--mo);font-size:.9rem;font-variant-numeric:tabular-nums}
.nut{display:inline-block;flex:none;max-width:100%;font:inherit;font-weight:600;border:2px solid var(--chinh);background:var(--chinh);color:var(--tren-chinh);border-radius:.3rem;padding:.4rem 1rem;min-height:2.75rem;cursor:pointer;text-decoration:none}
input[type=search]{font:inherit;color:inherit;background:var(--mat);border:2px solid var(--ke);border-radius:.3rem;padding:.35rem .7rem;min-height:2.75rem;min-width:0;width:100%}
`
