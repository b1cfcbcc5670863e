// Everything that happened to a plan: who, when, what and with which comment, newest first.
import { useFormatter, useTranslations } from 'next-intl'
import type { PlanEvent } from '#lib/campaigns/plan-steps'
import { DataTable } from './data-table'
import style from './page.module.css'

export function PlanHistory({ events }: { events: readonly PlanEvent[] }) {
  const t = useTranslations('plans')
  const format = useFormatter()
  if (events.length === 0) return null
  return (
    <details className={style.panel}>
      <summary>{t('history', { count: events.length })}</summary>
      <DataTable
        caption={t('historyHead')}
        isCaptionHidden
        rows={events.toReversed()}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: 'number', head: t('eventNumber'), isNumber: true, cell: ({ number }) => number },
          {
            key: 'at',
            head: t('at'),
            cell: ({ at }) => format.dateTime(at, { dateStyle: 'short', timeStyle: 'short' }),
          },
          { key: 'by', head: t('by'), cell: ({ actorName }) => actorName },
          { key: 'what', head: t('event'), cell: ({ kind }) => t(`events.${kind}`) },
          { key: 'comment', head: t('comment'), cell: ({ comment }) => comment || '–' },
        ]}
      />
    </details>
  )
}
