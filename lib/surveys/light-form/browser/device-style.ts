// Looks of what only the script shows. Added rule by rule to the page's own sheet, so that they cost the first view
// nothing and the content policy need not allow inline styles.

const rules = [
  '.unsent{display:block;width:100%;min-height:2.75rem;padding:.5rem 1rem;border:0;border-bottom:2px solid var(--warn-line);background:var(--warn-tint);color:var(--warn);font:inherit;font-size:1rem;font-weight:600;text-align:center;cursor:pointer}',
  'dialog{width:min(40rem,calc(100% - 2rem));max-height:calc(100% - 2rem);padding:1.25rem;border:1px solid var(--strong);border-radius:.75rem;background:var(--paper);color:inherit}',
  'dialog::backdrop{background:#15262dcc}',
  '.letters{display:grid;gap:1rem;margin-top:1rem;list-style:none}',
  '.held{border-color:var(--warn-line);background:var(--warn-tint)}',
]

/** Adds them once. */
export function addDeviceStyle(): void {
  const sheet = document.styleSheets[0]
  for (const rule of rules) sheet?.insertRule(rule, sheet.cssRules.length)
}
