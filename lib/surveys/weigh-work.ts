// How much a form asks of somebody who has given a certain answer, as survey-core sees it.
import type { Answers } from '#lib/surveys/conditions'
import { openStep } from '#lib/surveys/light-form/open-step'

export type FormWork = {
  /** Questions with a scale that is read upwards: ratings and matrices. */
  ratings: ReadonlySet<string>
  /** Questions that are shown after these answers, those that must be answered counted twice. */
  workAfter: (answers: Answers) => number
}

/** For a form that SurveyJS can read. */
export function weighWork(formJson: object): FormWork {
  const survey = openStep(formJson, 'vi')
  const ratings = survey.getAllQuestions().filter((one) => ['rating', 'matrix'].includes(one.getType()))
  return {
    ratings: new Set(ratings.map(({ name }) => name)),
    workAfter: (answers) => {
      survey.data = answers
      const asked = survey.getAllQuestions(true).filter((one) => one.isParentVisible)
      return asked.length + asked.filter((one) => one.isRequired).length
    },
  }
}
