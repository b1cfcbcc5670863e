// A unit's report on a period: where it stands, the words to write, what was handed in, and the report as it will be read.
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { type Period, periods } from '#lib/campaigns/period'
import { periodOfYear } from '#lib/campaigns/period-names'
import { suggestWords } from '#lib/campaigns/suggest-words'
import { type LoadedPeriodReport, loadPeriodReport } from '#lib/flows/load-period-report'
import { periodReport } from '#lib/reports/period-report'
import { load } from '../../../../../_server/load'
import { DataTable } from '../../../../../_ui/data-table'
import style from '../../../../../_ui/page.module.css'
import { PageHeader } from '../../../../../_ui/page-header'
import { PeriodReportForm } from '../../../../../_ui/period-report-form'
import { ReportLinks } from '../../../../../_ui/report-links'
import { ReportSheet } from '../../../../../_ui/report-sheet'
import { ReportStepBadge } from '../../../../../_ui/report-step-badge'
import { SettleReportForm } from '../../../../../_ui/settle-report-form'
import { TabLinks } from '../../../../../_ui/tab-links'
import { settlePeriodReportAction, writePeriodReportAction } from '../../../actions'

type Props = { params: Promise<{ unit: string; year: string; period: string }> }

export async function generateMetadata({ params }: Props) {
  const { year } = await params
  return { title: (await getTranslations('periodReports'))('titleYear', { year: Number(year) }) }
}

export default async function PeriodReportPage({ params }: Props) {
  const asked = await params
  const place = {
    unit: decodeURIComponent(asked.unit),
    year: Number(asked.year),
    period: asked.period as Period,
  }
  const loaded = await load((actor) => loadPeriodReport(actor, place))
  const t = await getTranslations('periodReports')
  const language = (await getLocale()) === 'en' ? 'en' : 'vi'
  const { report, facts, mayWrite, maySettle } = loaded
  const isOpen = report.step === 'draft' || report.step === 'returned'
  const isSuggested = report.events === 0
  const words = isSuggested ? suggestWords(facts) : report.words
  const fields = { unit: place.unit, year: asked.year, period: place.period, seen: String(report.events) }
  const unitName = language === 'en' ? facts.unit.nameEn : facts.unit.name
  return (
    <>
      <PageHeader
        title={t('titleOf', { unit: unitName, period: periodOfYear(place.period, place.year, language) })}
        lead={
          <ReportStepBadge
            step={report.events === 0 ? 'missing' : report.step}
            late={isOpen ? loaded.daysLate : 0}
            isNever={loaded.isNever}
          />
        }
      />
      <TabLinks
        label={t('period')}
        tabs={periods.map((period) => ({
          href: `/period-reports/${place.unit}/${place.year}/${period}`,
          label: t(`periods.${period}`),
          isCurrent: period === place.period,
        }))}
      />
      <div className={style.sections}>
        <Standing loaded={loaded} />
        {mayWrite && isOpen && (
          <PeriodReportForm
            key={`${place.period}-${report.events}`}
            action={writePeriodReportAction}
            place={fields}
            words={words}
            signature={loaded.lastSignature}
            isSuggested={isSuggested && Object.values(words).some(Boolean)}
          />
        )}
        {maySettle && !isOpen && (
          <SettleReportForm
            key={report.events}
            action={settlePeriodReportAction}
            place={fields}
            isAccepted={report.step === 'accepted'}
          />
        )}
        <History loaded={loaded} place={place} />
        <section className={style.section} aria-labelledby="sheet">
          <h2 id="sheet">{t(isOpen ? 'preview' : 'document')}</h2>
          <ReportLinks what="period" query={{ unit: place.unit, year: asked.year, period: place.period }} />
          <ReportSheet report={sheetOf(loaded, words, language)} isPart />
        </section>
      </div>
    </>
  )
}

function sheetOf(
  { facts, report, document }: LoadedPeriodReport,
  words: LoadedPeriodReport['report']['words'],
  language: 'vi' | 'en',
) {
  const isOpen = report.step === 'draft' || report.step === 'returned'
  const draft = { facts, words, signature: { number: '', position: '', name: '' }, day: facts.asOf }
  return periodReport(isOpen || !document ? draft : document, language, {
    isDraft: isOpen,
    isSample: report.isSample,
  })
}

async function Standing({ loaded }: { loaded: LoadedPeriodReport }) {
  const t = await getTranslations('periodReports')
  const format = await getFormatter()
  const { dueOn, daysLate, report, log } = loaded
  const comment = log.findLast((line) => line.kind === 'return' || line.kind === 'accept')
  const day = dueOn && format.dateTime(new Date(dueOn), { dateStyle: 'short', timeZone: 'UTC' })
  return (
    <dl className={style.facts}>
      <div>
        <dt>{t('due')}</dt>
        <dd>{day ?? t('noDay')}</dd>
        {daysLate !== null && daysLate > 0 && <dd>{t('late', { days: daysLate })}</dd>}
      </div>
      {comment && report.step !== 'submitted' && comment.comment !== '' && (
        <div>
          <dt>{t('commentOf', { name: comment.actorName })}</dt>
          <dd>{comment.comment}</dd>
        </div>
      )}
    </dl>
  )
}

async function History({
  loaded,
  place,
}: {
  loaded: LoadedPeriodReport
  place: { unit: string; year: number; period: Period }
}) {
  const t = await getTranslations('periodReports')
  const format = await getFormatter()
  const lines = loaded.log.filter(({ kind }) => kind !== 'save').toReversed()
  if (lines.length === 0) return null
  const address = (number: number) =>
    `/reports/period?${new URLSearchParams({ ...place, year: String(place.year), submission: String(number) })}`
  return (
    <section className={style.section} aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      <DataTable
        caption={t('history')}
        isCaptionHidden
        rows={lines}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'at',
            head: t('at'),
            cell: ({ at }) => format.dateTime(at, { dateStyle: 'short', timeStyle: 'short' }),
          },
          { key: 'what', head: t('what'), cell: ({ kind }) => t(`events.${kind}`) },
          { key: 'who', head: t('who'), cell: ({ actorName }) => actorName },
          { key: 'comment', head: t('comment'), cell: ({ comment }) => comment || '–' },
          {
            key: 'document',
            head: t('document'),
            cell: ({ kind, number }) =>
              kind === 'submit' ? <a href={address(number)}>{t('asHandedIn')}</a> : '–',
          },
        ]}
      />
    </section>
  )
}
