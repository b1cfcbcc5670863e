// One request: who, what, by when, and what is done about it.
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { RequestChannel, RequestKind } from '#lib/contacts/request-kinds'
import { loadSubjectRequest } from '#lib/flows/load-subject-request'
import { load } from '../../../../_server/load'
import { FactList } from '../../../../_ui/fact-list'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { SettleRequestForm } from '../../../../_ui/settle-request-form'
import { settleRequestAction } from '../actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('requests'))('title') }
}

export default async function RequestPage({ params }: Props) {
  const { id } = await params
  const request = await load((actor) => loadSubjectRequest(actor, { id }))
  const [t, format] = await Promise.all([getTranslations('requests'), getFormatter()])
  const day = (date: Date) => format.dateTime(date, 'day')
  const { person, list, kind, channel, note, closedAt, answeredAt, state } = request
  const facts: [string, string][] = [
    [t('person'), person ? person.name : t('erasedPerson')],
    [t('list'), list.title],
    [t('channel'), t(`channels.${channel as RequestChannel}`)],
    [t('received'), day(request.receivedAt)],
    [t('answerBy'), answeredAt ? t('answered', { day: day(answeredAt) }) : day(request.answerBy)],
    [t('doneBy'), day(request.doneBy)],
    [
      t('state'),
      closedAt
        ? t('closedOn', { day: day(closedAt), outcome: t(`outcomes.${request.outcome as 'done'}`) })
        : t(`states.${state}`),
    ],
    ...(request.reason ? [[t('reason'), request.reason] as [string, string]] : []),
    ...(note ? [[t('note'), note] as [string, string]] : []),
  ]
  return (
    <>
      <PageHeader
        title={t(`kinds.${kind as RequestKind}`)}
        lead={<Link href="/contacts/requests">{t('title')}</Link>}
      />
      <div className={style.sections}>
        <FactList facts={facts} />
        {person && (
          <p>
            <Link href={`/contacts/people/${request.contactId}`}>{t('goCorrect')}</Link>
          </p>
        )}
        {!closedAt && (
          <SettleRequestForm
            action={settleRequestAction}
            id={id}
            isAnswered={answeredAt !== null}
            isExtended={request.isExtended}
            erases={kind === 'erasure' || (kind === 'withdrawal' && list.basis === 'consent')}
          />
        )}
      </div>
    </>
  )
}
