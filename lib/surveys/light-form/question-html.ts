// One question as semantic HTML: a fieldset with a legend for choices (a matrix is one fieldset per row), a label for an
// entry. The message of a fault stands beside the question and is tied to it for screen readers.
import type { Fault } from '#lib/problem'
import { type Choice, commentKey, type Entry, otherChoice, type Question, type Row } from '#lib/surveys/form'
import { anchorOf } from '#lib/surveys/light-form/anchors'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { markedPhrases, markedText } from '#lib/surveys/light-form/marked-text'
import type { InterfaceLanguage } from '#lib/surveys/light-form/phrases'
import type { MarkedPhrases } from '#lib/surveys/light-form/speak'
import { inLanguage } from '#lib/surveys/local-text'
import { longestRemark } from '#lib/surveys/longest-remark'
import type { LocalText } from '#lib/surveys/variable'

export type QuestionView = {
  language: InterfaceLanguage
  /** Position in the form: what ids are made of. */
  index: number
  /** What was typed so far, right or wrong. */
  value: unknown
  words: unknown
  faults: Fault[]
  /** Which questions are marked: the rarer kind. */
  marks: 'required' | 'optional'
}

/** True when the question has to be answered, at least in some cases. */
export function asksForAnswer(question: Question): boolean {
  const isMatrixAsking = question.kind === 'matrix' && question.isEachRowRequired
  return question.isRequired || question.requiredIf !== undefined || isMatrixAsking
}

/** The HTML of a question, without the wrapper that shows and hides it. */
export function questionHtml(question: Question, view: QuestionView): Markup {
  const draw = new Drawing(question, view)
  switch (question.kind) {
    case 'single':
      return question.look === 'dropdown'
        ? draw.dropdown(question.choices)
        : draw.choices(question.choices, 'radio')
    case 'multiple':
      return draw.choices(question.choices, 'checkbox')
    case 'matrix':
      return draw.matrix(question.rows, question.columns)
    case 'fields':
      return draw.fields(question.fields)
    case 'text':
      return draw.entry(question, question.isLong)
    default:
      return html``
  }
}

class Drawing {
  private readonly say: MarkedPhrases<Markup>
  constructor(
    private readonly question: Question,
    private readonly view: QuestionView,
  ) {
    this.say = markedPhrases[view.language]
  }

  choices(choices: Choice[], type: 'radio' | 'checkbox'): Markup {
    const { name, title } = this.question
    const anchor = anchorOf(this.view.index)
    const look = this.question.kind === 'single' && this.question.look === 'rating' ? 'os scale' : 'os'
    return html`${this.group(anchor, name, title, type, html`${this.hints()}${this.message(name, anchor)}<div class="${look}">${this.options(name, choices, type, this.view.value)}</div>${this.wordsBeside()}`)}`
  }

  matrix(rows: Row[], columns: Choice[]): Markup {
    const { name } = this.question
    const anchor = anchorOf(this.view.index)
    const values = (this.view.value ?? {}) as Record<string, unknown>
    return html`<fieldset class=m id=${anchor} tabindex=-1>${this.legend(this.question.title)}${this.hints()}${this.message(name, anchor)}${rows.map(
      (row, index) => {
        const rowAnchor = anchorOf(this.view.index, index)
        const path = `${name}.${row.name}`
        return html`<div class=row>${this.group(rowAnchor, path, row.label, 'radio', html`${this.message(path, rowAnchor)}<div class="os scale">${this.options(path, columns, 'radio', values[row.name])}</div>`)}</div>`
      },
    )}${this.wordsBeside()}</fieldset>`
  }

  dropdown(choices: Choice[]): Markup {
    const { name } = this.question
    const anchor = anchorOf(this.view.index)
    return html`${this.label(anchor)}${this.hints()}${this.message(name, anchor)}<select id=${anchor} name="${name}" ${this.state(name, anchor)}><option value="">–</option>${choices.map(
      (choice) =>
        html`<option value="${String(choice.value)}" ${isChosen(this.view.value, choice) && html`selected`} ${this.optionLanguage(choice.label)}>${inLanguage(choice.label, this.view.language)}</option>`,
    )}</select>${this.wordsBeside()}`
  }

  entry(entry: Entry, isLong: boolean): Markup {
    const { name } = this.question
    const anchor = anchorOf(this.view.index)
    return html`${this.label(anchor)}${this.hints()}${this.message(name, anchor)}${this.control(entry, isLong, name, anchor, this.view.value)}${this.wordsBeside()}`
  }

  fields(fields: (Entry & { name: string; label: LocalText; isRequired: boolean })[]): Markup {
    const { name } = this.question
    const anchor = anchorOf(this.view.index)
    const values = (this.view.value ?? {}) as Record<string, unknown>
    return html`<fieldset class=m id=${anchor} tabindex=-1>${this.legend(this.question.title)}${this.hints()}${this.message(name, anchor)}${fields.map(
      (field, index) => {
        const fieldAnchor = anchorOf(this.view.index, index)
        const path = `${name}.${field.name}`
        return html`<div class=row><label class=label for=${fieldAnchor}>${this.text(field.label)}${this.mark(field.isRequired)}</label>${this.message(path, fieldAnchor)}${this.control(field, false, path, fieldAnchor, values[field.name])}</div>`
      },
    )}${this.wordsBeside()}</fieldset>`
  }

  private control(entry: Entry, isLong: boolean, name: string, anchor: string, value: unknown): Markup {
    const text = value === undefined || value === null ? '' : String(value)
    const hint = entry.placeholder && html`placeholder="${inLanguage(entry.placeholder, this.view.language)}"`
    const common = html`id=${anchor} name="${name}" maxlength=${entry.maxLength} ${hint} ${this.state(name, anchor)}`
    if (isLong) return html`<textarea ${common} rows=4>${text}</textarea>`
    // A number is typed as text: number fields drop what they do not understand before anybody can say what is wrong.
    const type =
      entry.input === 'number'
        ? html`text class=n inputmode=${isWhole(entry) ? 'numeric' : 'decimal'}`
        : entry.input
    return html`<input type=${type} ${common} value="${text}" autocomplete=off>`
  }

  private options(name: string, choices: Choice[], type: 'radio' | 'checkbox', value: unknown): Markup[] {
    return choices.map(
      (choice) =>
        html`<label class=o><input type=${type} name="${name}" value="${String(choice.value)}" ${isChosen(value, choice) && html`checked`}>${this.text(choice.label)}</label>`,
    )
  }

  private group(
    anchor: string,
    path: string,
    title: LocalText,
    type: 'radio' | 'checkbox',
    inside: Markup,
  ): Markup {
    const role = type === 'radio' && html`role=radiogroup ${this.isRequired() && html`aria-required=true`}`
    return html`<fieldset id=${anchor} tabindex=-1 ${role} ${this.state(path, anchor, type)}>${this.legend(title)}${inside}</fieldset>`
  }

  private legend(title: LocalText): Markup {
    return html`<legend>${this.text(title)}${title === this.question.title && this.mark(this.isRequired())}</legend>`
  }

  private label(anchor: string): Markup {
    return html`<label class=label for=${anchor}>${this.text(this.question.title)}${this.mark(this.isRequired())}</label>`
  }

  private mark(isRequired: boolean): Markup | false {
    const { marks } = this.view
    return (marks === 'required') === isRequired && html` <span class=opt>(${this.say[marks]})</span>`
  }

  private hints(): Markup {
    const { question } = this
    const most =
      question.kind === 'multiple' &&
      (question.maxSelected ? this.say.chooseUpTo(question.maxSelected) : this.say.chooseSeveral)
    const ends = question.kind === 'single' && question.ends
    const scale =
      ends && [ends.low, ends.high].filter((text) => text !== undefined).map((text) => this.text(text))
    return html`${question.description && html`<p class=hint>${this.text(question.description)}</p>`}${most && html`<p class=hint>${most}</p>`}${
      scale &&
      scale.length > 0 &&
      html`<p class=hint>${scale.flatMap((text, index) => (index ? [html` → `, text] : [text]))}</p>`
    }`
  }

  private wordsBeside(): Markup {
    const label = this.question.comment
      ? this.text(this.question.comment.label)
      : otherChoice(this.question) && this.say.sayWhat
    if (!label) return html``
    const key = commentKey(this.question)
    const anchor = `${anchorOf(this.view.index)}w`
    return html`<label class=words>${label}<input type=text id=${anchor} name="${key}" maxlength=${longestRemark} value="${String(this.view.words ?? '')}" autocomplete=off ${this.state(key, anchor)}></label>${this.message(key, anchor)}`
  }

  private message(path: string, anchor: string): Markup | false {
    const fault = this.faultAt(path)
    return fault ? html`<p class=fault id=e-${anchor}>${markedText(fault, this.view.language)}</p>` : false
  }

  private state(path: string, anchor: string, type?: 'radio' | 'checkbox'): Markup | false {
    if (!this.faultAt(path)) return false
    const invalid = type !== 'checkbox' && html`aria-invalid=true`
    return html`${invalid} aria-describedby=e-${anchor}`
  }

  private faultAt(path: string): Fault | undefined {
    return this.view.faults.find((fault) => fault.question === path)
  }

  private isRequired(): boolean {
    return asksForAnswer(this.question)
  }

  /** An option can hold no span. */
  private optionLanguage(text: LocalText): Markup | false {
    return text[this.view.language] === undefined && this.view.language !== 'vi' && html`lang=vi`
  }

  private text(text: LocalText): Markup {
    return markedText(text, this.view.language)
  }
}

const isWhole = (entry: Entry) => entry.step !== undefined && Number.isInteger(entry.step)

function isChosen(value: unknown, choice: Choice): boolean {
  return Array.isArray(value) ? value.includes(choice.value) : value === choice.value
}
