// The citizen pages that are not the form: choosing a place, a problem in words, thanks without a script.
import type { Sentence } from '#lib/problem'
import type { LanguageCode } from '#lib/surveys/languages'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { languageLinks } from '#lib/surveys/light-form/language-switch'
import { markedPhrases, markedText } from '#lib/surveys/light-form/marked-text'
import { phrases } from '#lib/surveys/light-form/phrases'
import { type PageFont, shell } from '#lib/surveys/light-form/shell'
import { thanks } from '#lib/surveys/light-form/thanks'

export type Screen = {
  language: LanguageCode
  /** Those that the page can be had in. */
  languages: LanguageCode[]
  /** The same address in another language. */
  languageUrl: (code: LanguageCode) => string
  isSample: boolean
  place?: string
  /** Shows what waits unsent on the device. */
  scriptUrl: string
  /** No native speaker has reviewed the words of this language. */
  isDraft?: boolean
  font?: PageFont
}

/** A list of places, each a link to the same form there. */
export function choicePage(
  screen: Screen,
  what: 'unit' | 'village',
  wave: Markup,
  places: { name: Markup; url: string }[],
): string {
  const key = what === 'unit' ? 'chooseUnit' : 'chooseVillage'
  const list = places.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)
  return page(
    screen,
    key,
    html`<h1>${markedPhrases[screen.language][key]}</h1><p class=about>${wave}</p><ul class=list>${list}</ul>`,
  )
}

/** A problem in its own words, in both languages: somebody who meets it may not have chosen a language yet. */
export function problemPage(screen: Screen, sentence: Sentence): string {
  const title = markedPhrases[screen.language].problem
  return page(
    screen,
    'problem',
    html`<h1>${title}</h1><p class=lead>${markedText(sentence, screen.language)}</p>`,
  )
}

/** Thanks with the receipt, for browsers without the script. */
export function thanksPage(screen: Screen, receipt: string): string {
  return page(screen, 'thanks', thanks(screen.language, receipt))
}

type TitleKey = 'chooseUnit' | 'chooseVillage' | 'problem' | 'thanks'

function page(screen: Screen, key: TitleKey, content: Markup): string {
  const { language, languages, languageUrl } = screen
  const languageSwitch = languageLinks(language, languages, languageUrl)
  return shell({ ...screen, title: phrases[language][key], languageSwitch }, content)
}
