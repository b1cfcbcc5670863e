// Looks of what only the script shows. Added rule by rule to the page's own sheet, so that they cost the first view
// nothing and the content policy need not allow inline styles.

const rules = [
  '.unsent{display:block;width:100%;min-height:2.75rem;padding:.5rem 1rem;border:0;border-bottom:2px solid var(--warn-line);background:var(--warn-tint);color:var(--warn);font:inherit;font-size:1rem;font-weight:600;text-align:center;cursor:pointer}',
  'dialog{width:min(40rem,calc(100% - 2rem));max-height:calc(100% - 2rem);padding:1.25rem;border:1px solid var(--strong);border-radius:.75rem;background:var(--paper);color:inherit}',
  'dialog::backdrop{background:#15262dcc}',
  '.letters{display:grid;gap:1rem;margin-top:1rem;list-style:none}',
  '.letters p{margin-top:.375rem}',
  'dialog .go+.hint{margin-top:1rem}',
  '.unsent:disabled{cursor:default}',
  '.unsent.none{border-bottom:1px solid var(--line);background:var(--paper);color:var(--soft);font-weight:400}',
  '.advice{display:grid;gap:.5rem;padding-left:1.25rem}',
  '.pin{max-width:12rem;letter-spacing:.25em}',
  'input[type=password]{display:block;width:100%;min-height:3rem;margin-top:.5rem;padding:.625rem .875rem;border:1px solid var(--strong);border-radius:.5rem;background:var(--paper);color:inherit;font:inherit}',
  '.asking{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.75rem;padding:.5rem 1rem;background:var(--tint);font-size:1rem;font-weight:600}',
  '.aloud{padding-left:.75rem;border-left:4px solid var(--warn-line);margin-bottom:.5rem}',
  '.q{position:relative}',
  '.q:has(>.say)>fieldset>legend,.say~.label{padding-right:3.25rem}',
  '.say{position:absolute;right:0;top:-.5rem;width:2.75rem;height:2.75rem;padding:.5rem;border:1px solid var(--strong);border-radius:.5rem;background:var(--paper);color:var(--primary);cursor:pointer}',
  '.say[aria-pressed=true]{background:var(--primary);color:#fff}',
  '.say svg{display:block;width:100%;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}',
  '.said{outline:3px solid var(--warn-line);outline-offset:2px}',
  '.kiosk .say{width:3.5rem;height:3.5rem}',
  'html.kiosk{font-size:118%}',
  '.kiosk .o{min-height:4rem}',
  '.kiosk .b{min-height:4.25rem}',
  '.kiosk .tongues{flex-direction:column}',
  '.kiosk .done .hint,.kiosk .done code{display:none}',
  '.held{border-color:var(--warn-line);background:var(--warn-tint)}',
]

/** Adds them once. */
export function addDeviceStyle(): void {
  const sheet = document.styleSheets[0]
  for (const rule of rules) sheet?.insertRule(rule, sheet.cssRules.length)
}
