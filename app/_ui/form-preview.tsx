'use client'
// The form as SurveyJS shows it, for staff who want to try it. It keeps nothing and sends nothing; citizens get the light
// form, which asks the same questions. The library is large, so it is loaded only here and only in the browser.
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import style from './form-preview.module.css'
import type { Language } from './language'
import { LoadingState } from './loading-state'

const SurveyForm = dynamic(() => import('./survey-form').then((module) => module.SurveyForm), {
  ssr: false,
  loading: () => <LoadingState />,
})

export function FormPreview(props: { form: Record<string, unknown>; language: Language }) {
  const t = useTranslations('definitions')
  return (
    <section className={style.box} aria-label={t('preview')}>
      <SurveyForm {...props} />
    </section>
  )
}
