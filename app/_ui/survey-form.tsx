'use client'
// The only file that draws a form with SurveyJS.
import { useMemo } from 'react'
import { Model } from 'survey-core'
import 'survey-core/survey-core.fontless.min.css'
import { Survey } from 'survey-react-ui'
import { settleSurveyStrings } from '#lib/surveys/survey-strings'
import type { Language } from './language'

settleSurveyStrings()

export function SurveyForm({ form, language }: { form: Record<string, unknown>; language: Language }) {
  const model = useMemo(() => {
    const survey = new Model(form)
    survey.locale = language
    return survey
  }, [form, language])
  return <Survey model={model} />
}
