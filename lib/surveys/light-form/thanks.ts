// The last page: thanks, the receipt code, and the receipt file, which the public log makes of the answer when it is sent
// along once more (it hands out nobody's answer by a number alone).
import { toMarks } from '#lib/surveys/light-form/contest-html'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { markedPhrases } from '#lib/surveys/light-form/marked-text'
import type { InterfaceLanguage } from '#lib/surveys/light-form/phrases'

/**
 * The message with a receipt; the script fills an empty one in. `submission`: what was sent, as JSON. `contest`: the id of the
 * contest that was answered, whose marks the script asks for with the same submission.
 */
export function thanks(
  language: InterfaceLanguage,
  receipt: string,
  submission = '',
  contest?: string,
): Markup {
  const say = markedPhrases[language]
  const save = html`<form method=post action="/api/ledger/receipts" class=save${submission ? html`` : html` hidden`}><input type=hidden name=submission value="${submission}"><button class=b>${say.saveReceipt}</button><p class=hint>${say.saveReceiptText}</p></form>`
  return html`<div class=done role=status><svg width=64 height=64 viewBox="0 0 32 32" aria-hidden=true><circle cx=16 cy=16 r=15 fill="#e7f5ec" stroke="#1d6b3a"/><path d="m9 16.500 5 5 9-10" fill=none stroke="#1d6b3a" stroke-width=2.500 stroke-linecap=round stroke-linejoin=round /></svg><h1 tabindex=-1>${say.thanks}</h1><p>${say.thanksText}</p><p>${say.receipt}<br><code>${receipt}</code></p><p class=hint>${say.receiptText}</p>${contest !== undefined && toMarks(contest, language)}${save}<p><a href="/receipt">${say.checkReceipt}</a></p></div>`
}
