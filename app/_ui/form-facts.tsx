// What a form file says around its questions: whom it speaks for, and what people are told before they answer.
import { useLocale, useTranslations } from 'next-intl'
import type { FormFile } from '#lib/definitions/form-file'
import { inLanguage } from '#lib/surveys/local-text'
import style from './page.module.css'

export function FormFacts({ file }: { file: FormFile }) {
  const t = useTranslations('definitions')
  const language = useLocale()
  const facts = ['population', 'purpose', 'asker', 'handling', 'retention', 'consent', 'notes'] as const
  return (
    <dl className={style.facts}>
      {facts.map((fact) => {
        const text = file[fact]
        return (
          text && (
            <div key={fact}>
              <dt>{t(`facts.${fact}`)}</dt>
              <dd>{inLanguage(text, language)}</dd>
            </div>
          )
        )
      })}
    </dl>
  )
}
