// "How can I check?": the keys of a confidential wave with their fingerprints, the files of code that run on a delegate's
// device with theirs, how to verify a receipt, and, as plainly, what none of this protects. Needs no script.

import { checkWords } from '#lib/surveys/ballot-page/check-words'
import { type LanguageCode, ownLanguages } from '#lib/surveys/languages'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { languageLinks } from '#lib/surveys/light-form/language-switch'
import { markedText } from '#lib/surveys/light-form/marked-text'
import { type PageFont, shell } from '#lib/surveys/light-form/shell'
import { inLanguage } from '#lib/surveys/local-text'
import type { LocalText } from '#lib/surveys/variable'

/** Code that runs on the device: address, size, SHA-256 (hex). */
export type ShownFile = { url: string; bytes: number; sha256: string }

export type CheckPage = {
  wave: { id: string; title: LocalText }
  units: Map<string, LocalText>
  /** `fingerprint`: SHA-256 (hex) of the key's DER. */
  keys: { unit: string; stratum: string; fingerprint: string }[]
  /** Of the whole list, short enough to compare by eye. */
  fingerprint: string
  files: ShownFile[]
  language: LanguageCode
  languages?: LanguageCode[]
  isSample: boolean
  font?: PageFont
}

/** The document. */
export function checkPage(page: CheckPage): string {
  const { language, wave, isSample, font } = page
  const languageSwitch = languageLinks(
    language,
    page.languages ?? [...ownLanguages],
    (code) => `?lang=${code}`,
  )
  const title = inLanguage(checkWords.title, language)
  return shell(
    { language, title, place: markedText(wave.title, language), isSample, languageSwitch, font },
    content(page),
  )
}

function content({ wave, units, keys, fingerprint, files, language }: CheckPage): Markup {
  const say = checkWords
  const put = (words: LocalText) => markedText(words, language)
  const list = (lines: readonly LocalText[]) => lines.map((line) => html`<li>${put(line)}</li>`)
  const id = encodeURIComponent(wave.id)
  const key = (one: CheckPage['keys'][number]) =>
    html`<div><dt>${put(units.get(one.unit) ?? { vi: one.unit })} · ${one.stratum || put(say.whole)}</dt><dd>${put(say.key)}<br><code>${one.fingerprint}</code></dd></div>`
  const file = ({ url, bytes, sha256 }: ShownFile) =>
    html`<div><dt><a href="${url}">${url}</a></dt><dd>${bytes.toLocaleString(language === 'en' ? 'en' : 'vi')} ${put(say.bytes)}<br><code>${sha256}</code></dd></div>`
  return html`<h1 tabindex=-1>${put(say.title)}</h1><p class=about>${put(wave.title)}</p><p class=lead>${put(say.lead)}</p><h2>${put(say.knows)}</h2><ol>${list(say.knowsList)}</ol><h2 class=row>${put(say.keys)}</h2><p class=about>${put(say.keysText)}</p><p><code>${fingerprint}</code></p><dl class="facts row">${keys.map(key)}</dl><p><a href="/api/ballots/keys/${id}">${put(say.keysLink)}</a></p><h2 class=row>${put(say.code)}</h2><p class=about>${put(say.codeText)}</p><p><code>curl -s https://…${files[0]?.url} | sha256sum</code></p><dl class="facts row">${files.map(file)}</dl><p class=about>${put(say.codeSource)}</p><p class=about>${put(say.codeLimit)}</p><h2 class=row>${put(say.receipt)}</h2><ol>${list(say.receiptSteps)}</ol><p><a href="/receipt">${put(say.receiptLink)}</a> · <a href="/ledger/${id}">${put(say.ledgerLink)}</a></p><h2 class=row>${put(say.limits)}</h2><ol>${list(say.limitsList)}</ol>`
}
