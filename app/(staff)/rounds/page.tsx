// All scoring rounds, with how far each has come.
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { listRounds } from '#lib/flows/list-rounds'
import { inLanguage } from '#lib/surveys/local-text'
import { load } from '../../_server/load'
import { getActor } from '../../_server/session'
import { DataTable } from '../../_ui/data-table'
import { EmptyState } from '../../_ui/empty-state'
import { PageHeader } from '../../_ui/page-header'
import { RoundBadge } from '../../_ui/round-badge'

export async function generateMetadata() {
  return { title: (await getTranslations('rounds'))('title') }
}

export default async function RoundsPage() {
  const rounds = await load(listRounds)
  const t = await getTranslations('rounds')
  const language = await getLocale()
  const actor = await getActor()
  const mayAdd = isAllowed(actor, 'rounds.write')
  const isOneUnit = actor?.role === 'commune'
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t(isOneUnit ? 'leadUnit' : 'lead')}
        actions={
          mayAdd && (
            <Link className="button" href="/rounds/new">
              {t('add')}
            </Link>
          )
        }
      />
      {rounds.length === 0 ? (
        <EmptyState title={t('none')}>{t(mayAdd ? 'noneLead' : 'noneLeadReader')}</EmptyState>
      ) : (
        <DataTable
          caption={t('title')}
          isCaptionHidden
          rows={rounds}
          rowKey={(round) => round.id}
          columns={[
            {
              key: 'round',
              head: t('round'),
              cell: (round) => (
                <Link href={`/rounds/${round.id}`}>{language === 'en' ? round.titleEn : round.title}</Link>
              ),
            },
            { key: 'year', head: t('year'), cell: (round) => round.year },
            {
              key: 'status',
              head: t('status'),
              cell: (round) => <RoundBadge isFrozen={round.frozenAt !== null} isSample={round.isSample} />,
            },
            {
              key: 'index',
              head: t('index'),
              cell: (round) => `${inLanguage(round.indexTitle, language)} (${round.index})`,
            },
            {
              key: 'appraiser',
              head: t('appraiser'),
              cell: (round) => (language === 'en' ? round.appraiserEn : round.appraiser),
            },
            ...(isOneUnit
              ? []
              : [
                  {
                    key: 'settled',
                    head: t('settledUnits'),
                    isNumber: true,
                    cell: (round: (typeof rounds)[number]) => `${round.settled}/${round.unitIds.length}`,
                  },
                ]),
          ]}
        />
      )}
    </>
  )
}
