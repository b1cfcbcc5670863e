// The citizen pages that are not the form: choosing a place, a problem in words, thanks without a script.
import type { Sentence } from '#lib/problem'
import type { LanguageCode } from '#lib/surveys/languages'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { languageButtons, languageLinks } from '#lib/surveys/light-form/language-switch'
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
  isPreview?: boolean
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
export function problemPage(screen: Screen, sentence: Sentence, ways: Ways = {}): string {
  const title = markedPhrases[screen.language].problem
  return page(
    screen,
    'problem',
    html`<h1>${title}</h1><p class=lead>${markedText(sentence, screen.language)}</p>${waysOn(screen, ways)}`,
  )
}

/** Where to go on from a problem: addresses of pages that may help. */
export type Ways = { codeAgain?: string; withoutCode?: string; results?: string }

function waysOn({ language }: Screen, { codeAgain, withoutCode, results }: Ways): Markup {
  const say = markedPhrases[language]
  const link = (url: string | undefined, label: Markup, look: string) =>
    url && html`<a class="${look}" href="${url}">${label}</a>`
  return html`<p class=go>${link(codeAgain, say.codeAgain, 'b')}${link(withoutCode, say.withoutCode, 'b quiet')}${link(results, say.seeResults, 'b quiet')}</p>`
}

/** Where a visit code is typed; `typed` and `fault` when it was refused. */
export function codePage(screen: Screen, typed: string, fault: Sentence | null): string {
  const say = markedPhrases[screen.language]
  const notice = fault && html`<p class=fault id=e role=alert>${markedText(fault, screen.language)}</p>`
  const field = html`<input type=text id=code name=code value="${typed}" inputmode=numeric autocomplete=off maxlength=40 required ${fault && html`aria-invalid=true aria-describedby=e`}>`
  return page(
    screen,
    'codeTitle',
    html`<h1>${say.codeTitle}</h1><p class=lead>${say.codeLead}</p><form method=post><label class=label for=code>${say.codeLabel}</label>${field}${notice}<p class=go><button class=b>${say.codeGo}</button></p></form>`,
  )
}

type Posted = [string, string][]

const hidden = (posted: Posted) =>
  posted.map(([name, value]) => html`<input type=hidden name="${name}" value="${value}">`)

/** Carries what was posted at a bad moment, to be sent again as it is. */
export function againPage(screen: Screen, posted: Posted, sentence: Sentence): string {
  const say = markedPhrases[screen.language]
  return page(
    screen,
    'againTitle',
    html`<h1>${say.againTitle}</h1><p class=lead>${markedText(sentence, screen.language)}</p><p>${say.againText}</p><form method=post>${hidden(posted)}<p class=go><button class=b>${say.proofAgain}</button></p></form>`,
  )
}

/** Asks for a proof of work: the script does it and sends the same post again; without one, the words say what helps. */
export function proofPage(screen: Screen, posted: Posted, challenge: unknown): string {
  const say = markedPhrases[screen.language]
  return page(
    screen,
    'proofTitle',
    html`<h1>${say.proofTitle}</h1><p class=lead>${say.proofText}</p><ul class=list><li>${say.proofScript}<li>${say.proofCode} <a href="/v">${say.codeTitle}</a><li>${say.proofPaper}</ul><form method=post id=proof data-challenge="${JSON.stringify(challenge)}">${hidden(posted)}<p class=go><button class=b>${say.proofAgain}</button></p></form>`,
  )
}

/**
 * Thanks with the receipt, for browsers without the script. `sent`: to somebody on a device of their own. The switch of the
 * language then posts the same once more, which stores nothing twice: a link would open an empty form, and the receipt
 * would be gone.
 */
export function thanksPage(
  screen: Screen,
  receipt: string,
  sent?: { submission: object; posted: Posted },
): string {
  const { language, languages } = screen
  if (!sent) return page(screen, 'thanks', thanks(language, receipt))
  const posted = sent.posted.filter(([name]) => name !== '~lang' && name !== '~language')
  return page(
    screen,
    'thanks',
    html`${thanks(language, receipt, JSON.stringify(sent.submission))}<form method=post id=f>${hidden(posted)}</form>`,
    languageButtons(language, languages, '~language'),
  )
}

type TitleKey =
  | 'againTitle'
  | 'codeTitle'
  | 'proofTitle'
  | 'chooseUnit'
  | 'chooseVillage'
  | 'problem'
  | 'thanks'

function page(
  screen: Screen,
  key: TitleKey,
  content: Markup,
  languageSwitch = languageLinks(screen.language, screen.languages, screen.languageUrl),
): string {
  const { language } = screen
  return shell({ ...screen, title: phrases[language][key], languageSwitch }, content)
}
