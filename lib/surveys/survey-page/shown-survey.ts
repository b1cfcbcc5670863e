// A form as a SurveyModel in a browser: on the citizen page of SurveyJS and in the preview for staff. Our own words,
// Viet Nam's clock, and nothing that a page of ours does itself.
import { Model } from 'survey-core'
import '#lib/surveys/localizable' // makes known our own properties `audio` and `image`
import '#lib/surveys/panel-limit' // no answer may ask for a million repetitions
import '#lib/surveys/survey-clock' // "today()" is the day in Viet Nam
import { dictionaryOf, settleSurveyStrings } from '#lib/surveys/survey-strings'

/** `formJson` has passed `tameForm` and is in one language (`surveyIn`). */
export function shownSurvey(formJson: object, language: string): Model {
  settleSurveyStrings()
  const survey = new Model(structuredClone(formJson))
  survey.locale = dictionaryOf(language)
  survey.showCompletePage = false
  survey.showTitle = false
  survey.widthMode = 'responsive'
  return survey
}
