// The invitations of a confidential wave: progress by unit, mailings, words, letters and lists, addresses that do not work.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { loadInvitations } from '#lib/flows/load-invitations'
import { loadMessageWords } from '#lib/flows/load-message-words'
import { messageKinds, templateChannels } from '#lib/messages/template'
import { load } from '../../../../_server/load'
import { BounceForm, ExpiryForm, LateAlertForm, PlanMailingForm } from '../../../../_ui/invitation-forms'
import { MailingTable, ProgressTable, TroubleTable } from '../../../../_ui/invitation-tables'
import { MessageWordsForm } from '../../../../_ui/message-words-form'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { TabLinks } from '../../../../_ui/tab-links'
import {
  cancelMailingAction,
  planMailingAction,
  saveAlertAction,
  saveWordsAction,
  setExpiryAction,
  takeBounceAction,
} from './actions'

type Props = {
  params: Promise<{ wave: string }>
  searchParams: Promise<{ kind?: string; channel?: string }>
}

export async function generateMetadata({ params }: Props) {
  return { title: `${(await getTranslations('invitations'))('title')} ${(await params).wave}` }
}

export default async function InvitationsPage({ params, searchParams }: Props) {
  const { wave: id } = await params
  const asked = await searchParams
  const page = await load((actor) => loadInvitations(actor, { wave: id }))
  const words = await load((actor) => loadMessageWords(actor, { wave: id, ...asked }))
  const t = await getTranslations('invitations')
  const format = await getFormatter()
  const language = await getLocale()
  const { wave, hours } = page
  const address = (kind: string, channel: string) =>
    `/waves/${id}/invitations?kind=${kind}&channel=${channel}#words`
  const title = language === 'en' ? wave.titleEn : wave.title
  return (
    <>
      <PageHeader
        title={`${t('title')}: ${title}`}
        lead={t('lead')}
        actions={<Link href={`/waves/${id}`}>{t('back')}</Link>}
      />
      <div className={style.sections}>
        <section className={style.section}>
          <ProgressTable units={page.units} />
          <p className={style.small}>{t('progressNote')}</p>
        </section>
        <MailingTable wave={id} mailings={page.mailings} cancel={cancelMailingAction} />
        {!wave.isOver && (page.canMail || page.canPostText) && (
          <PlanMailingForm
            action={planMailingAction}
            wave={id}
            channels={[...(page.canMail ? ['email'] : []), ...(page.canPostText ? ['webhook'] : [])]}
            hours={hours}
            today={dayInVietNam()}
            lastDay={dayInVietNam(wave.closesAt)}
          />
        )}
        {!wave.isOver && page.expiresAt && (
          <ExpiryForm
            action={setExpiryAction}
            wave={id}
            today={dayInVietNam()}
            closingDay={dayInVietNam(wave.closesAt)}
            lastDay={page.expiresAt < wave.closesAt ? dayInVietNam(page.expiresAt) : ''}
            until={format.dateTime(page.expiresAt, { dateStyle: 'long', timeStyle: 'short' })}
          />
        )}
        {!page.canMail && <p className={style.panel}>{t('noMail')}</p>}
        <section className={style.section} aria-labelledby="words">
          <h2 id="words">{t('words')}</h2>
          <TabLinks
            label={t('kind')}
            tabs={messageKinds.map((kind) => ({
              href: address(kind, words.channel),
              label: t(`kinds.${kind}`),
              isCurrent: kind === words.kind,
            }))}
          />
          <TabLinks
            label={t('channel')}
            tabs={templateChannels.map((channel) => ({
              href: address(words.kind, channel),
              label: t(`channels.${channel}`),
              isCurrent: channel === words.channel,
            }))}
          />
          <MessageWordsForm
            key={`${words.kind} ${words.channel} ${words.isWritten}`}
            action={saveWordsAction}
            words={words}
          />
        </section>
        <section className={style.section} aria-labelledby="paper">
          <h2 id="paper">{t('paper')}</h2>
          <p className={style.small}>{t('paperLead')}</p>
          {!page.canPostText && <p className={style.small}>{t('noGateway')}</p>}
          <div className={style.row}>
            <Link className="button" href={`/waves/${id}/letters`} target="_blank" prefetch={false}>
              {t('letters')}
            </Link>
            <Link
              className="button"
              href={`/waves/${id}/letters?kind=last-call`}
              target="_blank"
              prefetch={false}
            >
              {t('lettersLast')}
            </Link>
            <a className="button" href={`/export/invitations/csv-excel?wave=${id}`} download>
              {t('list')}
            </a>
            <a className="button" href={`/export/invitations/xlsx?wave=${id}`} download>
              {t('listXlsx')}
            </a>
            <a className="button" href={`/export/invitations/xlsx?wave=${id}&kind=last-call`} download>
              {t('listLast')}
            </a>
          </div>
        </section>
        <section className={style.section}>
          <TroubleTable troubles={page.troubles} units={page.units} />
          {page.troubles.length > 0 && <p className={style.small}>{t('correct')}</p>}
        </section>
        <BounceForm action={takeBounceAction} wave={id} />
        <LateAlertForm action={saveAlertAction} wave={id} alert={page.alert} />
      </div>
    </>
  )
}
