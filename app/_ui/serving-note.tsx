// Which page serves a form and why, as an officer reads it before planning and on the page of a wave.
import { useLocale, useTranslations } from 'next-intl'
import type { Serving } from '#lib/surveys/serving'

const mostReasons = 6

export function ServingNote({ serving }: { serving: Serving }) {
  const t = useTranslations('serving')
  const language = useLocale() as 'vi' | 'en'
  const shown = serving.reasons.slice(0, mostReasons)
  return (
    <>
      <span>{t(serving.way)}</span>
      {shown.length > 0 && (
        <ul>
          {shown.map((reason) => (
            <li key={reason.en}>{reason[language]}</li>
          ))}
          {serving.reasons.length > mostReasons && (
            <li>{t('more', { count: serving.reasons.length - mostReasons })}</li>
          )}
        </ul>
      )}
    </>
  )
}
