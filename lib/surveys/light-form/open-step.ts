// A SurveyModel for one step: survey-core is the single truth about what is visible, offered, computed and said. Made
// afresh for every step, so that nothing of one person stays for the next, and never allowed to fetch anything.
import { Model, type Question, type SurveyModel } from 'survey-core'
import type { Answers } from '#lib/surveys/conditions'
import { localizeForm } from '#lib/surveys/light-form/localize-form'
import '#lib/surveys/panel-limit' // no answer may ask for a million repetitions
import '#lib/surveys/survey-clock' // "today()" is the day in Viet Nam
import { dictionaryOf, settleSurveyStrings } from '#lib/surveys/survey-strings'

/** Answers, and what triggers have noted beside them. */
export type SurveyState = {
  answers: Answers | null
  variables?: Answers
  /** Gives one person the same random order at every step. */
  receipt?: string
}

/**
 * The survey in a language with `state` put in; without it the survey is untouched and has its default values. Pages are
 * always whole pages here: roots.ts says how they are shown.
 */
export function openStep(formJson: object, language: string, state?: SurveyState): SurveyModel {
  settleSurveyStrings()
  const randomSeed = state?.receipt ? Number.parseInt(state.receipt.slice(0, 8), 16) || 1 : undefined
  const survey = new Model({ ...localized(formJson, language), locale: dictionaryOf(language), randomSeed })
  survey.validationAllowSwitchPages = true
  survey.validationAllowComplete = true
  if (state?.answers) {
    for (const [name, value] of Object.entries(state.variables ?? {})) survey.setVariable(name, value)
    survey.data = fitting(survey, state.answers)
  }
  return survey
}

/** Ways of turning pages that are done without survey-core. */
const ourOwn = {
  questionsOnPageMode: undefined,
  isSinglePage: undefined,
  firstPageIsStartPage: undefined,
  firstPageIsStarted: undefined,
  showPreviewBeforeComplete: undefined,
  cookieName: undefined,
}
const made = new WeakMap<object, Map<string, object>>()

function localized(formJson: object, language: string): object {
  const languages = made.get(formJson) ?? new Map<string, object>()
  made.set(formJson, languages)
  const form = languages.get(language) ?? {
    ...(localizeForm(formJson, language) as object),
    ...ourOwn,
  }
  languages.set(language, form)
  return structuredClone(form)
}

/** A copy without values of a shape that the question cannot have: survey-core would stumble over them. */
function fitting(survey: SurveyModel, answers: Answers): Answers {
  const data = structuredClone(answers)
  for (const question of survey.getAllQuestions()) {
    const name = question.getValueName()
    if (data[name] !== undefined && !fits(question, data[name])) delete data[name]
  }
  return data
}

const isObject = (value: unknown) => value !== null && typeof value === 'object' && !Array.isArray(value)

function fits(question: Question, value: unknown): boolean {
  switch (question.getType()) {
    case 'checkbox':
    case 'tagbox':
    case 'ranking':
      return Array.isArray(value)
    case 'paneldynamic':
    case 'matrixdynamic':
      return Array.isArray(value) && value.every(isObject)
    case 'multipletext':
      return isObject(value)
    case 'matrix':
      return isObject(value)
    case 'matrixdropdown':
      return isObject(value) && Object.values(value as object).every(isObject)
    default:
      return true
  }
}
