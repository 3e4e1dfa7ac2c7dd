/** The band of emergencies: the strongest colour of the site, and the only place that has it. */
export const emergencyCss = `
.khan{background:var(--nguy-nen);color:var(--tren-nguy);border-block:2px solid transparent}
.khan .khung{padding-block:.7rem}
.khan p,.khan ul{margin:0;list-style:none}
.khan ul{padding:0}
.khan-nhan{display:flex;align-items:center;gap:.5rem;font-weight:700}
.khan svg{width:1.35em;height:1.35em;flex:none}
.khan a{color:inherit;font-weight:600;min-width:0}
.khan li{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .9rem;padding:.3rem 0;line-height:1.45}
.khan time{font-size:.9rem;font-variant-numeric:tabular-nums;white-space:nowrap}
.khan-tiep a{display:inline-block}
@media (min-width:60rem){.khan .khung{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:0 2rem;padding-block:.8rem}.khan-nhan{align-self:start;padding:.3rem 0;line-height:1.45}.khan-tiep{grid-column:2}}
@media print{.khan{border:1px solid #000;margin-bottom:4mm;break-inside:avoid}.khan .khung{padding:2mm 3mm}.khan-tiep{display:none}}
`
