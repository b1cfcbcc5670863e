// What the triggers of a survey say when a screen is left: end here, or skip to a question. survey-core decides; only the
// going there is ours, because here a step is a post and not a change on the screen. survey-core runs a skip when an answer
// changes and never on leaving, so that skips are asked apart: the other triggers have had the change already.
import type { Question, SurveyModel } from 'survey-core'
import type { Root } from '#lib/surveys/light-form/roots'

type Watched = {
  focusQuestion(name: string): boolean
  setCompleted(): void
  checkTriggers(keys: object, isOnNextPage: boolean, isOnComplete: boolean, isOnNavigation: boolean): void
  getFilteredProperties(): object
}
type Skip = { checkExpression(options: object): void }

export function runTriggers(survey: SurveyModel, here: Root): { isComplete: boolean; goesTo?: string } {
  if (survey.triggers.length === 0) return { isComplete: false }
  const said: { isComplete: boolean; goesTo?: string } = { isComplete: false }
  const watched = survey as unknown as Watched
  watched.focusQuestion = (name) => {
    said.goesTo = name
    return true
  }
  watched.setCompleted = () => {
    said.isComplete = true
  }
  const questions = here.parts.flatMap((part) =>
    part.isPanel || part.isPage
      ? (part as unknown as { questions: Question[] }).questions
      : [part as Question],
  )
  const keys = Object.fromEntries(questions.map((question) => [question.getValueName(), question.value]))
  watched.checkTriggers(keys, true, false, true)
  const properties = watched.getFilteredProperties()
  for (const trigger of survey.triggers)
    if (trigger.getType() === 'skiptrigger')
      (trigger as unknown as Skip).checkExpression({
        isOnNextPage: false,
        isOnNavigation: false,
        keys,
        properties,
      })
  return said
}
