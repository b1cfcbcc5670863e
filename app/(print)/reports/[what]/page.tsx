// A report to print, or to read before it is saved as a Word file.
import { getTranslations } from 'next-intl/server'
import { load } from '../../../_server/load'
import { PaperForm } from '../../../_ui/paper-form'
import style from '../../../_ui/poster.module.css'
import { PrintButton } from '../../../_ui/print-button'
import { ReportSheet } from '../../../_ui/report-sheet'
import { makeReport } from '../../../export/report-flows'

type Props = { params: Promise<{ what: string }>; searchParams: Promise<Record<string, string>> }

export async function generateMetadata() {
  return { title: (await getTranslations('reports'))('title') }
}

export default async function ReportPage({ params, searchParams }: Props) {
  const { what } = await params
  const query = await searchParams
  const report = await load((actor) => makeReport(actor, what, query))
  const t = await getTranslations('reports')
  const file = (format: string) => `/export/report/${what}/${format}?${new URLSearchParams(query)}`
  return (
    <main id="main">
      <div className={style.tools}>
        <a href={file('docx')}>{t('word')}</a>
        <a href={file('xlsx')}>{t('workbook')}</a>
        <PrintButton label={t('print')} />
      </div>
      <PaperForm query={query} />
      <ReportSheet report={report} />
    </main>
  )
}
