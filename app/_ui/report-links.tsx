// The ways to have a report: as a page to read and print, as a Word file, as a workbook.
import { useLocale, useTranslations } from 'next-intl'
import style from './page.module.css'

export function ReportLinks({ what, query }: { what: string; query: Record<string, string> }) {
  const t = useTranslations('reports')
  const address = new URLSearchParams({ ...query, language: useLocale() })
  return (
    <p className={style.row}>
      <a href={`/reports/${what}?${address}`}>{t('read')}</a>
      <a href={`/export/report/${what}/docx?${address}`}>{t('word')}</a>
      <a href={`/export/report/${what}/xlsx?${address}`}>{t('workbook')}</a>
    </p>
  )
}
