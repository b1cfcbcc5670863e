// Is it working? The studies and where each stands; what to do first while there is none.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { listStudies } from '#lib/flows/list-studies'
import { load } from '../../_server/load'
import { getActor } from '../../_server/session'
import { DataTable } from '../../_ui/data-table'
import { EmptyState } from '../../_ui/empty-state'
import { PageHeader } from '../../_ui/page-header'

export async function generateMetadata() {
  return { title: (await getTranslations('effect'))('title') }
}

export default async function EffectPage() {
  const studies = await load(listStudies)
  const mayWrite = isAllowed(await getActor(), 'effects.write')
  const [t, language, format] = await Promise.all([getTranslations('effect'), getLocale(), getFormatter()])
  const actions = (
    <>
      <Link className="button" href="/effect/planner">
        {t('empty.plan')}
      </Link>
      {mayWrite && <Link href="/effect/new">{t('newStudy')}</Link>}
    </>
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={studies.length > 0 && actions} />
      {studies.length === 0 ? (
        <EmptyState title={t('empty.title')} actions={actions}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('studies')}
          isCaptionHidden
          rows={studies}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              head: t('study.title'),
              cell: ({ id, title, titleEn }) => (
                <Link href={`/effect/${id}`}>{language === 'en' ? titleEn : title}</Link>
              ),
            },
            {
              key: 'state',
              head: t('state'),
              cell: ({ declaredAt, waveIds }) =>
                t(`states.${!declaredAt ? 'draft' : waveIds.length < 2 ? 'waiting' : 'result'}`),
            },
            {
              key: 'declared',
              head: t('declaredOn'),
              cell: ({ declaredAt }) =>
                declaredAt
                  ? format.dateTime(declaredAt, { dateStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' })
                  : '–',
            },
            {
              key: 'by',
              head: t('comparedBy'),
              cell: ({ rolloutId }) => t(rolloutId ? 'byLot' : 'byActivities'),
            },
            { key: 'waves', head: t('waveCount'), cell: ({ waveIds }) => waveIds.length, isNumber: true },
          ]}
        />
      )}
    </>
  )
}
