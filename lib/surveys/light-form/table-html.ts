// Tables without tables: one fieldset per row, so that nothing has to be scrolled sideways on a small screen and every
// field is read out with the name of its row.
import type { ItemValue, QuestionMatrixModel } from 'survey-core'
import { fieldValue } from '#lib/surveys/light-form/choice-html'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { group, message, required, state, textOf, type View } from '#lib/surveys/light-form/question-frame'
import { innerSpot, rowsOf, type Spot } from '#lib/surveys/light-form/spots'

/** One choice (or several) in every row. */
export function matrix(spot: Spot, view: View): Markup {
  const question = spot.question as QuestionMatrixModel
  const values = (question.value ?? {}) as Record<string, unknown>
  const rows = question.visibleRows.map((row, number) => {
    const place = question.hasRows ? innerSpot(spot, question, [String(row.name)], [number]) : spot
    const value = question.hasRows ? values[String(row.name)] : question.value
    return html`<div class=row>${matrixRow(place, view, textOf(row.locText), row.item, value)}</div>`
  })
  return group(spot, view, html`${rows}`, 'parts')
}

function matrixRow(spot: Spot, view: View, label: Markup | '', row: ItemValue, value: unknown): Markup {
  const question = spot.question as QuestionMatrixModel
  const isOne = question.cellType !== 'checkbox'
  const chosen = new Set((Array.isArray(value) ? value : [value]).map(fieldValue))
  const options = question.visibleColumns.map((column: ItemValue) => {
    const text = question.hasCellText
      ? textOf(question.getCellDisplayLocText(row.value, column))
      : textOf(column.locText)
    return html`<label class=o><input type=${isOne ? 'radio' : 'checkbox'} name="${spot.field}" value="${fieldValue(column.value)}" ${chosen.has(fieldValue(column.value)) && html`checked`} ${question.isReadOnly && html`disabled`}>${text}</label>`
  })
  return html`<fieldset id=${spot.anchor} tabindex=-1 ${isOne && html`role=radiogroup ${required(spot)}`} ${state(spot.path, spot.anchor, view, isOne)}><legend>${label}</legend>${message(spot.path, spot.anchor, view)}<div class="os scale">${options}</div></fieldset>`
}

/** A question of its own in every cell. */
export function cells(spot: Spot, view: View, draw: (inner: Spot) => Markup): Markup {
  const rows = rowsOf(spot).map(
    ({ title, spots }, number) =>
      html`<fieldset class="row box" id=${spot.anchor}-${number} tabindex=-1><legend>${title}</legend>${spots.map((inner) => html`<div class=cell>${draw(inner)}</div>`)}</fieldset>`,
  )
  return group(spot, view, html`${rows}`, 'parts')
}
