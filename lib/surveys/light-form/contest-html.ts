// The parts of the pages of a contest: the way to the marks, the marks themselves, and the form of the prize draw. All of them are
// plain HTML that needs no script.

import type { Fault } from '#lib/problem'
import { contestWords, scoreWords, tooFewWords } from '#lib/surveys/light-form/contest-words'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { markedText } from '#lib/surveys/light-form/marked-text'
import type { MarkedLine, MarkedPart } from '#lib/surveys/marked-lines'
import type { LocalText } from '#lib/surveys/variable'

/** Out of sight until the script fills in what the server has taken, or says that it waits to be sent. */
export function toMarks(contest: string, language: string): Markup {
  return html`<form method=post action="/s/${contest}/marks?lang=${language}" class=ask hidden><input type=hidden name=submission><button class=b>${markedText(contestWords.seeMarks, language)}</button></form><p class=later hidden>${markedText(contestWords.markedWhenSent, language)}</p>`
}

export type Marks = { right: number; of: number; lines: MarkedLine[] }

export function marksHtml({ right, of, lines }: Marks, language: string): Markup {
  const say = (text: LocalText) => markedText(text, language)
  return html`<section class=after><h2>${say(scoreWords(right, of))}</h2><p class=about>${say(contestWords.noMeasure)}</p><ol class=marks>${lines.map((line) => lineHtml(line, say))}</ol></section>`
}

type Say = (text: LocalText) => Markup

function lineHtml({ title, explanation, parts }: MarkedLine, say: Say): Markup {
  const isRight = parts.every((part) => part.isRight)
  return html`<li class="mark${isRight && ' yes'}"><p class=said>${say(isRight ? contestWords.right : contestWords.wrong)}</p><p><b>${say(title)}</b></p>${parts.map((part) => partHtml(part, say))}${explanation && html`<p class=hint>${say(explanation)}</p>`}</li>`
}

function partHtml({ row, isRight, given, right }: MarkedPart, say: Say): Markup {
  const list = (texts: LocalText[]) =>
    texts.length > 0
      ? texts.map((text, at) => html`${at > 0 && '; '}${say(text)}`)
      : say(contestWords.nothing)
  const verdict = row && html`${say(isRight ? contestWords.right : contestWords.wrong)}: ${say(row)}<br>`
  const answer = html`${say(contestWords.youSaid)}: ${list(given)}.`
  return html`<p>${verdict}${answer}${!isRight && html` ${say(contestWords.rightIs)}: <b>${list(right)}</b>.`}</p>`
}

export type DrawForm = {
  contest: string
  threshold: number
  consent: LocalText
  units: { id: string; name: string; nameEn: string }[]
  /** Null: the draw cannot be entered with these answers, or not any more. */
  ticket: string | null
  isOpen: boolean
}
export type Typed = { name: string; phone: string; unit: string; hasAgreed: boolean }

/** The form of the draw; `faults` and what was `typed` when it comes back. */
export function drawHtml(
  form: DrawForm,
  language: string,
  typed: Typed = { name: '', phone: '', unit: '', hasAgreed: false },
  faults: Fault[] = [],
): Markup {
  const say = (text: LocalText) => markedText(text, language)
  if (form.ticket === null)
    return html`<section class=after><h2>${say(contestWords.draw)}</h2><p class=about>${say(form.isOpen ? tooFewWords(form.threshold) : contestWords.isOver)}</p></section>`
  const complain = (name: string) =>
    faults
      .filter(({ question }) => question === name)
      .map((fault) => html`<p class=fault id="e-${name}">${say(fault)}</p>`)
  const wrong = (name: string) =>
    faults.some(({ question }) => question === name) && html` aria-invalid=true aria-describedby="e-${name}"`
  const option = (id: string, label: Markup) =>
    html`<option value="${id}"${id === typed.unit && html` selected`}>${label}</option>`
  return html`<section class=after id=draw><h2>${say(contestWords.draw)}</h2><p class=about>${say(contestWords.drawLead)}</p><form method=post action="/s/${form.contest}/draw?lang=${language}" novalidate><input type=hidden name=ticket value="${form.ticket}"><div class=q><label class=label for=name>${say(contestWords.name)}</label><input type=text id=name name=name value="${typed.name}" maxlength=100 autocomplete=name required${wrong('name')}>${complain('name')}</div><div class=q><label class=label for=phone>${say(contestWords.phone)}</label><input type=tel id=phone name=phone value="${typed.phone}" maxlength=40 inputmode=tel autocomplete=tel required${wrong('phone')}>${complain('phone')}</div><div class=q><label class=label for=unit>${say(contestWords.unit)}</label><select id=unit name=unit${wrong('unit')}>${form.units.map(({ id, name, nameEn }) => option(id, say({ vi: name, en: nameEn })))}${option('', say(contestWords.elsewhere))}</select>${complain('unit')}</div><label class="o consent"><input type=checkbox name=hasAgreed value=1${typed.hasAgreed && html` checked`}${wrong('hasAgreed')}><span>${say(form.consent)}</span></label>${complain('hasAgreed')}<p class=go><button class=b>${say(contestWords.enter)}</button></p></form><p class=hint>${say(contestWords.decline)}</p></section>`
}
