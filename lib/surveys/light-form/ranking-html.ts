// An order of preference as one small list of numbers per choice: works without a script, with a keyboard and when read
// out. The choices keep their order on the page, so that no order is suggested by moving them about.
import type { QuestionRankingModel } from 'survey-core'
import { choicesOf, fieldValue } from '#lib/surveys/light-form/choice-html'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { group, sayIn, textOf, type View } from '#lib/surveys/light-form/question-frame'
import { innerSpot, type Spot } from '#lib/surveys/light-form/spots'

export function ranking(spot: Spot, view: View): Markup {
  const question = spot.question as QuestionRankingModel
  const say = sayIn(view)
  const order = (Array.isArray(question.value) ? question.value : []).map(fieldValue)
  const choices = choicesOf(question)
  const most = question.selectToRankEnabled ? question.maxSelectedChoices || choices.length : choices.length
  const lines = choices.map(({ value, item }, number) => {
    const { field, anchor } = rankSpot(spot, value, number)
    const chosen = view.typed?.get(field) ?? String(order.indexOf(fieldValue(value)) + 1)
    const numbers = Array.from({ length: most }, (_, place) => String(place + 1))
    return html`<label class=rank><select id=${anchor} name="${field}" ${question.isReadOnly && html`disabled`}><option value="">–</option>${numbers.map((figure) => html`<option ${figure === chosen && html`selected`}>${figure}</option>`)}</select><span>${item && textOf(item.locText)}</span></label>`
  })
  const hint = question.selectToRankEnabled ? say.rankSome(most) : say.rankAll(choices.length)
  return group(spot, view, html`<p class=hint>${hint}</p><div class=os data-rank>${lines}</div>`, 'parts')
}

/** The field with the number of one choice. */
export function rankSpot(spot: Spot, value: unknown, number: number): Spot {
  return innerSpot(spot, spot.question, [fieldValue(value)], [number])
}
