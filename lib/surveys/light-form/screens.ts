// The citizen pages that are not the form: choosing a place, a problem in words, thanks without a script.
import type { Sentence } from '#lib/problem'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { type InterfaceLanguage, phrases } from '#lib/surveys/light-form/phrases'
import { shell } from '#lib/surveys/light-form/shell'
import { thanks } from '#lib/surveys/light-form/thanks'

export type Screen = {
  language: InterfaceLanguage
  isSample: boolean
  place?: string
  /** The same address in the other language. */
  otherLanguageUrl: string
}

/** A list of places, each a link to the same form there. */
export function choicePage(
  screen: Screen,
  what: 'unit' | 'village',
  wave: string,
  places: { name: string; url: string }[],
): string {
  const title = what === 'unit' ? phrases[screen.language].chooseUnit : phrases[screen.language].chooseVillage
  const list = places.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)
  return page(screen, title, html`<h1>${title}</h1><p class=about>${wave}</p><ul class=list>${list}</ul>`)
}

/** A problem in its own words, in both languages: somebody who meets it may not have chosen a language yet. */
export function problemPage(screen: Screen, sentence: Sentence): string {
  const title = phrases[screen.language].problem
  return page(screen, title, html`<h1>${title}</h1><p class=lead>${sentence[screen.language]}</p>`)
}

/** Thanks with the receipt, for browsers without the script. */
export function thanksPage(screen: Screen, receipt: string): string {
  return page(screen, phrases[screen.language].thanks, thanks(screen.language, receipt))
}

function page(screen: Screen, title: string, content: Markup): string {
  const other = screen.language === 'vi' ? 'en' : 'vi'
  const languageSwitch = html`<a class="lang link" href="${screen.otherLanguageUrl}" lang=${other} hreflang=${other}>${phrases[screen.language].otherLanguage}</a>`
  return shell({ ...screen, title, languageSwitch }, content)
}
