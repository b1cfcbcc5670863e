// Where the plan of every unit of a group stands: handed in or not, late or not, how much of what it costs.
import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { plannedCost } from '#lib/campaigns/plan-items'
import type { PlanLine } from '#lib/flows/list-plans'
import { DataTable } from '../../_ui/data-table'
import style from '../../_ui/page.module.css'
import { PlanBadge } from '../../_ui/plan-badge'
import { StatLine } from '../../_ui/stat-line'

type Props = { lines: readonly PlanLine[]; year: number; caption: string }

export function PlanLines({ lines, year, caption }: Props) {
  const t = useTranslations('plans')
  const language = useLocale()
  const format = useFormatter()
  const day = (text: string) => format.dateTime(new Date(`${text}T12:00:00Z`), { dateStyle: 'short' })
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={lines}
      rowKey={({ unit }) => unit.id}
      columns={[
        {
          key: 'unit',
          head: t('unit'),
          cell: ({ unit }) => (
            <Link href={`/plans/${unit.id}/${year}`}>{language === 'en' ? unit.nameEn : unit.name}</Link>
          ),
        },
        {
          key: 'step',
          head: t('step'),
          cell: (line) => (
            <>
              <PlanBadge
                step={line.step}
                late={line.submittedOn === null ? line.daysLate : 0}
                isNever={line.isNever}
              />
              {line.isAmended && <span className={style.small}> {t('isAmended')}</span>}
              {line.comment && <span className={style.small}> {line.comment}</span>}
            </>
          ),
        },
        {
          key: 'submitted',
          head: t('submittedOn'),
          cell: ({ submittedOn, daysLate }) =>
            submittedOn
              ? [day(submittedOn), daysLate > 0 ? `(${t('late', { days: daysLate })})` : ''].join(' ')
              : '–',
        },
        {
          key: 'items',
          head: t('itemsHead'),
          isNumber: true,
          cell: ({ items }) => (items === null ? '–' : items.length),
        },
        {
          key: 'cost',
          head: t('costHead'),
          isNumber: true,
          cell: ({ items }) => (items === null ? '–' : format.number(plannedCost(items))),
        },
      ]}
    />
  )
}

const isOverdue = ({ submittedOn, daysLate, isNever }: PlanLine) =>
  isNever || (submittedOn === null && daysLate > 0)

/** How many have handed in, wait, are late. */
export function PlanStats({ lines }: Pick<Props, 'lines'>) {
  const t = useTranslations('plans')
  const count = (is: (line: PlanLine) => boolean) => lines.filter(is).length
  const handedIn = count(({ submittedOn }) => submittedOn !== null)
  const late = count((line) => line.submittedOn !== null && line.daysLate > 0)
  return (
    <StatLine
      stats={[
        {
          label: t('handedIn'),
          value: `${handedIn}/${lines.length}`,
          note: t('handedInLate', { count: late }),
        },
        { label: t('steps.accepted'), value: count(({ step }) => step === 'accepted') },
        { label: t('waiting'), value: count(({ step }) => step === 'submitted') },
        { label: t('steps.returned'), value: count(({ step }) => step === 'returned') },
        { label: t('overdue'), value: count(isOverdue) },
      ]}
    />
  )
}
