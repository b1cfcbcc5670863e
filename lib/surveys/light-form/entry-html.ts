// Fields to type into. Kinds that a browser fills in by itself (slider, colour, number) are plain text fields: what nobody
// has touched must not become an answer, and what is typed wrongly must not vanish before anybody can say what is wrong.
import type { QuestionCommentModel, QuestionTextModel } from 'survey-core'
import { html, type Markup } from '#lib/surveys/light-form/html'
import {
  group,
  labelled,
  message,
  plainOf,
  required,
  sayIn,
  state,
  title,
  type View,
} from '#lib/surveys/light-form/question-frame'
import { innerSpots, type Spot } from '#lib/surveys/light-form/spots'

const native = new Set(['date', 'datetime-local', 'month', 'week', 'time', 'email', 'tel', 'url', 'password'])
const longest = { text: 1000, comment: 4000 }

export function entry(spot: Spot, view: View): Markup {
  return labelled(spot, view, control(spot, view))
}

/** Several fields under one title; the field's own title is its label. */
export function fields(spot: Spot, view: View): Markup {
  const rows = innerSpots(spot).map(
    (inner) =>
      html`<div class=row><label class=label for=${inner.anchor}>${title(inner, view)}</label>${message(inner.path, inner.anchor, view)}${control(inner, view)}</div>`,
  )
  return group(spot, view, html`${rows}`, 'parts')
}

function control(spot: Spot, view: View): Markup {
  const { question, anchor, field, path } = spot
  const isLong = question.getType() === 'comment'
  const { inputType = 'text', locPlaceholder } = question as QuestionTextModel
  const value = view.typed?.get(field) ?? typedText(question.value)
  const hint = (locPlaceholder && plainOf(locPlaceholder)) || (inputType === 'color' && '#1a2b3c')
  const common = html`id=${anchor} name="${field}" ${maxLength(question as QuestionTextModel, isLong)} ${hint && html`placeholder="${hint}"`} ${required(spot)} ${question.isReadOnly && html`readonly`} ${state(path, anchor, view, true)}`
  if (isLong) {
    const rows = (question as QuestionCommentModel).rows || 4
    return html`<textarea ${common} rows=${rows}>${value.startsWith('\n') && '\n'}${value}</textarea>`
  }
  return html`${isNumber(inputType) && limits(question as QuestionTextModel, view)}<input type=${kind(question as QuestionTextModel)} ${common} value="${value}" autocomplete=off>`
}

export const isNumber = (inputType: string) => inputType === 'number' || inputType === 'range'

function kind(question: QuestionTextModel): Markup {
  const { inputType, step } = question
  if (isNumber(inputType))
    return html`text class=n inputmode=${Number.isInteger(step) && Number(step) > 0 ? 'numeric' : 'decimal'}`
  return native.has(inputType) ? html`${inputType}` : html`text`
}

/** Says what a slider would have shown. */
function limits(question: QuestionTextModel, view: View): Markup | false {
  const { inputType, renderedMin, renderedMax } = question
  return (
    inputType === 'range' &&
    html`<p class=hint>${sayIn(view).between(Number(renderedMin ?? 0), Number(renderedMax ?? 100))}</p>`
  )
}

function maxLength(question: QuestionTextModel, isLong: boolean): Markup | false {
  const isText =
    isLong || ['text', 'email', 'tel', 'url', 'password', 'number', 'range'].includes(question.inputType)
  return isText && html`maxlength=${question.getMaxLength() ?? longest[isLong ? 'comment' : 'text']}`
}

function typedText(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
