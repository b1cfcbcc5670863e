// The switch between languages: a button or link for each other language that the wave offers, in that language's own
// words. With many it folds into a list that opens without a script.
import { findLanguage, type LanguageCode } from '#lib/surveys/languages'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { phrases } from '#lib/surveys/light-form/phrases'

/**
 * Buttons of the form "f": they post what has been typed so far along with the wish. "~lang" stays on the page,
 * "~language" is the language of a post that goes on as it did.
 */
export function languageButtons(
  language: LanguageCode,
  offered: LanguageCode[],
  field: '~lang' | '~language' = '~lang',
): Markup {
  return languageSwitch(
    language,
    offered,
    (code, name) =>
      html`<button class=lang form=f name="${field}" value="${code}" lang="${code}">${name}</button>`,
  )
}

/** Links, for pages without the form; `url` gives the address of the same page in another language. */
export function languageLinks(
  language: LanguageCode,
  offered: LanguageCode[],
  url: (code: LanguageCode) => string,
): Markup {
  return languageSwitch(
    language,
    offered,
    (code, name) => html`<a class=lang href="${url(code)}" lang="${code}" hreflang="${code}">${name}</a>`,
  )
}

function languageSwitch(
  language: LanguageCode,
  offered: LanguageCode[],
  draw: (code: LanguageCode, name: string) => Markup,
): Markup {
  const others = offered.filter((code) => code !== language)
  const items = others.map((code) => draw(code, findLanguage(code)?.name ?? code))
  if (items.length < 2) return html`${items}`
  const current = findLanguage(language)?.name ?? language
  return html`<details class=langs><summary class=lang aria-label="${phrases[language].language}: ${current}">${current}</summary><div>${items}</div></details>`
}
