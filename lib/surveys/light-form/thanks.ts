// The last page: thanks and the receipt code.
import { html, type Markup } from '#lib/surveys/light-form/html'
import { markedPhrases } from '#lib/surveys/light-form/marked-text'
import type { InterfaceLanguage } from '#lib/surveys/light-form/phrases'

/** The message with a receipt; the script fills an empty one in. */
export function thanks(language: InterfaceLanguage, receipt: string): Markup {
  const say = markedPhrases[language]
  return html`<div class=done role=status><svg width=64 height=64 viewBox="0 0 32 32" aria-hidden=true><circle cx=16 cy=16 r=15 fill="#e7f5ec" stroke="#1d6b3a"/><path d="m9 16.500 5 5 9-10" fill=none stroke="#1d6b3a" stroke-width=2.500 stroke-linecap=round stroke-linejoin=round /></svg><h1 tabindex=-1>${say.thanks}</h1><p>${say.thanksText}</p><p>${say.receipt}<br><code>${receipt}</code></p><p class=hint>${say.receiptText}</p></div>`
}
