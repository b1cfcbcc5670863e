// Against answers sent by machines: what came in during the last hour, and the switch that asks devices for a proof of work.
import { getFormatter, getTranslations } from 'next-intl/server'
import type { Pulse } from '#lib/answer-pulse'
import { loadProtection } from '#lib/flows/load-protection'
import { load } from '../../../_server/load'
import { DataTable } from '../../../_ui/data-table'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { ProtectionForm } from '../../../_ui/protection-form'
import { setProtectionAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('protection'))('title') }
}

const tooMany = ({ refused }: Pulse) => refused.too_many_requests ?? 0
const noProof = ({ refused }: Pulse) => refused.proof_required ?? 0
const others = (span: Pulse) =>
  Object.values(span.refused).reduce((sum, count) => sum + count, 0) - tooMany(span) - noProof(span)

export default async function ProtectionPage() {
  const { isOn, pulse } = await load((actor) => loadProtection(actor))
  const t = await getTranslations('protection')
  const format = await getFormatter()
  const number = (head: string, count: (span: Pulse) => number) => ({
    key: head,
    head,
    isNumber: true,
    cell: (span: Pulse) => format.number(count(span)),
  })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={style.sections}>
        <DataTable
          caption={t('pulse')}
          empty={t('quiet')}
          rows={pulse}
          rowKey={({ startsAt }) => String(startsAt)}
          columns={[
            {
              key: 'from',
              head: t('from'),
              cell: ({ startsAt }) => format.dateTime(new Date(startsAt), { timeStyle: 'short' }),
            },
            {
              key: 'taken',
              head: t('taken'),
              isNumber: true,
              cell: ({ taken }) => (taken === 0 ? t('fewerThanTen') : format.number(taken)),
            },
            number(t('noProof'), noProof),
            number(t('tooMany'), tooMany),
            number(t('others'), others),
          ]}
        />
        <p className={style.small}>{t('pulseNote')}</p>
        <ProtectionForm key={String(isOn)} action={setProtectionAction} isOn={isOn} />
      </div>
    </>
  )
}
