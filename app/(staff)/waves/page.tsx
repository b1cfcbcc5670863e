// All waves, with how far each has come.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { listWaves } from '#lib/flows/list-waves'
import { load } from '../../_server/load'
import { getActor } from '../../_server/session'
import { DataTable } from '../../_ui/data-table'
import { EmptyState } from '../../_ui/empty-state'
import { PageHeader } from '../../_ui/page-header'
import { ProgressBar } from '../../_ui/progress-bar'
import { WaveBadge } from '../../_ui/wave-badge'

export async function generateMetadata() {
  return { title: (await getTranslations('waves'))('title') }
}

export default async function WavesPage() {
  const waves = await load(listWaves)
  const t = await getTranslations('waves')
  const format = await getFormatter()
  const isEnglish = (await getLocale()) === 'en'
  const mayAdd = isAllowed(await getActor(), 'waves.write')
  const add = mayAdd && (
    <Link className="button" href="/waves/new">
      {t('add')}
    </Link>
  )
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'short', timeZone: 'UTC' })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={add} />
      {waves.length === 0 ? (
        <EmptyState title={t('none')}>{t(mayAdd ? 'noneLead' : 'noneLeadReader')}</EmptyState>
      ) : (
        <DataTable
          caption={t('title')}
          isCaptionHidden
          rows={waves}
          rowKey={(wave) => wave.id}
          columns={[
            {
              key: 'wave',
              head: t('wave'),
              cell: (wave) => <Link href={`/waves/${wave.id}`}>{isEnglish ? wave.titleEn : wave.title}</Link>,
            },
            {
              key: 'status',
              head: t('status'),
              cell: (wave) => <WaveBadge status={wave.status} isSample={wave.isSample} />,
            },
            {
              key: 'period',
              head: t('period'),
              cell: (wave) => `${day(wave.periodStart)} – ${day(wave.periodEnd)}`,
            },
            {
              key: 'closes',
              head: t('closes'),
              cell: (wave) => format.dateTime(wave.closesAt, { dateStyle: 'short', timeStyle: 'short' }),
            },
            { key: 'units', head: t('units'), isNumber: true, cell: (wave) => wave.units },
            {
              key: 'answers',
              head: t('answers'),
              cell: (wave) => <ProgressBar answers={wave.answers} target={wave.target} />,
            },
          ]}
        />
      )}
    </>
  )
}
