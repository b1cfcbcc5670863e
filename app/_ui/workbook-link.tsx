// The workbook that computes itself, of a wave's results or of a scoring round; what it is for stands beside the link.
import { useLocale, useTranslations } from 'next-intl'
import style from './page.module.css'

export function WorkbookLink({ what, query }: { what: string; query: Record<string, string> }) {
  const t = useTranslations('reports')
  const address = new URLSearchParams({ ...query, language: useLocale() })
  return (
    <p>
      <a href={`/export/workbook/${what}?${address}`}>{t('recompute')}</a>{' '}
      <span className={style.soft}>{t('recomputeLead')}</span>
    </p>
  )
}
