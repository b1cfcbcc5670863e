// All contests, and where each stands.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { listContests } from '#lib/flows/list-contests'
import { load } from '../../_server/load'
import { getActor } from '../../_server/session'
import { ContestBadge } from '../../_ui/contest-badge'
import { countWords } from '../../_ui/count-words'
import { DataTable } from '../../_ui/data-table'
import { EmptyState } from '../../_ui/empty-state'
import { PageHeader } from '../../_ui/page-header'

export async function generateMetadata() {
  return { title: (await getTranslations('contests'))('title') }
}

export default async function ContestsPage() {
  const contests = await load(listContests)
  const [t, language, format] = await Promise.all([getTranslations('contests'), getLocale(), getFormatter()])
  const add = isAllowed(await getActor(), 'contests.write') && (
    <Link className="button" href="/contests/new">
      {t('add')}
    </Link>
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={contests.length > 0 && add} />
      {contests.length === 0 ? (
        <EmptyState title={t('none')} actions={add}>
          {t('noneLead')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('title')}
          isCaptionHidden
          rows={contests}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              head: t('contest'),
              cell: ({ id, title, titleEn }) => (
                <Link href={`/contests/${id}`}>{language === 'en' ? titleEn : title}</Link>
              ),
            },
            {
              key: 'status',
              head: t('status'),
              cell: ({ status, isDrawn, isSample }) => (
                <ContestBadge status={status} isDrawn={isDrawn} isSample={isSample} />
              ),
            },
            {
              key: 'closes',
              head: t('closesAt'),
              cell: ({ closesAt }) => format.dateTime(closesAt, 'minute'),
            },
            {
              key: 'participants',
              head: t('participants'),
              isNumber: true,
              cell: ({ participants }) => format.number(participants),
            },
            {
              key: 'entries',
              head: t('entries'),
              isNumber: true,
              cell: ({ entries }) => countWords(format, entries),
            },
          ]}
        />
      )}
    </>
  )
}
