/** The desk's own few rules, after the site's (what one types in keeps its own ground: yellow behind a whole text tires): one column on a phone, verbs at the thumb, nothing sticky over another. */
export const deskCss = `
.ban{display:flex;flex-wrap:wrap;gap:.3rem 1rem;align-items:center;background:var(--dau);color:var(--tren-dau);padding:.6rem 1rem}
.ban a{color:inherit;display:inline-flex;align-items:center;min-height:2.75rem}
.ban .ten{flex:1 1 12rem;font-weight:700;text-decoration:none;gap:.6rem;line-height:1.3}
.ban img,.ban .hoa{width:2.2rem;height:2.2rem;object-fit:contain;flex:none}
.ban nav{display:flex;flex-wrap:wrap;gap:0 1.1rem;align-items:center}
.ban details{position:relative}.ban summary{cursor:pointer;min-height:2.75rem;display:inline-flex;align-items:center}.ban details[open]{flex-basis:100%}.ban details>div{display:flex;flex-wrap:wrap;gap:0 1.1rem;align-items:center}
.ban form{margin:0}.ban button{font:inherit;background:none;border:0;color:inherit;text-decoration:underline;min-height:2.75rem;padding:0;cursor:pointer}
.lam{max-width:44rem;margin:0 auto;padding:0 1rem 4rem}.lam.rong{max-width:70rem}
@media (min-width:40rem){.lam{padding:0 2rem 4rem}}
.lam h1{margin-top:1.2rem}.lam h2{font-size:1.2rem}
.o{margin:0 0 1.4rem}.o>label,.o>.nhan,legend{display:block;font-weight:600;margin-bottom:.25rem;padding:0}
.goi-y{color:var(--mo);font-size:.95rem;margin:0 0 .4rem}
input[type=text],input[type=email],input[type=password],input[type=tel],input[type=date],input[type=time],textarea,select{font:inherit;color:inherit;background:var(--mat);border:2px solid var(--ke);border-radius:.3rem;padding:.35rem .7rem;min-height:2.75rem;width:100%;min-width:0}
input[type=file]{font:inherit;max-width:100%}input[type=color]{width:4rem;height:2.75rem;padding:.2rem;border:2px solid var(--ke);border-radius:.3rem;background:var(--mat)}
.lam :is(input,textarea,select):focus-visible{background:var(--mat);color:inherit!important}
input:is([type=date],[type=time]):focus-within{outline:3px solid var(--tieu-diem);outline-offset:0;box-shadow:0 4px #1d1b19}
textarea{min-height:9rem;line-height:1.5;resize:vertical}
.sai input,.sai textarea,.sai select{border-color:var(--nguy);border-width:3px}
.loi{color:var(--nguy);font-weight:600;margin:.1rem 0 .4rem}
.tom-loi{border:3px solid var(--nguy);border-radius:.3rem;padding:.8rem 1rem;margin:1rem 0 1.5rem}.tom-loi h2{margin:.1rem 0 .4rem}.tom-loi ul{margin:0;padding-left:1.2rem}.tom-loi a{color:var(--nguy)}
.da-lam{border-left:6px solid var(--chinh);background:var(--am);padding:.7rem 1rem;margin:1rem 0}
.chon{display:flex;gap:.7rem;align-items:flex-start;padding:.6rem 0;border-top:1px solid var(--ke-nhe)}
.chon .noi{flex:1;min-width:0}.chon input{width:1.5rem;height:1.5rem;flex:none;margin:.25rem 0 0}.chon label{flex:1;min-width:0;font-weight:600}.chon p{margin:.1rem 0 0;font-weight:400}
.viec{list-style:none;padding:0}.viec li{border-top:1px solid var(--ke-nhe);padding:.7rem 0;display:flex;gap:.3rem 1rem;flex-wrap:wrap;align-items:baseline}
.viec a{font-weight:600;flex:1 1 14rem;min-height:2.75rem}.viec .nho{color:var(--mo);font-size:.95rem}.viec .nho a{display:inline-flex;align-items:center;min-height:2.75rem;flex:none}.viec form{margin:0}
.buoc{list-style:none;padding:0;counter-reset:buoc}.buoc li{counter-increment:buoc;border-top:1px solid var(--ke-nhe);padding:.8rem 0;display:flex;gap:.2rem .9rem;flex-wrap:wrap;align-items:baseline}
.buoc li::before{content:counter(buoc);font-weight:700;color:var(--chinh);min-width:1.4rem}.buoc a{font-weight:600;flex:1 1 14rem}
.the{display:inline-block;border:2px solid currentColor;border-radius:1rem;padding:0 .7rem;font-size:.9rem;white-space:nowrap}.the.xong{color:var(--chinh)}
.nut.phu{background:none;color:var(--chinh)}.nut.nguy{background:none;border-color:var(--nguy);color:var(--nguy)}
.hang{display:flex;gap:.7rem;flex-wrap:wrap;margin:1.2rem 0}
.bang{overflow-x:auto}.bang table{width:100%}.bang th,.bang td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-top:1px solid var(--ke-nhe);overflow-wrap:normal}.bang td{overflow-wrap:anywhere;min-width:6rem}
.khung-xem{width:100%;height:70vh;border:1px solid var(--ke);border-radius:.3rem;background:var(--mat)}
@media (min-width:62rem){.lam.rong{max-width:84rem}.doc{display:grid;grid-template-columns:minmax(0,3fr) minmax(20rem,2fr);gap:2.5rem;align-items:start}}
.nen{display:flex;flex-wrap:wrap;gap:0 1.2rem;margin:.5rem 0}.nen a{display:inline-flex;align-items:center;min-height:2.75rem}.nen [aria-current]{font-weight:700;text-decoration:none;color:inherit}
.su-that{margin:0 0 1rem}.su-that div{display:flex;gap:.2rem .8rem;flex-wrap:wrap;border-top:1px solid var(--ke-nhe);padding:.3rem 0}.su-that dt{color:var(--mo);min-width:7rem}.su-that dd{margin:0;flex:1;overflow-wrap:anywhere}
.luu-y,.doi,.kem,.y-kien{padding-left:1.2rem}.luu-y li,.doi li,.kem li,.y-kien li{margin:.4rem 0;overflow-wrap:anywhere}.kem a{display:inline-flex;min-height:2.2rem;align-items:center}.y-kien blockquote{margin:.3rem 0;white-space:pre-line}
ins{background:var(--am);text-decoration:underline;text-underline-offset:.2em}del{color:var(--mo)}
.diem{border-top:1px solid var(--ke-nhe);padding:.6rem 0;margin:0}.diem legend{float:left;width:100%;font-weight:400}.diem .ba{clear:both;display:flex;flex-wrap:wrap;gap:.2rem .5rem}
.diem label{display:inline-flex;align-items:center;gap:.4rem;min-height:2.75rem;padding:0 .8rem 0 .4rem;border:2px solid var(--ke);border-radius:.3rem}.diem label:has(:checked){border-color:var(--chinh);background:var(--am)}.diem input{width:1.3rem;height:1.3rem;margin:0}
.diem.sai .ba label{border-color:var(--nguy)}.hai{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 1rem}.the.gap{color:var(--nguy)}
.viec-khac{border-top:1px solid var(--ke-nhe)}.viec-khac summary{min-height:2.75rem;padding:.5rem 0}.duyet textarea{min-height:4.5rem}
fieldset{border:0;margin:0 0 1.4rem;padding:0;min-width:0}
.trong-khong{text-align:center;color:var(--mo);padding:2rem 0}.trong-khong .hoa{width:5rem;color:var(--chinh)}
ol.ban-in{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:1rem}.ban-in li{break-inside:avoid}.ban-in img,.ban-in .o-trong{display:flex;align-items:center;justify-content:center;width:100%;aspect-ratio:4/3;object-fit:contain;background:var(--am)}.ban-in p{font-size:.9rem;margin:.3rem 0 0;overflow-wrap:anywhere}
details.them{margin:.5rem 0}details.them summary{cursor:pointer;padding:.6rem 0;min-height:2.75rem;font-weight:600}
.thieu-gi{border-left:6px solid var(--ke);padding:.2rem 1rem;margin:1rem 0}.thieu-gi a{display:inline-flex;min-height:2.2rem;align-items:center}
.cac-anh{list-style:none;padding:0}.anh{display:flex;flex-wrap:wrap;gap:.8rem;border-top:1px solid var(--ke-nhe);padding:.8rem 0}.anh img{width:8rem;height:6rem;object-fit:cover;border-radius:.3rem}.anh>div{flex:1 1 16rem;min-width:0}.anh p{margin:0 0 .4rem}
.chon-mot{display:inline-flex;gap:.6rem;align-items:center;min-height:2.75rem;margin-right:1.2rem}.chon-mot input{flex:none;width:1.5rem;height:1.5rem;margin:0}.ca-anh{max-width:100%;max-height:80vh;height:auto}.tom-loi li a{display:inline-block;padding:.6rem 0}
.viet textarea[name=noiDung]{min-height:22rem}.dau-chu{display:flex;flex-wrap:wrap;gap:.4rem;margin:0 0 .4rem}.dau-chu button{font:inherit;min-height:2.75rem;padding:0 .8rem;border:2px solid var(--ke);border-radius:.3rem;background:var(--mat);color:inherit}
.giu{color:var(--mo);margin:.3rem 0}.ban-khac{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
@media print{.ap-phich{break-after:page}main:has(.ap-phich) h1{display:none}.ap-phich .qr{width:11cm}}.ban-doc{font-size:1.35rem;line-height:1.8;max-width:40rem}.ap-phich{text-align:center;border:1px solid var(--ke);padding:1.5rem;margin:0 0 1.5rem}.ap-phich h2{font-size:2.2rem;margin:.3rem 0}.ap-loi{font-size:1.4rem;font-weight:700}.qr{width:min(16rem,100%)}.ma{font-weight:700;white-space:nowrap}.ma-lon{font-size:2rem;font-weight:700;letter-spacing:.08em}.y-tra-loi{white-space:pre-line;overflow-wrap:anywhere}
@media print{.khong-in,.ban,.bo-qua{display:none}}.giay{border:1px solid var(--ke);padding:1rem 1.4rem}.giay-don-vi{font-weight:700}.giay-o{list-style:none;padding:0}.o-vuong{display:inline-block;width:1em;height:1em;border:2px solid currentColor;vertical-align:-.1em}.giay-ky{display:flex;flex-wrap:wrap;gap:1rem 3rem}.giay-anh{max-width:16rem;max-height:20rem;border:1px solid var(--ke)}
/* Quotas: the subject stays in sight, the months turn below it. */
.cac-thang{display:flex;flex-wrap:wrap;gap:.2rem .6rem}.dong-nhap{border-top:2px solid var(--ke-nhe);padding-top:.6rem}.dong-nhap .o{margin-bottom:.6rem}.ke-bang{overflow-x:auto;position:relative}.ke-bang table{min-width:44rem;width:100%}.ke-bang th,.ke-bang td{text-align:left;vertical-align:top;padding:.4rem .6rem;border:1px solid var(--ke-nhe)}.ke-bang thead th{white-space:nowrap}.ke-bang .luu-y{margin:0}.in-bang tbody{break-inside:avoid}.in-bang thead{display:table-header-group}.in-ky,.in-dau{display:none}main:has(.in-bang){page:ke-hoach}@page ke-hoach{size:A4 landscape;margin:20mm 15mm}@media print{.nen{display:none}main:has(.in-bang){max-width:none;padding:0}.in-bang{overflow:visible}.in-bang table{font-size:11pt;min-width:0}.in-bang th,.in-bang td{border:1px solid #000;padding:1mm 2mm}.in-bang a{color:inherit;text-decoration:none}.in-dau{display:block;font-weight:700}.in-ky{display:flex;justify-content:space-around;margin-top:8mm;font-weight:700;break-inside:avoid;padding-bottom:25mm}}
.luoi{overflow-x:auto;position:relative;margin:0 0 1.5rem}.luoi table{min-width:100%}.luoi th,.luoi td{padding:.4rem .6rem;border-top:1px solid var(--ke-nhe);text-align:center;min-width:3.4rem;white-space:nowrap}.luoi tbody th,.luoi thead th:first-child{position:sticky;left:0;background:var(--giay);text-align:left;min-width:7rem;max-width:11rem;white-space:normal}.luoi td a{display:inline-flex;align-items:center;justify-content:center;min-height:2.75rem;min-width:2.75rem;gap:.2rem}.o-thieu a{color:var(--nguy);font-weight:700}@media (max-width:40rem){.luoi .xa{display:none}.luoi th,.luoi td{padding:.4rem .2rem;min-width:2.75rem}.luoi tbody th,.luoi thead th:first-child{min-width:5.5rem;max-width:7rem;overflow-wrap:anywhere}}@media (min-width:40.01rem){.chi-hep{display:none}}
progress{width:100%;height:1.2rem}
`
