// The tables of the page of invitations: progress by unit, mailings, addresses that do not work. Counts, never who answered.
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { CountRange } from '#lib/count-range'
import { bounceKind } from '#lib/messages/bounce-kind'
import type { UnitProgress } from '#lib/messages/unit-progress'
import { CancelMailingForm } from './cancel-mailing-form'
import { countWords } from './count-words'
import { DataTable } from './data-table'
import type { FormAction } from './use-form-action'

export function ProgressTable({ units }: { units: UnitProgress[] }) {
  const t = useTranslations('invitations')
  const format = useFormatter()
  const language = useLocale()
  const count = (key: 'invited' | 'reached' | 'undeliverable' | 'target') => ({
    key,
    head: t(key),
    isNumber: true,
    cell: (unit: UnitProgress) => format.number(unit[key]),
  })
  const range = (key: 'issued' | 'cast') => ({
    key,
    head: t(key),
    isNumber: true,
    cell: (unit: UnitProgress) => countWords(format, unit[key]),
  })
  return (
    <DataTable
      caption={t('progress')}
      empty={t('noUnits')}
      rows={units.some(({ invited }) => invited > 0) ? units : []}
      rowKey={({ unitId }) => unitId}
      columns={[
        {
          key: 'unit',
          head: t('unit'),
          cell: (unit) =>
            `${language === 'en' ? unit.nameEn : unit.name}${unit.isLate ? ` (${t('late')})` : ''}`,
        },
        count('target'),
        count('invited'),
        count('reached'),
        count('undeliverable'),
        range('issued'),
        range('cast'),
      ]}
    />
  )
}

type Mailing = {
  id: string
  kind: 'invitation' | 'reminder' | 'last-call'
  channel: 'email' | 'webhook'
  plannedFor: Date
  status: 'planned' | 'running' | 'done' | 'cancelled'
  counts: Record<'planned' | 'sent' | 'bounced' | 'failed' | 'skipped', CountRange>
}

export function MailingTable({
  wave,
  mailings,
  cancel,
}: {
  wave: string
  mailings: Mailing[]
  cancel: FormAction
}) {
  const t = useTranslations('invitations')
  const format = useFormatter()
  const count = (key: keyof Mailing['counts'], head: string) => ({
    key,
    head,
    isNumber: true,
    cell: ({ counts }: Mailing) => countWords(format, counts[key]),
  })
  return (
    <DataTable
      caption={t('mailings')}
      empty={t('noMailings')}
      rows={mailings}
      rowKey={({ id }) => id}
      columns={[
        { key: 'kind', head: t('kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
        { key: 'channel', head: t('channel'), cell: ({ channel }) => t(`channels.${channel}`) },
        {
          key: 'when',
          head: t('when'),
          cell: ({ plannedFor }) => format.dateTime(plannedFor, { dateStyle: 'short', timeStyle: 'short' }),
        },
        {
          key: 'status',
          head: t('status'),
          cell: ({ id, status }) => (
            <>
              {t(`statuses.${status}`)}
              {(status === 'planned' || status === 'running') && (
                <CancelMailingForm action={cancel} wave={wave} mailing={id} />
              )}
            </>
          ),
        },
        count('sent', t('sent')),
        count('planned', t('waiting')),
        count('bounced', t('bounced')),
        count('failed', t('failed')),
        count('skipped', t('skipped')),
      ]}
    />
  )
}

type Trouble = {
  contactId: string
  unitId: string
  name: string
  address: string
  reason: string
}

export function TroubleTable({ troubles, units }: { troubles: Trouble[]; units: UnitProgress[] }) {
  const t = useTranslations('invitations')
  const language = useLocale()
  const unitOf = (id: string) => units.find(({ unitId }) => unitId === id)
  return (
    <DataTable
      caption={t('troubles')}
      empty={t('noTroubles')}
      rows={troubles}
      rowKey={({ contactId }) => contactId}
      columns={[
        { key: 'name', head: t('name'), cell: ({ name }) => name },
        { key: 'address', head: t('address'), cell: ({ address }) => address },
        {
          key: 'unit',
          head: t('unit'),
          cell: ({ unitId }) => {
            const unit = unitOf(unitId)
            return unit ? (language === 'en' ? unit.nameEn : unit.name) : unitId
          },
        },
        {
          key: 'reason',
          head: t('reason'),
          cell: ({ reason }) => `${t(`bounceKinds.${bounceKind(reason)}`)} (${reason})`,
        },
      ]}
    />
  )
}
