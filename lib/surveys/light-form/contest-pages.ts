// The pages of a contest that follow the answers: marks with the form of the draw, that form again with its faults, the number of
// somebody who has entered, and taking one's name out. None of them needs a script, and none can be had before sending.
import type { Fault } from '#lib/problem'
import {
  type DrawForm,
  drawHtml,
  type Marks,
  marksHtml,
  type Typed,
} from '#lib/surveys/light-form/contest-html'
import { contestWords } from '#lib/surveys/light-form/contest-words'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { markedText } from '#lib/surveys/light-form/marked-text'
import type { Screen } from '#lib/surveys/light-form/screens'
import { shell } from '#lib/surveys/light-form/shell'
import { thanks } from '#lib/surveys/light-form/thanks'
import { inLanguage } from '#lib/surveys/local-text'
import type { LocalText } from '#lib/surveys/variable'

type Marked = Marks & DrawForm & { receipt: string }

/** Thanks, the marks, and the form of the draw. `submission`: what was sent, as JSON, for the receipt file. */
export function marksPage(screen: Screen, marked: Marked, submission: string): string {
  const { language } = screen
  return contestPage(
    screen,
    contestWords.yourMarks,
    html`${thanks(language, marked.receipt, submission)}${marksHtml(marked, language)}${drawHtml(marked, language)}${aboutLink(marked.contest, language)}`,
  )
}

/** The form of the draw once more, with what is wrong. */
export function drawPage(screen: Screen, form: DrawForm, typed: Typed, faults: Fault[]): string {
  const { language } = screen
  const lines = faults.map((fault) => html`<li>${markedText(fault, language)}</li>`)
  const errors = html`<div class=errors role=alert tabindex=-1 autofocus><h1>${markedText(contestWords.again, language)}</h1><ul>${lines}</ul></div>`
  return contestPage(screen, contestWords.again, html`${errors}${drawHtml(form, language, typed, faults)}`)
}

/** `number` as it is shown. */
export function enteredPage(screen: Screen, contest: string, number: string): string {
  const { language } = screen
  const say = (text: LocalText) => markedText(text, language)
  return contestPage(
    screen,
    contestWords.entered,
    html`<div class=done role=status><h1 tabindex=-1>${say(contestWords.entered)}</h1><p>${say(contestWords.yourNumber)}<br><code>${number}</code></p><p>${say(contestWords.keepNumber)}</p>${aboutLink(contest, language)}</div>`,
  )
}

/** Where somebody takes the own name out; `fault` when it was not found. */
export function leavePage(
  screen: Screen,
  contest: string,
  typed: { number: string; phone: string },
  fault: LocalText | null,
): string {
  const { language } = screen
  const say = (text: LocalText) => markedText(text, language)
  const field = (name: 'number' | 'phone', label: LocalText) =>
    html`<div class=q><label class=label for="${name}">${say(label)}</label><input type=text id="${name}" name="${name}" value="${typed[name]}" inputmode=tel maxlength=40 autocomplete=off required></div>`
  return contestPage(
    screen,
    contestWords.leave,
    html`<h1>${say(contestWords.leave)}</h1><p class=lead>${say(contestWords.leaveLead)}</p>${fault && html`<p class=fault role=alert>${say(fault)}</p>`}<form method=post action="/s/${contest}/leave?lang=${language}">${field('number', contestWords.yourNumber)}${field('phone', contestWords.phone)}<p class=go><button class=b>${say(contestWords.leaveGo)}</button></p></form>${aboutLink(contest, language)}`,
  )
}

export function leftPage(screen: Screen, contest: string): string {
  const { language } = screen
  return contestPage(
    screen,
    contestWords.left,
    html`<div class=done role=status><h1 tabindex=-1>${markedText(contestWords.left, language)}</h1>${aboutLink(contest, language)}</div>`,
  )
}

const aboutLink = (contest: string, language: string): Markup =>
  html`<p class=after><a href="/contest/${contest}">${markedText(contestWords.contestPage, language)}</a></p>`

/** Without a switch of languages: most of these pages answer a post, which a link cannot repeat. */
const contestPage = (screen: Screen, title: LocalText, content: Markup): string =>
  shell(
    {
      ...screen,
      title: inLanguage(title, screen.language),
      languageSwitch: html``,
      privacy: markedText(contestWords.privacy, screen.language),
    },
    content,
  )
