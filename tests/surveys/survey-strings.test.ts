// The Vietnamese of SurveyJS' own words is ours, key by key, as the installed version asks for them.
import { Model, surveyLocalization } from 'survey-core'
import { expect, it } from 'vitest'
import { settleSurveyStrings } from '#lib/surveys/survey-strings'
import { vietnameseStrings } from '#lib/surveys/vietnamese-strings'

const english = surveyLocalization.locales.en as Record<string, string>
const own: Record<string, string> = vietnameseStrings
const places = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

it('has every key of the installed SurveyJS and no other', () => {
  expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort())
})

it('keeps every place to fill', () => {
  for (const [key, text] of Object.entries(english)) expect(places(own[key]), key).toEqual(places(text))
})

it('is what a survey says', () => {
  settleSurveyStrings()
  const survey = new Model({ elements: [{ type: 'text', name: 'a', isRequired: true }] })
  survey.locale = 'vi'
  survey.validate(true)
  expect(survey.getQuestionByName('a').errors[0]?.getText()).toBe('Xin trả lời câu này.')
})
