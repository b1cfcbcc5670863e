// The look of the printed form: black on white, generous type for old eyes, no question torn apart between two pages, no
// heading left alone at the foot of one.
export const paperStyle = `
.paper-form{color:#000;background:#fff;font:12.5pt/1.4 "Noto Sans",Arial,sans-serif;max-width:180mm;margin:0 auto;padding:0 .4mm}
.paper-form .second{color:#000;font-size:.8em;font-style:italic;font-weight:400}
.paper-form h1{font-size:19pt;line-height:1.2;margin:0 0 2mm;color:#000}
.paper-form h1 .second,.paper-form h2 .second{display:block}
.paper-form h2{font-size:14.5pt;line-height:1.25;margin:5mm 0 2mm;padding:1.2mm 2mm;border:.5mm solid #000;color:#000;break-inside:avoid}
.paper-form h3{font-size:13pt;line-height:1.35;margin:0;color:#000}
.paper-form h3 .second{display:block}
.paper-form h4{font-size:12.5pt;margin:3mm 0 1mm;color:#000}
.paper-form h5{font-size:12pt;margin:2mm 0 0;color:#000}
.paper-form h1,.paper-form h2,.paper-form h4,.paper-form h5,.paper-form .only-if,.paper-form .lead{break-after:avoid}
.paper-form p{margin:1mm 0}
.paper-form .head{border-bottom:.6mm solid #000;padding-bottom:3mm;margin-bottom:4mm}
.paper-form .head .asker{font-size:11.5pt}
.paper-form .unit{font-size:14pt;font-weight:700}
.paper-form .small{font-size:11pt;line-height:1.35}
.paper-form .sample{border:.7mm solid #000;padding:2mm;text-align:center;font-weight:700}
.paper-form .how-to,.paper-form .consent{border:.4mm solid #000;padding:2mm 3mm}
.paper-form .question{break-inside:avoid;margin:4mm 0 0}
.paper-form .number{min-width:8mm}
.paper-form .hint{font-size:11pt}
.paper-form .hint .second{display:inline}
.paper-form .only-if span:first-letter{text-transform:uppercase}
.paper-form .only-if span{display:inline-block}
.paper-form .only-if{font-weight:700;border-left:1.2mm solid #000;padding-left:2mm}
.paper-form ul{list-style:none;margin:1.5mm 0 0;padding:0}
.paper-form .choices li{display:flex;align-items:flex-start;gap:2mm;break-inside:avoid;margin:1.2mm 0;padding-left:4mm}
.paper-form .choices.short{columns:2;column-gap:8mm}
.paper-form .choices.scale{display:flex;flex-wrap:wrap;gap:2mm 7mm}
.paper-form .ends{display:flex;justify-content:space-between;gap:8mm;font-size:11pt;max-width:140mm;padding-left:4mm}
.paper-form .option{flex:1;overflow-wrap:anywhere}
.paper-form .option .line{min-width:70mm}
.paper-form .box{display:inline-block;flex:none;box-sizing:border-box;width:5.6mm;height:5.6mm;border:.45mm solid #000;vertical-align:middle;background:#fff}
.paper-form .box.wide{width:9mm;height:8mm}
.paper-form .code,.paper-form .row-number{flex:none;font-size:10pt;font-variant-numeric:tabular-nums}
.paper-form .code{min-width:5mm;padding-top:.6mm}
.paper-form .row-number{font-weight:700}
.paper-form .arrow{white-space:nowrap}
.paper-form .line{display:inline-block;min-width:60mm;height:7mm;border-bottom:.3mm dotted #000;vertical-align:bottom}
.paper-form .lines li{display:flex;flex-wrap:wrap;align-items:flex-end;gap:2mm;margin:2mm 0;padding-left:4mm;break-inside:avoid}
.paper-form .lines .line{flex:1}
.paper-form .entry .line{width:100%}
.paper-form .digits{display:inline-flex;align-items:flex-end;gap:1mm;white-space:pre}
.paper-form .digits i{display:inline-block;box-sizing:border-box;width:7mm;height:9mm;border:.35mm solid #000}
.paper-form .long i{display:block;height:9mm;border-bottom:.3mm dotted #000}
.paper-form table{width:100%;border-collapse:collapse;margin-top:2mm}
.paper-form thead{display:table-header-group}
.paper-form tr{break-inside:avoid}
.paper-form th,.paper-form td{border:.25mm solid #000;padding:1.4mm 1.6mm;vertical-align:middle;background:none;color:#000}
.paper-form thead th{font-size:10pt;line-height:1.25;font-weight:700;text-align:center}
.paper-form thead td{border:0}
.paper-form thead .second{display:block}
.paper-form tbody th{font-size:12pt;font-weight:400;text-align:left}
.paper-form tbody th .second{display:block}
.paper-form .matrix{table-layout:fixed}
.paper-form .matrix thead th{font-size:9pt;padding:1mm .5mm;overflow-wrap:anywhere}
.paper-form .matrix tbody td{text-align:center;white-space:nowrap;padding:1mm .5mm}
.paper-form .matrix .code{display:inline-block;min-width:0;padding:0 0 0 .8mm;font-size:9pt;vertical-align:middle}
.paper-form .cells .choices{columns:1;display:block}
.paper-form .cells .choices li{padding-left:0}
.paper-form .cells .line{min-width:20mm;width:100%}
.paper-form .group{break-inside:avoid;border:.3mm solid #000;padding:1mm 3mm 3mm;margin-top:2mm}
.paper-form .picture img{max-width:100%;max-height:90mm}
.paper-form .thanks{margin-top:7mm;padding-top:3mm;border-top:.6mm solid #000;font-weight:700;break-inside:avoid}
@media screen and (max-width:48em){.paper-form{zoom:.75;padding:0 4mm}}
@media print{.paper-tools{display:none}}
`
