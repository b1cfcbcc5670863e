// Questions with choices: one, several, from a list, on a scale, from pictures. Scales drawn as stars or faces carry their
// figure as text, so that nobody has to see them to know them.
import type { ItemValue, Question, QuestionImagePickerModel, QuestionRatingModel } from 'survey-core'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { phrases } from '#lib/surveys/light-form/phrases'
import {
  group,
  labelled,
  plainOf,
  required,
  state,
  textOf,
  type View,
} from '#lib/surveys/light-form/question-frame'
import type { Spot } from '#lib/surveys/light-form/spots'
import { safeAddress } from '#lib/surveys/light-form/text-html'

/** A choice as the browser sends it. */
export function fieldValue(value: unknown): string {
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The choices on offer now, of any question that has some. */
export function choicesOf(question: Question): { value: unknown; item?: ItemValue }[] {
  if (question.getType() === 'boolean') {
    const { valueTrue, valueFalse } = question as unknown as { valueTrue?: unknown; valueFalse?: unknown }
    return [{ value: valueTrue ?? true }, { value: valueFalse ?? false }]
  }
  const { visibleChoices = [] } = question as unknown as { visibleChoices?: ItemValue[] }
  return visibleChoices.map((item) => ({ value: item.value, item }))
}

export function oneOf(spot: Spot, view: View): Markup {
  return group(spot, view, html`<div class=os>${options(spot, 'radio')}</div>`, 'radiogroup')
}

export function severalOf(spot: Spot, view: View): Markup {
  return group(spot, view, html`<div class=os>${options(spot, 'checkbox')}</div>`, 'checkboxes')
}

export function rating(spot: Spot, view: View): Markup {
  const question = spot.question as QuestionRatingModel
  if (question.displayMode === 'dropdown') return dropdown(spot, view)
  const isShort =
    question.rateType !== 'stars' &&
    choicesOf(question).every(({ item }) => item && plainOf(item.locText).length < 4)
  const inside = html`<div class="os scale ${isShort && 'nums'}">${options(spot, 'radio')}</div>`
  return group(spot, view, inside, 'radiogroup')
}

export function pictures(spot: Spot, view: View): Markup {
  const { multiSelect } = spot.question as QuestionImagePickerModel
  const inside = html`<div class="os pics">${options(spot, multiSelect ? 'checkbox' : 'radio')}</div>`
  return group(spot, view, inside, multiSelect ? 'checkboxes' : 'radiogroup')
}

export function dropdown(spot: Spot, view: View): Markup {
  const { question, anchor, field, path } = spot
  const chosen = chosenOf(question)
  const lines = choicesOf(question).map(({ value, item }) => {
    const isChosen = fieldValue(value) === fieldValue(chosen)
    return html`<option value="${fieldValue(value)}" ${isChosen && html`selected`} ${item && !item.isEnabled && html`disabled`}>${item && plainOf(item.locText)}</option>`
  })
  return labelled(
    spot,
    view,
    html`<select id=${anchor} name="${field}" ${required(spot)} ${question.isReadOnly && html`disabled`} ${state(path, anchor, view, true)}><option value="">– ${phrases[view.language].choose} –</option>${lines}</select>`,
  )
}

/** What a question with choices holds; "other" stands for words of one's own. */
function chosenOf(question: Question): unknown {
  const { renderedValue } = question as unknown as { renderedValue?: unknown }
  return question.getType() === 'rating' ? question.value : (renderedValue ?? question.value)
}

function options({ question, field }: Spot, type: 'radio' | 'checkbox'): Markup[] {
  const value = chosenOf(question)
  const chosen = new Set((Array.isArray(value) ? value : [value]).map(fieldValue))
  const offered = choicesOf(question)
  return offered.map((choice, place) => {
    const isOff = question.isReadOnly || choice.item?.isEnabled === false
    return html`<label class=o><input type=${type} name="${field}" value="${fieldValue(choice.value)}" ${chosen.has(fieldValue(choice.value)) && html`checked`} ${isOff && html`disabled`}>${face(question, choice.item, place, offered.length)}</label>`
  })
}

/** Drawn, because cheap phones lack some signs and colour none of them alike. One star more for each step up. */
const star = 'm24 0l2.7 5.9 6.3.7-4.7 4.3 1.3 6.3-5.6-3.2-5.6 3.2 1.3-6.3-4.7-4.3 6.3-.7z'
const stars = (count: number) =>
  html`<svg class="rate stars" viewBox="0 0 ${count * 24} 24" aria-hidden=true><path d="M-12 3${star.repeat(count)}"/></svg>`

/** The corners of the mouth go up with the place; in the middle it is straight. */
const smiley = (place: number, of: number) => {
  const bend = Math.round((place / Math.max(of - 1, 1) - 0.5) * 14)
  return html`<svg class="rate face" viewBox="0 0 32 32" aria-hidden=true><circle cx=16 cy=16 r=13 /><path d="M11 12v1M21 12v1M10 ${21 - bend / 3}q6 ${bend} 12 0"/></svg>`
}

/** What is seen of a choice. */
function face(question: Question, item: ItemValue | undefined, place: number, of: number): Markup | '' {
  if (!item) {
    const { locLabelTrue, locLabelFalse } = question as never
    return textOf(place === 0 ? locLabelTrue : locLabelFalse)
  }
  const label = textOf(item.locText)
  const { rateType } = question as { rateType?: string }
  if (rateType === 'stars') return html`${stars(place + 1)}<span>${label}</span>`
  if (rateType === 'smileys') return html`${smiley(place, of)}<span>${label}</span>`
  if (question.getType() === 'imagepicker') return picture(question as QuestionImagePickerModel, item)
  return label
}

function picture(question: QuestionImagePickerModel, item: ItemValue): Markup {
  const { imageLink } = item as unknown as { imageLink?: string }
  const isNamed = question.showLabel
  return html`${imageLink && html`<img src="${safeAddress(imageLink)}" alt="${isNamed ? '' : plainOf(item.locText)}" loading=lazy>`}${(isNamed || !imageLink) && html`<span>${textOf(item.locText)}</span>`}`
}
