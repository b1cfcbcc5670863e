// The workbook that computes itself, of a wave's results or of a scoring round, with what it is for; and the same stages
// as a plain table in every format.
import { useLocale, useTranslations } from 'next-intl'
import { exportLinks } from './export-links'
import type { Language } from './language'
import style from './page.module.css'

const tables = { results: 'stages', round: 'round-stages' }

export function WorkbookLink({ what, query }: { what: keyof typeof tables; query: Record<string, string> }) {
  const t = useTranslations('reports')
  const language = useLocale() as Language
  const asked = { ...query, language }
  return (
    <section className={style.section}>
      <p>
        <a href={`/export/workbook/${what}?${new URLSearchParams(asked)}`}>{t('recompute')}</a>{' '}
        <span className={style.soft}>{t('recomputeLead')}</span>
      </p>
      <p className={style.row}>
        <span className={style.soft}>{t('stages')}</span>
        {exportLinks(tables[what], asked, language).map(({ href, label }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
      </p>
    </section>
  )
}
