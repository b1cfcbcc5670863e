// What a person is told before answering, and the consent.
import type { LanguageCode } from '#lib/surveys/languages'
import type { FormState } from '#lib/surveys/light-form/form-state'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { markedPhrases, markedText } from '#lib/surveys/light-form/marked-text'
import type { LocalText } from '#lib/surveys/variable'

/** The form file has these. */
export type Introduction = {
  title: LocalText
  minutes: number
  purpose: LocalText
  asker: LocalText
  handling: LocalText
  retention: LocalText
  consent: LocalText
}

export function introductionHtml(
  introduction: Introduction,
  wave: LocalText,
  placeName: Markup,
  state: FormState,
  language: LanguageCode,
): Markup {
  const say = markedPhrases[language]
  const text = (one: LocalText) => markedText(one, language)
  const fact = (name: Markup, about: Markup) => html`<div><dt>${name}</dt><dd>${about}</dd></div>`
  const fault = state.faults.find((one) => one.question === '~consent')
  return html`<section data-page=0 ${state.page !== 0 && html`hidden`}><h1 tabindex=-1>${text(introduction.title)}</h1><p class=about>${text(wave)}</p><p class=lead>${text(introduction.purpose)}</p><dl class=facts>${fact(say.about, placeName)}${fact(say.minutes, say.minutesText(introduction.minutes))}${fact(say.asker, text(introduction.asker))}${fact(say.handling, text(introduction.handling))}${fact(say.retention, text(introduction.retention))}</dl><label class="o consent"><input type=checkbox id=consent name="~consent" value=1 ${state.hasConsent && html`checked`} ${fault && html`aria-invalid=true aria-describedby=e-consent`}><span>${text(introduction.consent)}</span></label>${fault && html`<p class=fault id=e-consent>${text(fault)}</p>`}</section>`
}
