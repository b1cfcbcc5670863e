// Who has handed in which report of a year, and who is late.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { type Period, periods } from '#lib/campaigns/period'
import { listPeriodReports, type ReportBoardCell, type ReportBoardLine } from '#lib/flows/list-period-reports'
import { load } from '../../_server/load'
import { DataTable } from '../../_ui/data-table'
import { EmptyState } from '../../_ui/empty-state'
import style from '../../_ui/page.module.css'
import { PageHeader } from '../../_ui/page-header'
import { ReportStepBadge } from '../../_ui/report-step-badge'
import { StatLine } from '../../_ui/stat-line'
import { YearLinks } from '../../_ui/year-links'

type Props = { searchParams: Promise<{ year?: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('periodReports'))('title') }
}

export default async function PeriodReportsPage({ searchParams }: Props) {
  const asked = Number((await searchParams).year)
  const wanted = asked >= 2000 && asked <= 2100 ? { year: asked } : {}
  const { lines, year } = await load((actor) => listPeriodReports(actor, wanted))
  const t = await getTranslations('periodReports')
  return (
    <>
      <PageHeader title={t('titleYear', { year })} lead={t('lead')} />
      <div className={style.sections}>
        <YearLinks href="/period-reports" year={year} />
        {lines.length === 0 ? (
          <EmptyState title={t('noUnits')}>{t('noUnitsLead')}</EmptyState>
        ) : (
          <>
            <StatLine
              stats={periods.map((period) => ({
                label: t(`periods.${period}`),
                value: `${lines.filter(({ cells }) => isIn(cells[period].step)).length}/${lines.filter(({ cells }) => isAsked(cells[period])).length}`,
                note: t('lateCount', {
                  late: lines.filter(({ cells }) => isLate(cells[period])).length,
                  missing: lines.filter(({ cells }) => isOverdue(cells[period])).length,
                }),
              }))}
            />
            <Board lines={lines} year={year} />
          </>
        )}
      </div>
    </>
  )
}

const isLate = ({ submittedOn, daysLate }: ReportBoardCell) => submittedOn !== null && Boolean(daysLate)
const isOverdue = ({ submittedOn, daysLate, isNever }: ReportBoardCell) =>
  isNever || (submittedOn === null && Boolean(daysLate))
/** An office without days for its reports, and without a report, is not waited for. */
const isAsked = ({ step, dueOn }: ReportBoardCell) => dueOn !== null || step !== 'missing'
const isIn = (step: string) => step === 'submitted' || step === 'accepted'

async function Board({ lines, year }: { lines: ReportBoardLine[]; year: number }) {
  const t = await getTranslations('periodReports')
  const format = await getFormatter()
  const language = await getLocale()
  const dayOf = (day: string) => format.dateTime(new Date(day), { dateStyle: 'short', timeZone: 'UTC' })
  return (
    <DataTable
      caption={t('board')}
      isCaptionHidden
      rows={lines}
      rowKey={({ unit }) => unit.id}
      columns={[
        { key: 'unit', head: t('unit'), cell: ({ unit }) => (language === 'en' ? unit.nameEn : unit.name) },
        ...periods.map((period: Period) => ({
          key: period,
          head: t(`periods.${period}`),
          cell: ({ unit, cells }: ReportBoardLine) => {
            const { step, submittedOn, dueOn, daysLate, isNever } = cells[period]
            return (
              <Link className={style.stack} href={`/period-reports/${unit.id}/${year}/${period}`}>
                <ReportStepBadge step={step} late={daysLate} isNever={isNever} />
                <small>
                  {submittedOn
                    ? t('submittedOn', { day: dayOf(submittedOn) })
                    : dueOn
                      ? t('dueOn', { day: dayOf(dueOn) })
                      : t('noDay')}
                </small>
              </Link>
            )
          },
        })),
      ]}
    />
  )
}
