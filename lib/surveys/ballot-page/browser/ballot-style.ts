// Looks of what the script of a ballot shows; added rule by rule, as device-style.ts does.
const rules = [
  '.tools{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem .75rem;margin-bottom:1.25rem;padding:.625rem .875rem;border:1px solid var(--line);border-radius:.5rem;background:var(--paper)}',
  '.tools p{flex:1 1 12rem;font-size:1rem;color:var(--soft)}',
  '.tools .b{flex:0 1 auto;min-height:2.75rem;padding:.375rem .75rem;font-size:1rem}',
  '#gate-work{margin:1.5rem 0 2rem}',
  '#gate-work .go{margin-top:1.25rem}',
  '.invited{font-weight:650}',
  '.after>.b{margin-top:1.25rem}',
  '.after .go{margin-top:1.25rem}',
  '.clock{margin:1.5rem 0;font-size:3rem;font-weight:650;line-height:1;font-variant-numeric:tabular-nums}',
  '.qr{display:block;width:min(15rem,100%);margin-top:1rem;border:1px solid var(--line)}',
  '.big{font-size:1.25rem;letter-spacing:.06em}',
  '.code{text-transform:uppercase;letter-spacing:.06em;font-family:ui-monospace,"Cascadia Mono","Roboto Mono",Menlo,monospace}',
  '.resume .go{margin-top:1.25rem;align-items:center}',
  '.after{margin-top:1.5rem}',
  '.after p{margin-top:.75rem}',
  '@media print{body:has(dialog[open])>:not(dialog){display:none}dialog{position:static;border:0}}',
]

export function addBallotStyle(): void {
  const [sheet] = document.styleSheets
  for (const rule of rules) sheet?.insertRule(rule, sheet.cssRules.length)
}
