// The queue of requests about personal data, the most pressing first.
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { RequestChannel, RequestKind } from '#lib/contacts/request-kinds'
import { listSubjectRequests } from '#lib/flows/list-subject-requests'
import { load } from '../../../_server/load'
import { DataTable } from '../../../_ui/data-table'
import { PageHeader } from '../../../_ui/page-header'

export async function generateMetadata() {
  return { title: (await getTranslations('requests'))('title') }
}

export default async function RequestsPage() {
  const requests = await load(listSubjectRequests)
  const [t, format] = await Promise.all([getTranslations('requests'), getFormatter()])
  const day = (date: Date) => format.dateTime(date, 'day')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <DataTable
        caption={t('title')}
        isCaptionHidden
        rows={requests}
        rowKey={({ id }) => id}
        empty={t('empty')}
        columns={[
          {
            key: 'kind',
            head: t('kind'),
            cell: ({ id, kind }) => (
              <Link href={`/contacts/requests/${id}`}>{t(`kinds.${kind as RequestKind}`)}</Link>
            ),
          },
          { key: 'person', head: t('person'), cell: ({ name }) => name ?? t('erasedPerson') },
          {
            key: 'channel',
            head: t('channel'),
            cell: ({ channel }) => t(`channels.${channel as RequestChannel}`),
          },
          { key: 'received', head: t('received'), cell: ({ receivedAt }) => day(receivedAt) },
          {
            key: 'next',
            head: t('next'),
            cell: ({ closedAt, nextDay }) => (closedAt ? '' : day(new Date(nextDay))),
          },
          {
            key: 'state',
            head: t('state'),
            cell: ({ state, outcome }) =>
              outcome ? t(`outcomes.${outcome as 'done'}`) : <strong>{t(`states.${state}`)}</strong>,
          },
        ]}
      />
    </>
  )
}
