// One question as semantic HTML, by its type in SurveyJS: a fieldset with a legend for choices, a label for an entry.
import type { IElement, PanelModel, Question, QuestionExpressionModel } from 'survey-core'
import { dropdown, oneOf, pictures, rating, severalOf } from '#lib/surveys/light-form/choice-html'
import { entry, fields } from '#lib/surveys/light-form/entry-html'
import { groups } from '#lib/surveys/light-form/groups-html'
import { html, type Markup } from '#lib/surveys/light-form/html'
import { sayIn, textOf, title, type View } from '#lib/surveys/light-form/question-frame'
import { ranking } from '#lib/surveys/light-form/ranking-html'
import { isText, panelSpots, type Spot } from '#lib/surveys/light-form/spots'
import { cells, matrix } from '#lib/surveys/light-form/table-html'
import { textHtml } from '#lib/surveys/light-form/text-html'

/** How each type of SurveyJS is drawn. A type that is not here is no question of the light form. */
const drawings: Record<string, (spot: Spot, view: View) => Markup> = {
  radiogroup: oneOf,
  buttongroup: oneOf,
  boolean: oneOf,
  checkbox: severalOf,
  tagbox: severalOf,
  dropdown,
  rating,
  imagepicker: pictures,
  text: entry,
  comment: entry,
  multipletext: fields,
  matrix,
  ranking,
  matrixdropdown: (spot, view) => cells(spot, view, (inner) => questionHtml(inner, view)),
  paneldynamic: (spot, view) => groups(spot, view, (panel, number) => panelHtml(spot, panel, number, view)),
  expression: result,
}

/** The HTML of a question, without the wrapper that shows and hides it. */
export function questionHtml(spot: Spot, view: View): Markup {
  const draw = drawings[spot.question.getType()]
  return draw
    ? draw(spot, view)
    : html`<p class=label>${title(spot, view)}</p><p class=hint>${sayIn(view).notHere}</p>`
}

/** A figure that follows from the answers. */
function result({ question, anchor }: Spot): Markup {
  const { formatedValue, value } = question as QuestionExpressionModel
  return html`<p class=label>${textOf(question.locTitle)}</p><output id=${anchor}>${String(formatedValue ?? value ?? '')}</output>`
}

/** What one repetition shows: its questions, texts and the headings of panels in it. */
function panelHtml(outer: Spot, panel: PanelModel, number: number, view: View): Markup[] {
  const spots = new Map<IElement, Spot>(panelSpots(outer, panel, number).map((spot) => [spot.question, spot]))
  const draw = (element: IElement): Markup => {
    if (!element.isVisible) return html``
    if (element.isPanel)
      return html`${panelTitle(element as unknown as PanelModel)}${(element as unknown as PanelModel).elements.map(draw)}`
    if (isText(element as Question)) return html`<div class=text>${textHtml(element as Question)}</div>`
    const spot = spots.get(element)
    return spot ? html`<div class=cell>${questionHtml(spot, view)}</div>` : html``
  }
  return panel.elements.map(draw)
}

/** The heading of a panel, where it has one. */
export function panelTitle(panel: PanelModel): Markup {
  const [name, about] = [panel.title && textOf(panel.locTitle), textOf(panel.locDescription)]
  return html`${name && html`<h2>${name}</h2>`}${about && html`<p class=about>${about}</p>`}`
}
