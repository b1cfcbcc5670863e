// Somebody without a script goes through a form that the server turns, page by page, and gives these answers where they
// are asked for: what each post holds is what the page's own fields would send.
import type { PageModel, QuestionPanelDynamicModel, SurveyModel } from 'survey-core'
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import { choicesOf, fieldValue } from '#lib/surveys/light-form/choice-html'
import { FormDrawing } from '#lib/surveys/light-form/form-drawing'
import type { FormState } from '#lib/surveys/light-form/form-state'
import { openStep } from '#lib/surveys/light-form/open-step'
import { rankSpot } from '#lib/surveys/light-form/ranking-html'
import { allSpots } from '#lib/surveys/light-form/read-fields'
import { readPost } from '#lib/surveys/light-form/read-post'
import { pagingModeOf, rootsOf } from '#lib/surveys/light-form/roots'
import { type Spot, spotsIn, spotsOf } from '#lib/surveys/light-form/spots'
import { type Step, takeStep } from '#lib/surveys/light-form/take-step'
import { plainData } from '#lib/surveys/survey-clock'

/** The last step: complete, or the page on which the answers were not taken. */
export function answerPages(compiled: CompiledForm, wanted: Answers): Step {
  let fields = new URLSearchParams({ '~page': '0', '~consent': '1' })
  for (let turns = 0; turns < 200; turns++) {
    const step = takeStep(compiled, readPost(compiled, fields), 'vi')
    if (step.isComplete || step.state.faults.length > 0) return step
    fields = fillIn(compiled, step.state, wanted)
  }
  throw new Error('The form does not end')
}

function fillIn(compiled: CompiledForm, state: FormState, wanted: Answers): URLSearchParams {
  const { page, answers, variables, trail } = state
  const survey = openStep(compiled.json as object, 'vi', state)
  const here = rootsOf(survey, pagingModeOf(compiled.json))[page - 1]!
  const all = spotsOf(survey)
  const spots = allSpots(here.parts.flatMap((part) => spotsIn(all, part)))
  const fields = new URLSearchParams({
    '~page': String(page),
    '~consent': '1',
    '~state': JSON.stringify({ answers, variables, trail }),
    '~shown': new FormDrawing(compiled, survey, state, 'vi').shown(),
  })
  for (const spot of spots)
    write(spot, valueAt(wanted, spot.path), valueAt(wanted, `${spot.path}-Comment`), fields)
  for (const { question, field, path } of spots) {
    if (question.getType() !== 'paneldynamic') continue
    const many = (valueAt(wanted, path) as unknown[] | undefined)?.length ?? 0
    const { panelCount, canAddPanel } = question as QuestionPanelDynamicModel
    if (panelCount < many && canAddPanel) {
      fields.set('~add', field)
      break
    }
  }
  return fields
}

/**
 * The same person on SurveyJS' own page: what it would send at the end; null when it does not let the answers through. An
 * answer that leads away from its page at once is given as the last one there, so that the whole page is answered, as it
 * is on a page that is posted whole.
 */
export function answerSurvey(open: () => SurveyModel, wanted: Answers): Answers | null {
  const leading = new Set<string>()
  for (;;) {
    const known = leading.size
    const sent = answerOnce(open(), wanted, leading)
    if (leading.size === known) return sent
  }
}

/** Adds to `leading` what has led away from a page before the rest of it was answered. */
function answerOnce(survey: SurveyModel, wanted: Answers, leading: Set<string>): Answers | null {
  if (survey.state === 'starting') survey.start()
  for (let turns = 0; turns < 200 && survey.state !== 'completed'; turns++) {
    const before = survey.currentPage
    const typed = new Set<string>()
    const filled = new Set(
      spotsOn(survey).flatMap(({ question, path }) => (question.isEmpty() ? [] : [path])),
    )
    // the second time what the answers have brought up
    for (const _again of [1, 2]) {
      const spots = spotsOn(survey)
      const last = spots.filter(({ path }) => leading.has(path))
      for (const spot of [...spots.filter((spot) => !last.includes(spot)), ...last]) {
        if (survey.currentPage !== before || typed.has(spot.path)) continue
        type(spot, wanted, typed, filled)
        if (survey.currentPage !== before && spots.some(({ path }) => !typed.has(path)))
          leading.add(spot.path)
      }
    }
    if (survey.currentPage !== before) continue // an answer has led elsewhere
    const hasPassed =
      survey.state === 'preview' || survey.isLastPage ? survey.tryComplete() : survey.nextPage()
    if (!hasPassed && survey.state === 'running' && survey.currentPage === before) return null
  }
  return plainData(survey.data)
}

function spotsOn(survey: SurveyModel): Spot[] {
  return allSpots(spotsIn(spotsOf(survey), survey.currentPage as PageModel))
}

function type({ question, path }: Spot, wanted: Answers, typed: Set<string>, filled: Set<string>): void {
  if (!question.isVisible || question.isReadOnly) return
  typed.add(path)
  const value = valueAt(wanted, path)
  const words = valueAt(wanted, `${path}-Comment`)
  switch (question.getType()) {
    case 'paneldynamic':
      ;(question as QuestionPanelDynamicModel).panelCount = (value as unknown[] | undefined)?.length ?? 0
      return
    case 'matrixdropdown':
    case 'expression':
      return
    default:
      if (value === undefined && filled.has(path)) question.clearValue(true)
      if (value !== undefined) question.value = structuredClone(value)
      if (words !== undefined) question.comment = String(words)
  }
}

function valueAt(answers: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], answers)
}

function write(spot: Spot, value: unknown, words: unknown, fields: URLSearchParams): void {
  const { question, field } = spot
  if (words !== undefined) fields.set(`${field}-Comment`, String(words))
  const type = question.getType()
  if (value === undefined || ['paneldynamic', 'matrixdropdown', 'expression'].includes(type)) return
  if (type === 'ranking') {
    for (const [number, choice] of choicesOf(question).entries()) {
      const place = (value as unknown[]).indexOf(choice.value)
      if (place >= 0) fields.set(rankSpot(spot, choice.value, number).field, String(place + 1))
    }
    return
  }
  if (['matrix', 'multipletext'].includes(type) && typeof value === 'object') {
    for (const [part, inner] of Object.entries(value as object))
      for (const one of [inner].flat()) fields.append(`${field}.${part}`, fieldValue(one))
    return
  }
  for (const one of [value].flat()) fields.append(field, fieldValue(one))
}
