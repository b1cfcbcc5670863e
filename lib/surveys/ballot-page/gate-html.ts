// The page of a confidential ballot before the form: who is asked, about what, until when, why, and why it is secret. The
// same for everybody: nothing in it, and nothing in its address but the unit, says which delegate is reading.

import type { BallotPageData } from '#lib/surveys/ballot-page/browser/ballot-page-data'
import { gateWords } from '#lib/surveys/ballot-page/gate-words'
import type { LanguageCode } from '#lib/surveys/languages'
import { html, jsonBlock, type Markup } from '#lib/surveys/light-form/html'
import type { Introduction } from '#lib/surveys/light-form/introduction-html'
import { markedPhrases, markedText } from '#lib/surveys/light-form/marked-text'
import type { LocalText } from '#lib/surveys/variable'

export type Gate = {
  data: BallotPageData
  introduction: Introduction
  wave: LocalText
  /** Absent where only a code is asked for. */
  unit?: LocalText
  closesAt: Date
  /** Why no ballots are taken now. */
  closed?: LocalText
  language: LanguageCode
}

export function gateHtml({ data, introduction, wave, unit, closesAt, closed, language }: Gate): Markup {
  const put = (words: LocalText) => markedText(words, language)
  const fact = (name: LocalText, about: Markup | string) =>
    html`<div><dt>${put(name)}</dt><dd>${about}</dd></div>`
  const say = gateWords
  return html`<section id=gate><h1 tabindex=-1>${put(introduction.title)}</h1><p class=about>${put(say.kind)} · ${put(wave)}</p>${
    closed && html`<p class=notice>${put(closed)}</p>`
  }<dl class="facts row" id=facts>${unit && fact(say.about, put(unit))}${fact(say.asked, put(say.askedText))}${fact(
    say.until,
    momentIn(closesAt, language),
  )}${fact(say.why, put(introduction.purpose))}${fact(say.minutes, markedPhrases[language].minutesText(introduction.minutes))}</dl><div id=gate-work><p class=notice>${put(say.noScript)}</p></div><h2 class=row>${put(say.secrecy)}</h2><ol>${say.sentences.map(
    (sentence) => html`<li>${put(sentence)}</li>`,
  )}</ol><p><a href="${checkPath(data.wave, language)}">${put(say.check)}</a></p></section><script type="application/json" id=ballot-data>${jsonBlock(data)}</script>`
}

/** The page "How can I check?" of a wave. */
export const checkPath = (wave: string, language: LanguageCode): string =>
  `/s/${encodeURIComponent(wave)}/check?lang=${language}`

/** "17:00, 30 tháng 11, 2026": in Viet Nam's time, wherever the reader is. */
function momentIn(moment: Date, language: LanguageCode): string {
  const locale = language === 'en' ? 'en-GB' : 'vi-VN'
  const zone = { timeZone: 'Asia/Ho_Chi_Minh' } as const
  const time = new Intl.DateTimeFormat(locale, { ...zone, hour: '2-digit', minute: '2-digit' }).format(moment)
  const day = new Intl.DateTimeFormat(locale, {
    ...zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(moment)
  return `${time}, ${day}`
}
