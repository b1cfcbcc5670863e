// One question as it is printed: number, title, what to do, then boxes with the codes that are keyed in. Nothing here
// depends on answers; what a condition would hide is printed with a note that says when to answer it.
import { type Conditions, commentKey, type Element, otherChoice, type Question } from '#lib/surveys/form'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { describeCondition } from '#lib/surveys/paper-form/describe-condition'
import type { PaperChoice, PaperField, PaperQuestion } from '#lib/surveys/paper-form/paper-field'
import { paperPhrases as phrases } from '#lib/surveys/paper-form/paper-phrases'
import {
  cellRows,
  fieldsOf,
  isPrinted,
  paperChoices,
  printedTimes,
  within,
} from '#lib/surveys/paper-form/paper-questions'
import { skipTarget } from '#lib/surveys/paper-form/skip-target'
import type { TwoLanguages } from '#lib/surveys/paper-form/two-languages'
import type { LocalText } from '#lib/surveys/variable'

type Place = { path: (string | number)[]; number: string }
type Of<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>

/** Draws questions of one form; `all` are its numbered questions. */
export class PaperDrawing {
  constructor(
    private readonly all: PaperQuestion[],
    private readonly texts: TwoLanguages,
  ) {}

  /** A question that stands by itself; its own condition above it. */
  question(question: Question): Markup | undefined {
    const numbered = this.all.find(({ key }) => key === question.key)
    if (!numbered) return this.notOnPaper(question)
    const place = { path: [question.key], number: String(numbered.number) }
    return html`<section class="question" data-question="${question.key}">
${this.condition(question)}
<h3><b class="number">${numbered.number}.</b> ${this.texts.say(question.title)}</h3>
${this.hints(question)}
${this.body(question, place, numbered)}
</section>`
  }

  /** "Questions 5–8: only if question 2 has box 1". Nothing when there is no condition. */
  condition(part: Conditions & { elements?: Element[] }): Markup | undefined {
    const { visibleIf, enableIf, elements = [] } = part
    const given = [...new Set([visibleIf, enableIf])].filter((one): one is string => Boolean(one))
    if (given.length === 0) return undefined
    const parts = given.map((one) => describeCondition(one, this.all))
    const range = this.range(elements)
    const text: LocalText = {
      vi: `${range && `${phrases.question.vi} ${range}: `}${phrases.onlyIf.vi} ${parts.map(({ vi }) => vi).join(' và ')}.`,
      en: `${range && `${phrases.question.en} ${range}: `}${phrases.onlyIf.en} ${parts.map(({ en }) => en).join(' and ')}.`,
    }
    return html`<p class="only-if">${this.texts.say(text)}</p>`
  }

  /** "5–8": the numbers of the questions inside a page or panel; '' when there are none. */
  private range(elements: Element[]): string {
    const keys = new Set(questionsIn(elements).map(({ key }) => key))
    const numbers = this.all.filter(({ key }) => keys.has(key)).map(({ number }) => number)
    return numbers.length > 1 ? `${numbers[0]}–${numbers.at(-1)}` : numbers.join('')
  }

  private notOnPaper(question: Question): Markup | undefined {
    if (question.kind !== 'foreign') return undefined
    return html`<section class="question"><h3>${this.texts.say(question.title)}</h3><p class="hint">${this.texts.say(phrases.notOnPaper)}</p></section>`
  }

  private hints(question: Question): Markup {
    const limit = limitText(question)
    const what = whatToDo(question)
    return html`${question.description && html`<p class="hint">${this.texts.say(question.description)}</p>`}
${what && html`<p class="hint what">${this.texts.say(what)}${limit && html` (${this.texts.say(limit)})`}</p>`}`
  }

  /** The boxes and lines of a question, wherever it stands. */
  private body(question: Question, place: Place, numbered?: PaperQuestion): Markup {
    return html`${this.answer(question, place, numbered)}${this.remark(question, place)}`
  }

  private answer(question: Question, place: Place, numbered?: PaperQuestion): Markup | undefined {
    switch (question.kind) {
      case 'single':
      case 'multiple':
        return this.choices(question, place, numbered)
      case 'ranking':
        return this.ranking(question, place)
      case 'matrix':
        return this.matrix(question, place)
      case 'fields':
        return html`<ul class="lines">${fieldsOf(question, place)
          .filter(({ path }) => path.length > place.path.length)
          .map(
            (field) =>
              html`<li><span class="row-number">${field.number}</span> ${this.texts.say(field.label)} ${this.line(field)}</li>`,
          )}</ul>`
      case 'text': {
        const [field] = fieldsOf(question, place)
        return field && (question.isLong ? longLines(field) : html`<p class="entry">${this.line(field)}</p>`)
      }
      case 'cells':
        return this.cells(question, place)
      case 'groups':
        return this.groups(question, place)
      default:
        return undefined
    }
  }

  private choices(question: Of<'single' | 'multiple'>, place: Place, numbered?: PaperQuestion): Markup {
    const choices = paperChoices(question.choices)
    const key = place.path.join('.')
    const isScale = question.kind === 'single' && question.look === 'rating'
    const other = otherChoice(question)
    const items = choices.map((choice) => {
      const isOther = other?.value === choice.value
      const target = numbered && question.kind === 'single' && skipTarget(this.all, numbered, choice)
      return html`<li data-choice="${key}=${choice.code}">${box(choice.code)} <span class="option">${this.texts.say(choice.label)}${
        isOther && this.words(question, place)
      }${target && this.arrow(target)}</span></li>`
    })
    const ends = question.kind === 'single' ? question.ends : undefined
    return html`${
      ends &&
      html`<p class="ends"><span>${ends.low && this.texts.say(ends.low)}</span> <span>${ends.high && this.texts.say(ends.high)}</span></p>`
    }<ul class="choices ${isScale ? 'scale' : isShort(choices) ? 'short' : ''}">${items}</ul>`
  }

  private arrow(target: number | 'end'): Markup {
    const text: LocalText =
      target === 'end'
        ? { vi: `» ${phrases.goToEnd.vi}`, en: `» ${phrases.goToEnd.en}` }
        : { vi: `» ${phrases.goTo.vi} ${target}`, en: `» ${phrases.goTo.en} ${target}` }
    return html` <strong class="arrow">${this.texts.say(text)}</strong>`
  }

  /** The line after "other:". */
  private words(question: Question, place: Place): Markup {
    const key = [...place.path.slice(0, -1), commentKey(question)].join('.')
    return html` <span class="line" data-field="${key}"></span>`
  }

  private remark(question: Question, place: Place): Markup | undefined {
    if (!question.comment || otherChoice(question)) return undefined
    return html`<p class="entry">${this.texts.say(question.comment.label)}: ${this.words(question, place)}</p>`
  }

  private ranking(question: Of<'ranking'>, place: Place): Markup {
    return html`<ul class="choices">${fieldsOf(question, place)
      .filter(({ shape }) => shape === 'rank')
      .map(
        (field) =>
          html`<li data-field="${field.key}"><span class="box wide"></span><span class="row-number">${field.number}</span> <span class="option">${this.texts.say(field.label)}</span></li>`,
      )}</ul>`
  }

  private matrix(question: Of<'matrix'>, place: Place): Markup {
    const columns = paperChoices(question.columns)
    const key = place.path.join('.')
    return html`<table class="matrix"><colgroup><col>${columns.map(
      () => html`<col style="width:${Math.min(17, 105 / columns.length).toFixed(1)}mm">`,
    )}</colgroup><thead><tr><td></td>${columns.map(
      (column) =>
        html`<th scope="col" data-column="${key}=${column.code}">${this.texts.say(column.label)}</th>`,
    )}</tr></thead><tbody>${question.rows.map((row, index) => {
      const { number, path } = within(place, row.name, index)
      return html`<tr data-field="${path.join('.')}"><th scope="row"><span class="row-number">${number}</span> ${this.texts.say(row.label)}${this.condition(row)}</th>${columns.map(
        (column) => html`<td>${box(column.code)}${this.cellText(question, row.name, column)}</td>`,
      )}</tr>`
    })}</tbody></table>`
  }

  private cellText({ cells }: Of<'matrix'>, row: string, column: PaperChoice): Markup | undefined {
    const text = cells?.[row]?.[String(column.value)]
    return text && html`<br><small>${this.texts.say(text)}</small>`
  }

  private cells(question: Of<'cells'>, place: Place): Markup {
    const columns = question.columns.filter(isPrinted)
    const label = (name: string | number) =>
      question.rows.find((row) => row.name === name)?.label ?? { vi: '' }
    return html`<table class="cells"><thead><tr><td></td>${columns.map(
      (column) => html`<th scope="col">${this.texts.say(column.title)}</th>`,
    )}</tr></thead><tbody>${cellRows(question).map((name, index) => {
      const row = within(place, name, index)
      return html`<tr><th scope="row"><span class="row-number">${row.number}</span> ${this.texts.say(label(name))}</th>${columns.map(
        (column, at) => html`<td>${this.nested(column, within(row, column.key, at))}</td>`,
      )}</tr>`
    })}</tbody></table>`
  }

  private groups(question: Of<'groups'>, place: Place): Markup {
    return html`${Array.from({ length: printedTimes(question.repeat) }, (_, index) => {
      const group = within(place, index, index)
      return html`<div class="group"><h4>${this.texts.say(phrases.time)} ${index + 1}</h4>${question.questions
        .filter(isPrinted)
        .map((inner, at) => {
          const innerPlace = within(group, inner.key, at)
          return html`<div class="inner">${this.condition(inner)}<h5><span class="row-number">${innerPlace.number}</span> ${this.texts.say(inner.title)}</h5>${this.hints(inner)}${this.body(inner, innerPlace)}</div>`
        })}</div>`
    })}`
  }

  /** A question inside a cell: its field is marked where it has just one. */
  private nested(column: Question, place: Place): Markup {
    return this.body(column, place)
  }

  private line(field: PaperField): Markup {
    const cells = { number: 5, date: 8 }[field.shape as 'number' | 'date']
    if (!cells) return html`<span class="line" data-field="${field.key}"></span>`
    const breaks = field.shape === 'date' ? [2, 4] : []
    return html`<span class="digits" data-field="${field.key}">${Array.from(
      { length: cells },
      (_, at) => html`${breaks.includes(at) && ' / '}<i></i>`,
    )}</span>`
  }
}

const questionsIn = (elements: Element[]): Question[] =>
  elements.flatMap((element) => {
    if (element.kind === 'panel') return questionsIn(element.elements)
    return element.kind === 'html' || element.kind === 'image' ? [] : [element]
  })

/** A box to tick with its code: the number that is keyed in. */
function box(code: number): Markup {
  return html`<span class="box"></span><span class="code">${code}</span>`
}

function longLines(field: PaperField): Markup {
  return html`<div class="long" data-field="${field.key}">${Array.from({ length: 4 }, () => html`<i></i>`)}</div>`
}

const isShort = (choices: PaperChoice[]) =>
  choices.length > 3 && choices.every(({ label }) => label.vi.length <= 26)

function whatToDo(question: Question): LocalText | undefined {
  switch (question.kind) {
    case 'single':
      return phrases.pickOne
    case 'multiple':
      return phrases.pickSeveral
    case 'matrix':
      return question.isMultiple ? phrases.pickSeveralInRow : phrases.pickOneInRow
    case 'ranking':
      return question.isSelecting ? phrases.rankSome : phrases.rankAll
    case 'text':
      if (question.input === 'number') return phrases.writeNumber
      return question.input === 'date' ? phrases.writeDate : undefined
    default:
      return undefined
  }
}

function limitText(question: Question): LocalText | undefined {
  if (question.kind !== 'multiple' && question.kind !== 'ranking') return undefined
  const { minSelected, maxSelected } = question
  const part = (word: LocalText, count: number | undefined, language: 'vi' | 'en') =>
    count ? [`${word[language]} ${count} ${phrases.boxes[language]}`] : []
  const text = (language: 'vi' | 'en') =>
    [...part(phrases.atLeast, minSelected, language), ...part(phrases.atMost, maxSelected, language)].join(
      ', ',
    )
  return text('vi') ? { vi: text('vi'), en: text('en') } : undefined
}
