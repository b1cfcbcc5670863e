// What every question has around its fields: title, mark, hints, the message of a fault tied to it for screen readers, and
// the line for words beside the answer.
import type { ItemValue, LocalizableString, Question } from 'survey-core'
import type { Fault } from '#lib/problem'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { fallbackMark } from '#lib/surveys/light-form/localize-form'
import { markedPhrases, markedText } from '#lib/surveys/light-form/marked-text'
import type { InterfaceLanguage } from '#lib/surveys/light-form/phrases'
import type { MarkedPhrases } from '#lib/surveys/light-form/speak'
import type { Spot } from '#lib/surveys/light-form/spots'
import { longestRemark } from '#lib/surveys/longest-remark'
import { portableExpression } from '#lib/surveys/portable-expression'

/** What drawing a question depends on beside the question. */
export type View = {
  language: InterfaceLanguage
  faults: Fault[]
  /** Which questions are marked: the rarer kind. */
  marks: 'required' | 'optional'
  /** The fields as they were posted, where an answer cannot say what was typed. */
  typed?: URLSearchParams
  /** The whole form is in the document: what follows from the answers is left to the script. */
  isWhole: boolean
  /** The element to begin with, after a panel has been added or removed. */
  focus?: string
  /** Filled while drawing: the element that a fault's path leads to. */
  anchors: Map<string, string>
}

export const sayIn = (view: View): MarkedPhrases<Markup> => markedPhrases[view.language]

/** A text with what it takes from the answers, marked where it has fallen back to Vietnamese. */
export function textOf(text: LocalizableString): Markup | '' {
  const plain = plainOf(text)
  if (!plain) return ''
  return text.textOrHtml.startsWith(fallbackMark) ? html`<span lang=vi>${plain}</span>` : html`${plain}`
}

/** The same for places that hold no markup. A choice without a value has null for a text, whatever its type says. */
export const plainOf = (text: LocalizableString): string =>
  ((text.textOrHtml as string | null) ?? '').replaceAll(fallbackMark, '')

/** True when the question has to be answered, with the answers as they stand. */
function asksForAnswer(question: Question): boolean {
  return question.isRequired || asksForRows(question)
}

const asksForRows = (question: Question) =>
  (question as { eachRowRequired?: boolean }).eachRowRequired === true

/** True when the question has to be answered, at least in some cases. */
export const mayAskForAnswer = (question: Question): boolean =>
  asksForAnswer(question) || Boolean(question.requiredIf)

/** Tells a screen reader what must be answered; the script keeps it true where the answers decide. */
export function required({ question }: Spot): Markup | false {
  if (asksForAnswer(question)) return html`aria-required=true`
  return mayAskForAnswer(question) && html`aria-required=false`
}

/** A fieldset with the question's title; `role` radiogroup for one choice out of several. */
export function group(
  spot: Spot,
  view: View,
  inside: Markup,
  kind: 'radiogroup' | 'checkboxes' | 'parts',
): Markup {
  const isOne = kind === 'radiogroup'
  return html`<fieldset ${kind === 'parts' && html`class=m`} id=${spot.anchor} tabindex=-1 ${view.focus === spot.anchor && html`autofocus`} ${isOne && html`role=radiogroup ${required(spot)}`} ${state(spot.path, spot.anchor, view, isOne)}><legend>${title(spot, view)}</legend>${hints(spot, view)}${message(spot.path, spot.anchor, view)}${inside}${wordsBeside(spot, view)}</fieldset>`
}

/** A question with one field: its label, and the field that `draw` makes. */
export function labelled(spot: Spot, view: View, control: Markup): Markup {
  return html`<label class=label for=${spot.anchor}>${title(spot, view)}</label>${hints(spot, view)}${message(spot.path, spot.anchor, view)}${control}${wordsBeside(spot, view)}`
}

export function title({ question, title: own = question.locTitle }: Spot, view: View): Markup {
  return html`${textOf(own)}${mark(question, view)}`
}

/** Says "required" or "optional"; where the answers decide and the page is not drawn anew, the script shows or hides it. */
function mark(question: Question, view: View): Markup | false {
  const say = sayIn(view)
  const isRequired = asksForAnswer(question)
  const isMarked = (view.marks === 'required') === isRequired
  const word = (text: Markup | string, live?: Markup | false) =>
    html` <span class=opt ${live}>(${text})</span>`
  if (!view.isWhole || !question.requiredIf || asksForRows(question)) return isMarked && word(say[view.marks])
  const condition = portableExpression(question.requiredIf)
  if (!condition) return word(say.requiredAtTimes)
  const shownIf = view.marks === 'required' ? condition : ['negate', condition]
  return word(say[view.marks], html`data-if="${JSON.stringify(shownIf)}" ${!isMarked && html`hidden`}`)
}

function hints({ question }: Spot, view: View): Markup {
  const { maxSelectedChoices } = question as unknown as { maxSelectedChoices?: number }
  const say = sayIn(view)
  const isSeveral = ['checkbox', 'tagbox'].includes(question.getType())
  const line = (text: Markup | '' | false | undefined) => text && html`<p class=hint>${text}</p>`
  return html`${line(textOf(question.locDescription))}${line(isSeveral && (maxSelectedChoices ? say.chooseUpTo(maxSelectedChoices) : say.chooseSeveral))}${scaleEnds(question)}`
}

/** What the two ends of a scale mean: "1 = very dissatisfied", "5 = very satisfied". */
function scaleEnds(question: Question): Markup | false {
  const {
    locMinRateDescription,
    locMaxRateDescription,
    visibleChoices = [],
  } = question as unknown as {
    locMinRateDescription?: LocalizableString
    locMaxRateDescription?: LocalizableString
    visibleChoices?: ItemValue[]
  }
  const ends = [
    [visibleChoices[0], locMinRateDescription],
    [visibleChoices.at(-1), locMaxRateDescription],
  ] as const
  const said = ends.flatMap(([item, text]) =>
    item && text && textOf(text) ? html`<span>${textOf(item.locText)} = ${textOf(text)}</span>` : [],
  )
  return said.length > 0 && html`<p class="hint ends">${said}</p>`
}

/** The line for words: a remark of its own, or what "other" means. */
function wordsBeside(spot: Spot, view: View): Markup | false {
  const { question } = spot
  const { showOtherItem } = question as { showOtherItem?: boolean }
  const label = question.showCommentArea
    ? textOf(question.locCommentText)
    : showOtherItem && sayIn(view).sayWhat
  if (!label) return false
  const kind = question.showCommentArea ? '' : ' other'
  const [path, field, anchor] = [`${spot.path}-Comment`, `${spot.field}-Comment`, `${spot.anchor}w`]
  return html`<label class="words${kind}">${label}<input type=text id=${anchor} name="${field}" maxlength=${longestRemark} value="${question.comment}" autocomplete=off ${state(path, anchor, view, true)}></label>${message(path, anchor, view)}`
}

/** The message of a fault at a path, beside the element with this id. */
export function message(path: string, anchor: string, view: View): Markup | false {
  view.anchors.set(path, anchor)
  const fault = faultAt(path, view)
  return fault ? html`<p class=fault id=e-${anchor}>${markedText(fault, view.language)}</p>` : false
}

/** The attributes of a field with a fault. */
export function state(path: string, anchor: string, view: View, canBeInvalid: boolean): Markup | false {
  if (!faultAt(path, view)) return false
  return html`${canBeInvalid && html`aria-invalid=true`} aria-describedby=e-${anchor}`
}

const faultAt = (path: string, view: View) => view.faults.find((fault) => fault.question === path)
