// The one place where a SurveyModel is made on the server.
import { Model } from 'survey-core'
import '#lib/surveys/localizable' // makes known our own properties `audio` and `image`
import '#lib/surveys/panel-limit' // no answer may ask for a million repetitions
import '#lib/surveys/survey-clock' // "today()" is the day in Viet Nam

/** A fresh model of a form that `tameForm` has let through. The JSON is not changed. */
export function openSurvey(json: unknown): Model {
  return new Model(structuredClone(json))
}
