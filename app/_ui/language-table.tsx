// How complete each language of a form is, and what is missing in it.
import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { LanguageState } from '#lib/surveys/language-state'
import { DataTable } from './data-table'
import style from './page.module.css'

export function LanguageTable({ states, path }: { states: LanguageState[]; path: string }) {
  const t = useTranslations('translations')
  const language = useLocale()
  const format = useFormatter()
  const complete = ({ asked, missing }: LanguageState) => {
    const done = asked - missing.length
    return t('complete', { done, asked, share: format.number(done / asked, { style: 'percent' }) })
  }
  return (
    <DataTable
      caption={t('languages')}
      isCaptionHidden
      rows={states}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'language',
          head: t('language'),
          cell: (one) => (
            <>
              {one.names[language]} <code>{one.code}</code>
            </>
          ),
        },
        {
          key: 'texts',
          head: t('texts'),
          cell: (one) => <Missing keys={one.missing} label={complete(one)} />,
        },
        {
          key: 'phrases',
          head: t('phrases'),
          cell: (one) => <Missing keys={one.missingPhrases} label="" />,
        },
        {
          key: 'review',
          head: t('review'),
          cell: (one) => (one.isOwn ? t('published') : t(`reviews.${one.review}`)),
        },
        {
          key: 'work',
          head: t('work'),
          cell: (one) => (
            <Link href={`${path}?language=${one.code}`} className={style.small}>
              {t('work')}
            </Link>
          ),
        },
      ]}
    />
  )
}

function Missing({ keys, label }: { keys: string[]; label: string }) {
  const t = useTranslations('translations')
  if (keys.length === 0) return <>{[label, t('nothingMissing')].filter(Boolean).join(' · ')}</>
  return (
    <details>
      <summary>{[label, t('missing', { count: keys.length })].filter(Boolean).join(' · ')}</summary>
      <ul>
        {keys.map((key) => (
          <li key={key}>
            <code>{key}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
