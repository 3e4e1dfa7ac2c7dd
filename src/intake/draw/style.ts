/** The public forms' own few rules, after the site's: one column, large targets, what is wrong beside its field. */
export const intakeCss = `
.gui{display:flex;flex-wrap:wrap;gap:.3rem 1rem;align-items:center;background:var(--dau);color:var(--tren-dau);padding:.6rem 1rem}
.gui a{color:inherit;display:inline-flex;align-items:center;gap:.6rem;min-height:2.75rem;font-weight:700;text-decoration:none;line-height:1.3}
.gui img,.gui .hoa{width:2.2rem;height:2.2rem;object-fit:contain;flex:none}
.lam{max-width:40rem;margin:0 auto;padding:0 1rem 4rem}.lam h1{margin-top:1.2rem}.lam h2{font-size:1.2rem}
.o{margin:0 0 1.4rem}.o>label,legend{display:block;font-weight:600;margin-bottom:.25rem;padding:0}.goi-y{color:var(--mo);font-size:.95rem;margin:0 0 .4rem}
input[type=text],input[type=date],textarea{font:inherit;color:inherit;background:var(--mat);border:2px solid var(--ke);border-radius:.3rem;padding:.35rem .7rem;min-height:2.75rem;width:100%;min-width:0}
input[type=file]{font:inherit;max-width:100%;min-height:2.75rem}textarea{min-height:9rem;line-height:1.5;resize:vertical}
.lam :is(input,textarea):focus-visible{background:var(--mat);color:inherit!important}
.sai :is(input,textarea){border-color:var(--nguy);border-width:3px}.loi{color:var(--nguy);font-weight:600;margin:.1rem 0 .4rem}
.tom-loi{border:3px solid var(--nguy);border-radius:.3rem;padding:.8rem 1rem;margin:1rem 0 1.5rem}.tom-loi h2{margin:.1rem 0 .4rem}.tom-loi ul{margin:0;padding-left:1.2rem}.tom-loi a{color:var(--nguy)}
.da-lam{border-left:6px solid var(--chinh);background:var(--am);padding:.7rem 1rem;margin:1rem 0}
fieldset{border:0;margin:0 0 1.4rem;padding:0;min-width:0}.chon-mot{display:flex;gap:.6rem;align-items:center;min-height:2.75rem}.chon-mot input{width:1.5rem;height:1.5rem;margin:0;flex:none}
.hang{display:flex;gap:.7rem;flex-wrap:wrap;margin:1.2rem 0}.ma-lon{font-size:1.6rem;font-weight:700;letter-spacing:.08em;overflow-wrap:anywhere}
.anh-gui{list-style:none;padding:0}.anh-gui li{border-top:1px solid var(--ke-nhe);padding:.5rem 0;overflow-wrap:anywhere}.an{position:absolute;left:-999em}
.hoi-dap{border-left:6px solid var(--ke);padding:.2rem 1rem;margin:1rem 0}.hoi-dap p{overflow-wrap:anywhere;white-space:pre-line}progress{width:100%;height:1.2rem}
`
