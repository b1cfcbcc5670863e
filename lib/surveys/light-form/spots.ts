// Where the questions of a survey stand: the path of each answer (as faults name it), the name of its field and the id of
// its element. Questions inside repeated panels, tables and lists of fields get theirs from the question around them.
import type {
  IElement,
  LocalizableString,
  PageModel,
  PanelModel,
  Question,
  QuestionMatrixDropdownModelBase,
  QuestionMultipleTextModel,
  QuestionPanelDynamicModel,
  SurveyModel,
} from 'survey-core'
import { anchorOf } from '#lib/surveys/light-form/anchors'

export type Spot = {
  question: Question
  /** As in the answers object: "members.0.age". */
  path: string
  field: string
  anchor: string
  /** Position among the questions of the form; those inside others have that of the outermost. */
  index: number
  isInner: boolean
  /** Where survey-core's own title would repeat what stands around the question. */
  title?: LocalizableString
}

/** What shows something and asks nothing. */
export const isText = (question: Question) => ['html', 'image'].includes(question.getType())

/** The questions that stand on pages and in panels, in the order of the form. */
export function spotsOf(survey: SurveyModel): Spot[] {
  const taken = new Set<string>()
  return survey
    .getAllQuestions(false)
    .filter((question) => !isText(question))
    .map((question, index) => {
      const field = unique(part(question.name), taken)
      return {
        question,
        path: question.getValueName(),
        field,
        anchor: anchorOf(index),
        index,
        isInner: false,
      }
    })
}

/** The spot of a question inside another: `keys` are the parts of its path below, `numbers` those of its id. */
export function innerSpot(
  outer: Spot,
  question: Question,
  keys: (string | number)[],
  numbers: number[],
): Spot {
  return {
    question,
    path: [outer.path, ...keys].join('.'),
    field: [outer.field, ...keys.map(part)].join('.'),
    anchor: [outer.anchor, ...numbers].join('-'),
    index: outer.index,
    isInner: true,
  }
}

/** The questions inside a question, as far as they are visible. */
export function innerSpots(spot: Spot): Spot[] {
  switch (spot.question.getType()) {
    case 'paneldynamic':
      return panelsOf(spot).flatMap(({ panel, number }) => panelSpots(spot, panel, number))
    case 'matrixdropdown':
      return rowsOf(spot).flatMap(({ spots }) => spots)
    case 'multipletext':
      return (spot.question as QuestionMultipleTextModel).items.map((item, number) =>
        innerSpot(spot, item.editor, [item.name], [number]),
      )
    default:
      return []
  }
}

/** The repetitions of a repeated panel that are visible, with their places in the answer. */
export function panelsOf({ question }: Spot): { panel: PanelModel; number: number }[] {
  const { panels } = question as QuestionPanelDynamicModel
  return panels.flatMap((panel, number) => (panel.visible ? [{ panel, number }] : []))
}

/**
 * Whether a repetition can be taken away. The last one of a form that begins with some cannot: SurveyJS has no answer that
 * says "none" there, and would show the first one again.
 */
export function canRemove(question: QuestionPanelDynamicModel): boolean {
  const { jsonObj } = question as unknown as { jsonObj?: { panelCount?: number } }
  return question.canRemovePanel && (question.panelCount > 1 || !jsonObj?.panelCount)
}

/** The visible questions of one repetition. */
export function panelSpots(spot: Spot, panel: PanelModel, number: number): Spot[] {
  return panel.questions.flatMap((question, place) =>
    question.isVisible && !isText(question)
      ? [innerSpot(spot, question, [number, question.getValueName()], [number, place])]
      : [],
  )
}

/** The visible rows of a table with questions in its cells. */
export function rowsOf(spot: Spot): { title: string; spots: Spot[] }[] {
  const matrix = spot.question as QuestionMatrixDropdownModelBase
  return matrix.visibleRows.map((row, number) => ({
    title: row.locText?.textOrHtml ?? String(row.text ?? ''),
    spots: row.cells.flatMap((cell, column) =>
      cell.question.isVisible
        ? [
            {
              ...innerSpot(spot, cell.question, [row.rowName, cell.column.name], [number, column]),
              title: cell.column.locTitle,
            },
          ]
        : [],
    ),
  }))
}

/** The spots of one page or element. */
export function spotsIn(spots: Spot[], root: IElement | PageModel): Spot[] {
  return spots.filter(({ question }) => isInside(question, root))
}

function isInside(element: IElement, root: unknown): boolean {
  for (let part: unknown = element; part; part = (part as { parent?: unknown }).parent)
    if (part === root) return true
  return false
}

/** "." separates the parts of a name and "~" begins names of our own. */
const part = (name: string | number) => String(name).replace(/[.~%]/g, encodeCharacter)
const encodeCharacter = (character: string) => `%${character.charCodeAt(0).toString(16)}`

function unique(name: string, taken: Set<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name}~${number}`
  taken.add(free)
  return free
}
