// The look of the citizen pages, inlined so that the first view is one request. Same palette and spacing as the staff
// pages (app/_ui/tokens.css); larger letters, one column, targets of at least 48 px, no web font.

const source = `
:root{--ink:#15262d;--soft:#4a5d66;--line:#d3dee2;--strong:#7f939c;--surface:#f4f8f9;--paper:#fff;--primary:#0f6478;--deep:#0a4b5b;--tint:#e6f2f5;--warn:#7a4a00;--warn-line:#e3a72f;--warn-tint:#fff5df;--bad:#a32018;--bad-tint:#fdecea;--good:#1d6b3a;color-scheme:light}
*,:before,:after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--surface);color:var(--ink);font:400 1.125rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
h1,h2,p,dl,dd,fieldset,legend,ul{margin:0;padding:0;border:0;min-width:0}
h1{font-size:1.625rem;line-height:1.25;letter-spacing:-.01em;text-wrap:balance}
h2,.title{font-size:1.375rem;line-height:1.3;letter-spacing:-.01em;text-wrap:balance}
a{color:var(--primary);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--primary);outline-offset:2px}
:is(h1,main)[tabindex]:focus{outline:0}
[hidden]{display:none!important}
.vh{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:.75rem;top:-9rem;z-index:2;padding:.75rem 1rem;background:var(--paper);border-radius:.5rem}
.skip:focus{top:.5rem}
.sample{padding:.5rem 1rem;background:var(--warn-tint);border-bottom:2px solid var(--warn-line);color:var(--warn);font-size:1rem;text-align:center}
.top{display:flex;flex-wrap:wrap;align-items:center;gap:.75rem;padding:.5rem 1rem;background:var(--paper);border-bottom:1px solid var(--line)}
.top b{flex:1 1 8rem;min-width:0;line-height:1.2;font-size:1rem}
.top small{display:block;font-weight:400;font-size:.875rem;color:var(--soft)}
.top svg{flex:none}
.lang{flex:none;min-height:2.75rem;padding:0 .75rem;border:1px solid var(--strong);border-radius:.5rem;background:var(--paper);color:var(--primary);font:inherit;font-size:1rem;cursor:pointer}
a.lang,summary.lang{display:flex;align-items:center;text-decoration:none}
.langs{position:relative;flex:none}
.langs>div{position:absolute;right:0;z-index:3;display:grid;gap:.5rem;min-width:100%;margin-top:.375rem;padding:.5rem;border:1px solid var(--strong);border-radius:.5rem;background:var(--paper);box-shadow:0 .25rem 1rem #15262d33}
.langs .lang{justify-content:center;white-space:nowrap}
main,.foot{max-width:44rem;margin:0 auto;padding:1.25rem 1rem 2.5rem}
main{outline:0}
.foot{padding-top:0;color:var(--soft);font-size:.9375rem}
.lead{margin:.75rem 0 1.25rem}
.facts{display:grid;gap:1rem;padding:1.25rem 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line);font-size:1rem}
dt{font-weight:650}
dd{color:var(--soft)}
.part{display:flex;align-items:center;gap:.75rem;margin-bottom:1rem;color:var(--soft);font-size:1rem;white-space:nowrap}
progress{flex:1;height:.5rem;border:0;border-radius:1rem;overflow:hidden;background:var(--line);color:var(--primary);-webkit-appearance:none;appearance:none}
progress::-webkit-progress-bar{background:var(--line)}
progress::-webkit-progress-value{background:var(--primary)}
progress::-moz-progress-bar{background:var(--primary)}
.about{margin-top:.5rem;color:var(--soft)}
.q,.text{margin-top:2rem}
.text{color:var(--soft)}
.panel{margin-top:2rem;padding-left:1rem;border-left:4px solid var(--line)}
.panel>h2{font-size:1.1875rem}
legend,.label{display:block;width:100%;font-weight:650;line-height:1.4}
.opt,.hint{color:var(--soft);font-size:1rem;font-weight:400}
.hint{margin-top:.25rem}
.row{margin-top:1.5rem}
.row legend{font-weight:550}
.m>legend{font-size:1.1875rem}
.media{display:flex;flex-wrap:wrap;gap:.75rem;margin-bottom:.75rem}figure{margin:0;max-width:100%}figcaption{color:var(--soft);font-size:1rem}audio{display:block;max-width:100%;height:3rem}.media img{display:block;max-width:100%;max-height:12rem;border-radius:.5rem}
.os{display:grid;gap:.5rem;margin-top:.75rem}
.o{display:flex;align-items:center;gap:.75rem;min-height:3rem;padding:.625rem .875rem;border:1px solid var(--strong);border-radius:.5rem;background:var(--paper);line-height:1.35;cursor:pointer}
.o:hover{border-color:var(--primary);background:var(--tint)}
.o:has(:checked){border-color:var(--primary);background:var(--tint);box-shadow:inset 0 0 0 1px var(--primary)}
.o:has(:focus-visible){outline:3px solid var(--primary);outline-offset:2px}
.o input{flex:none;width:1.375rem;height:1.375rem;margin:0;accent-color:var(--primary)}
.o input:focus-visible{outline:0}
.consent{margin-top:1.5rem;align-items:flex-start;padding:1rem .875rem}
input:not([type=radio]):not([type=checkbox]),textarea,select{display:block;width:100%;min-height:3rem;margin-top:.5rem;padding:.625rem .875rem;border:1px solid var(--strong);border-radius:.5rem;background:var(--paper);color:inherit;font:inherit}
textarea{min-height:7rem;resize:vertical}
.n{max-width:10rem}
.words{display:block;margin-top:.75rem;font-size:1rem}
fieldset:not(:has(>.os [value=other]:checked))>.other{display:none}
select:not(:has([value=other]:checked))~.other{display:none}
.nums{grid-template-columns:repeat(auto-fit,minmax(1.5rem,1fr));gap:.5rem 0;padding-left:1px}
.nums .o{flex-direction:column;justify-content:center;gap:.375rem;margin-left:-1px;padding:.625rem 0;border-radius:0;text-align:center}
.nums .o:first-child{border-radius:.5rem 0 0 .5rem}.nums .o:last-child{border-radius:0 .5rem .5rem 0}.nums .o:has(:checked){z-index:1}
.ends{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem}
.rate{flex:none;max-width:100%;height:1.375rem;fill:none;stroke:var(--primary);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.stars{fill:var(--primary)}
.face{height:2.25rem}
.pics{grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr))}
.pics .o{display:grid;grid-template-columns:auto 1fr;align-content:space-between}
.pics img{grid-area:1/1/auto/-1;width:100%;max-height:11rem;object-fit:contain;border-radius:.25rem}
.text img{max-width:100%;height:auto;border-radius:.5rem}
.rank{display:flex;align-items:center;gap:.75rem}
.rank select{flex:none;width:5rem;margin:0}
.box{padding:1rem;border:1px solid var(--line);border-radius:.75rem;background:var(--paper)}
.box>legend{float:left;font-size:1.125rem;font-weight:650}
.box>legend+*{clear:both}
.cell,.box>.text,.box>h2,.box>.small{margin-top:1.25rem}
.box>legend+.cell{padding-top:1rem}
.small{flex:none;min-height:2.75rem;padding:.375rem 1rem;font-size:1rem}
output{display:table;min-width:4rem;margin-top:.5rem;padding:.375rem .875rem;border-left:4px solid var(--primary);background:var(--tint);font-size:1.25rem;font-weight:650}
output:empty:before{content:"–"}
.fault{margin-top:.5rem;padding-left:.75rem;border-left:4px solid var(--bad);color:var(--bad);font-size:1rem;font-weight:550}
[aria-invalid=true]:is(input,textarea,select),[aria-invalid=true] .o{border-color:var(--bad)}
.errors,.notice{margin-bottom:1.5rem;padding:1rem;border:2px solid var(--bad);border-radius:.5rem;background:var(--bad-tint);outline:0}
.notice{border-color:var(--warn-line);background:var(--warn-tint)}
.errors h2{font-size:1.1875rem}
.errors ul{margin-top:.5rem;padding-left:1.25rem}
.errors li+li{margin-top:.375rem}
.errors a{color:var(--bad)}
.go{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:2.5rem}
.b{display:inline-flex;align-items:center;justify-content:center;flex:1 1 12rem;min-height:3.25rem;padding:.5rem 1.5rem;border:1px solid var(--primary);border-radius:.5rem;background:var(--primary);color:#fff;font:inherit;font-weight:650;text-decoration:none;cursor:pointer}
.b:hover{background:var(--deep)}
.b[disabled]{opacity:.6;cursor:progress}
.quiet{background:var(--paper);color:var(--primary)}
.quiet:hover{background:var(--tint)}
.done{padding:2rem 1.25rem;border-radius:.75rem;background:var(--paper);border:1px solid var(--line);text-align:center}
.done svg{display:block;margin:0 auto 1rem}
.done p{margin-top:.75rem}
.save{margin-top:1.25rem}
code{display:inline-block;margin-top:.25rem;padding:.25rem .625rem;border-radius:.375rem;background:var(--tint);font:600 1rem/1.5 ui-monospace,"Cascadia Mono","Roboto Mono",Menlo,monospace;overflow-wrap:anywhere}
.list{display:grid;gap:.625rem;margin-top:1.25rem;padding:0;list-style:none}
.list a{display:flex;align-items:center;min-height:3.25rem;padding:.5rem 1rem;border:1px solid var(--strong);border-radius:.5rem;background:var(--paper);text-decoration:none}
.list a:hover{background:var(--tint);border-color:var(--primary)}
.marks{display:grid;gap:.75rem;margin-top:1.25rem;padding:0;list-style:none}
.mark{padding:1rem;border:1px solid var(--line);border-left:4px solid var(--bad);border-radius:.5rem;background:var(--paper)}
.mark p{margin-top:.375rem}.yes{border-left-color:var(--good)}.said{font-weight:650;color:var(--bad)}.yes>.said{color:var(--good)}
.after{margin-top:2.5rem}
@media(min-width:48em){main{padding-top:2.5rem}h1{font-size:2rem}.title{font-size:1.625rem}.top{padding-inline:max(1rem,calc(50% - 21rem))}.facts>div{display:grid;grid-template-columns:11rem 1fr;gap:1rem}.go{justify-content:flex-start}.b{flex:0 1 auto}
.scale{grid-auto-flow:column;grid-auto-columns:1fr;grid-template-columns:none;gap:0}.scale .o{flex-direction:column;justify-content:flex-start;text-align:center;gap:.375rem;padding:.75rem .375rem;margin-left:-1px;border-radius:0;font-size:1rem}.scale .o:first-child{border-radius:.5rem 0 0 .5rem;margin:0}.scale .o:last-child{border-radius:0 .5rem .5rem 0}.scale .o:hover,.scale .o:has(:checked){z-index:1}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media(forced-colors:active){.o:has(:checked){outline:3px solid Highlight;outline-offset:-3px}.b{border:2px solid ButtonText}.rate{stroke:currentColor}progress{border:1px solid CanvasText}progress::-webkit-progress-value{background:Highlight;forced-color-adjust:none}progress::-moz-progress-bar{background:Highlight;forced-color-adjust:none}.stars{fill:currentColor}}
@media print{body{background:#fff;font-size:11pt}.go,.lang,.skip,.part{display:none!important}section[hidden],.q[hidden],.panel[hidden]{display:block!important}.q,.row{break-inside:avoid}}
`

/** The style sheet as it is sent. */
export const style = source.replaceAll('\n', '')
