// What a form file says around its questions: whom it speaks for, and what people are told before they answer.
import { useLocale, useTranslations } from 'next-intl'
import type { FormFile } from '#lib/definitions/form-file'
import { inLanguage } from '#lib/surveys/local-text'
import { FactList } from './fact-list'

export function FormFacts({ file }: { file: FormFile }) {
  const t = useTranslations('definitions')
  const language = useLocale()
  const names = ['population', 'purpose', 'asker', 'handling', 'retention', 'consent', 'notes'] as const
  const facts = names.flatMap((name) => {
    const text = file[name]
    return text ? [[t(`facts.${name}`), inLanguage(text, language)] as const] : []
  })
  return <FactList facts={facts} />
}
