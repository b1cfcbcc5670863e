// A panel that repeats. Adding and removing are buttons of the form, so that they work as a plain post.
import type { PanelModel, QuestionPanelDynamicModel } from 'survey-core'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { group, textOf, type View } from '#lib/surveys/light-form/question-frame'
import { canRemove, panelsOf, type Spot } from '#lib/surveys/light-form/spots'

export function groups(
  spot: Spot,
  view: View,
  draw: (panel: PanelModel, number: number) => Markup[],
): Markup {
  const question = spot.question as QuestionPanelDynamicModel
  const shown = panelsOf(spot)
  const boxes = shown.map(({ panel, number }, place) => {
    const name = textOf(panel.locTitle) || html`${textOf(question.locTitle)} ${place + 1}`
    const remove =
      canRemove(question) &&
      html`<button class="b quiet small" name="~remove" value="${spot.field}.${number}">${textOf(question.locRemovePanelText)}<span class=vh> ${name}</span></button>`
    return html`<fieldset class="row box" id=${spot.anchor}-${number} tabindex=-1 ${view.focus === `${spot.anchor}-${number}` && html`autofocus`}><legend>${name}</legend>${draw(panel, number)}${remove}</fieldset>`
  })
  const empty = shown.length === 0 && html`<p class=hint>${textOf(question.locNoEntriesText)}</p>`
  const add =
    question.canAddPanel &&
    html`<p class=row><button class="b quiet small" name="~add" value="${spot.field}">${textOf(question.locAddPanelText)}</button></p>`
  return group(spot, view, html`${empty}${boxes}${add}`, 'parts')
}
