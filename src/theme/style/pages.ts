/** Tables that become blocks on a phone, forms that narrow a list, files, the site map. */
export const pagesCss = `
.ngoai{font-size:.8em;padding-left:.15em;text-decoration:none;display:inline-block}
.bang{width:100%;font-size:1rem;margin:0 0 1em}
.bang th,.bang td{text-align:left;vertical-align:top;padding:.7rem .9rem .7rem 0;border-top:1px solid var(--ke-nhe)}
.bang thead th{border-top:0;border-bottom:2px solid var(--chinh);padding-top:0}
.bang ul{padding-left:1.1em;margin:0}
.bang tbody th{font-weight:600}
.bang th .mo{font-weight:400;font-size:.9rem}
@media (min-width:40rem){.bang{table-layout:fixed}.bang-van-ban .o-so{width:17%}.bang-van-ban .o-co-quan{width:18%}.bang-van-ban .o-ngay{width:6.8rem}.bang-van-ban .o-tep{width:9.5rem}}
@media (max-width:39.99rem){
.bang,.bang tbody,.bang tr,.bang td,.bang tbody th{display:block}
.bang thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.bang tr{border-top:1px solid var(--ke);padding:.9rem 0}
.bang td,.bang tbody th{border:0;padding:.15rem 0}
.bang [data-nhan]:before{content:attr(data-nhan) ": ";color:var(--mo)}
}
.con-thieu{color:var(--nguy)}
.loc{margin:0 0 1.6rem}
.loc p{margin:0 0 .8rem}
.loc label{display:block;font-size:1rem;font-weight:600;margin-bottom:.2rem}
.loc select{font:inherit;color:inherit;background:var(--mat);border:2px solid var(--ke);border-radius:.3rem;padding:.35rem .5rem;min-height:2.75rem;width:100%;min-width:0}
.loc-chu input{max-width:40rem}
.loc-hang{display:flex;flex-wrap:wrap;gap:.6rem;max-width:44rem}.loc-hang input{flex:1 1 14rem}.loc-hang .nut{flex:none}
.loc summary{cursor:pointer;min-height:2.75rem;display:list-item;padding:.4rem 0;color:var(--lien-ket)}
.loc-o{display:grid;gap:0 1.2rem;max-width:52rem}
@media (min-width:40rem){.loc-o{grid-template-columns:1fr 1fr}}
.thong-tin{margin:0 0 1.4em}
.thong-tin div{padding:.5rem 0;border-top:1px solid var(--ke-nhe)}
.thong-tin dt{color:var(--mo);font-size:1rem}.thong-tin dd{margin:0}
@media (min-width:40rem){.thong-tin div{display:grid;grid-template-columns:12rem 1fr;gap:1rem}}
.tep-nut{display:inline-flex;flex-wrap:wrap;gap:.6rem}
.nut-phu{background:none;color:var(--chinh)}
.tep-kem{list-style:none;padding:0}
.tep-kem li{border-top:1px solid var(--ke-nhe);padding:.8rem 0}
.tep-kem p{margin:0 0 .4rem}
@media (min-width:40rem){.so-do{columns:2;column-gap:3.5rem}.so-do .muc{break-inside:avoid}}
.so-do .muc:first-child>h2{margin-top:0}
@media print{.tep-nut,.ngoai{display:none}.bang{font-size:10pt}}
`
