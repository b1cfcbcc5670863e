// Everything that happened to a sheet: who, when, what and why, newest first.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { loadRoundSheet } from '#lib/flows/load-round-sheet'
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import type { RecordedEvent } from '#lib/rounds/round-event'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../../../../../_server/load'
import { DataTable } from '../../../../../../_ui/data-table'
import { PageHeader } from '../../../../../../_ui/page-header'
import { RoundAnswer } from '../../../../../../_ui/round-answer'

type Props = { params: Promise<{ round: string; unit: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('rounds'))('history') }
}

export default async function HistoryPage({ params }: Props) {
  const place = await params
  const { round, unit, events, asked } = await load((actor) => loadRoundSheet(actor, place))
  const t = await getTranslations('rounds')
  const format = await getFormatter()
  const language = await getLocale()
  const find = (event: RecordedEvent) =>
    'criterion' in event ? asked.find(({ code }) => code === event.criterion) : undefined
  const unitName = language === 'en' ? unit.nameEn : unit.name
  return (
    <>
      <PageHeader
        title={t('historyOf', { unit: unitName })}
        lead={
          <>
            <Link href={`/rounds/${round.id}/units/${unit.unitId}`}>{t('sheet')}</Link>. {t('historyLead')}
          </>
        }
      />
      <DataTable
        caption={t('history')}
        isCaptionHidden
        rows={events.toReversed()}
        rowKey={(event) => String(event.number)}
        empty={t('noHistory')}
        columns={[
          { key: 'number', head: t('number'), isNumber: true, cell: (event) => event.number },
          {
            key: 'at',
            head: t('at'),
            cell: (event) => format.dateTime(event.at, { dateStyle: 'short', timeStyle: 'medium' }),
          },
          { key: 'by', head: t('by'), cell: (event) => event.actorName },
          { key: 'what', head: t('what'), cell: (event) => t(`events.${event.kind}`) },
          {
            key: 'criterion',
            head: t('criterion'),
            cell: (event) => {
              const criterion = find(event)
              return criterion ? inLanguage(criterion.name, language) : '–'
            },
          },
          {
            key: 'details',
            head: t('content'),
            cell: (event) => <Content event={event} criterion={find(event)} />,
          },
        ]}
      />
    </>
  )
}

async function Content({
  event,
  criterion,
}: {
  event: RecordedEvent
  criterion: AskedCriterion | undefined
}) {
  const t = await getTranslations('rounds')
  const format = await getFormatter()
  const words = [
    'file' in event ? event.file.name : '',
    'isContested' in event ? t(event.isContested ? 'contested' : 'agreed') : '',
    'step' in event ? t(`steps.${event.step}`) : '',
    'until' in event
      ? format.dateTime(new Date(event.until), { dateStyle: 'short', timeStyle: 'short' })
      : '',
    'note' in event ? event.note : '',
    'text' in event ? event.text : '',
    'reason' in event ? event.reason : '',
  ].filter(Boolean)
  return (
    <>
      {'answer' in event && criterion && (
        <>
          <RoundAnswer criterion={criterion} answer={event.answer} withPoints />
          {words.length > 0 && ' — '}
        </>
      )}
      {words.join(' — ')}
    </>
  )
}
