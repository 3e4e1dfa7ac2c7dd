/** An article on A4: black on white, targets of links beside them, source and approval at the foot. */
export const printCss = `
.chi-in{display:none}
@media print{
@page{size:A4;margin:20mm 18mm}
:root,:root[class]{--giay:#fff;--mat:#fff;--muc:#000;--mo:#333;--chinh:#000;--dau:#fff;--tren-dau:#000;--lien-ket:#000;--am:#fff;--ke:#666;--ke-nhe:#999;--nguy-nen:#fff;--tren-nguy:#000;color-scheme:light;font-size:100%}
body{font:11.5pt/1.5 "Times New Roman",Georgia,"Noto Serif",serif}
h1{font-size:20pt}h2{font-size:14pt}h3{font-size:12pt}.sa-po{font-size:12.5pt}
.menu-hep,.menu-rong,.nut-hien-thi,.bo-qua,.duong-di,.lien-quan,.hien-thi,.chan-trang nav,.chia-se,.hoa-nen,.het,.chan-trang dl,form,.khong-in{display:none!important}
.dau-trang .khung{padding:0 0 4mm}.bieu-trung{width:16mm;height:16mm;border:0}
.nhan-hieu strong{font-size:13pt}.dau-trang{border-bottom:1px solid #000}
main{padding:6mm 0 0}.bai{max-width:none}
.chan-trang{border-top:1px solid #000;padding:3mm 0 0}.chan-trang h2{font-size:10pt;margin:0}
.bai a[href^="http"]:after{content:" [" attr(href) "]";font-size:.85em;overflow-wrap:anywhere}
.bai a[data-in]:after{content:" [" attr(data-in) "]";font-size:.85em;overflow-wrap:anywhere}
figure,blockquote,.ghi-chu,tr,.danh-sach>li{break-inside:avoid}h2,h3{break-after:avoid}p{orphans:3;widows:3}.bang{overflow:visible}.bang th,.bang td{border-color:#666;background:#fff}
.da-duyet{border:1px solid #000;padding:3mm;break-inside:avoid}
.da-duyet::details-content{content-visibility:visible;block-size:auto}
.da-duyet summary{list-style:none;min-height:0}
p.chi-in{display:block;font-size:9.5pt;margin-top:3mm}
img{max-height:110mm;width:auto}
}
`
