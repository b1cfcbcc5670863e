// All that is held about one person, and what the officer can do about it.
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { isAllowed } from '#lib/access'
import { showPhone } from '#lib/contacts/normalise-phone'
import { loadContact } from '#lib/flows/load-contact'
import { loadUnits } from '#lib/flows/load-units'
import { load } from '../../../../_server/load'
import { publicOrigin } from '../../../../_server/public-origin'
import { getActor } from '../../../../_server/session'
import { ContactForm } from '../../../../_ui/contact-form'
import { ContactSteps } from '../../../../_ui/contact-steps'
import { DelegateAccountForm } from '../../../../_ui/delegate-account-form'
import { NewRequestForm } from '../../../../_ui/new-request-form'
import style from '../../../../_ui/page.module.css'
import { PageHeader } from '../../../../_ui/page-header'
import { eraseContactAction, optOutAction, saveContactAction } from '../../actions'
import { contactUnits } from '../../contact-units'
import { createDelegateAccountAction } from '../../delegate-account-action'
import { createRequestAction } from '../../requests/actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('contacts'))('person') }
}

export default async function PersonPage({ params }: Props) {
  const { id } = await params
  const { list, contact, person, consent, requests, code } = await load((actor) => loadContact(actor, { id }))
  const { units } = await load(loadUnits)
  const [t, r, format, language, actor] = await Promise.all([
    getTranslations('contacts'),
    getTranslations('requests'),
    getFormatter(),
    getLocale(),
    getActor(),
  ])
  const day = (date: Date) => format.dateTime(date, 'day')
  const { unitId, stratum, cluster, size, language: letters, optedOutAt } = contact
  const mayWrite = isAllowed(actor, 'contacts.write', unitId)
  return (
    <>
      <PageHeader
        title={person.name}
        lead={<Link href={`/contacts/${list.id}`}>{list.title}</Link>}
        actions={
          <a className="button button-quiet" href={`/export/person/${id}`} download>
            {t('export')}
          </a>
        }
      />
      <div className={style.sections}>
        {mayWrite && (
          <>
            {optedOutAt && <p>{t('optedOutSince', { day: day(optedOutAt) })}</p>}
            <ContactSteps
              id={id}
              isOut={optedOutAt !== null}
              optOut={optOutAction}
              erase={eraseContactAction}
            />
            <ContactForm
              action={saveContactAction}
              list={list.id}
              id={id}
              needsConsent={false}
              units={contactUnits(actor, units, language)}
              start={{
                ...person,
                phone: showPhone(person.phone),
                unit: unitId,
                stratum,
                cluster,
                size: size === null ? '' : String(size),
                language: letters,
              }}
            />
          </>
        )}
        {isAllowed(actor, 'delegates.invite') && (
          <DelegateAccountForm action={createDelegateAccountAction} contactId={id} />
        )}
        <section className={style.section} aria-labelledby="consent">
          <h2 id="consent">{t('consentTitle')}</h2>
          <p>{consent ? t('consentHeld', { ...consent, day: consent.at }) : t('noConsent')}</p>
        </section>
        <section className={style.section} aria-labelledby="requests">
          <h2 id="requests">{t('requestsOf')}</h2>
          {requests.length > 0 && (
            <ul>
              {requests.map((one) => (
                <li key={one.id}>
                  <Link href={`/contacts/requests/${one.id}`}>{r(`kinds.${one.kind as 'access'}`)}</Link> ·{' '}
                  {day(one.receivedAt)}
                  {one.outcome && ` · ${r(`outcomes.${one.outcome as 'done'}`)}`}
                </li>
              ))}
            </ul>
          )}
          {mayWrite && <NewRequestForm action={createRequestAction} contact={id} />}
        </section>
        <section className={style.section} aria-labelledby="link">
          <h2 id="link">{t('ownLink')}</h2>
          <p className={style.small} style={{ overflowWrap: 'anywhere' }}>
            {`${await publicOrigin()}/privacy#${code}`}
          </p>
        </section>
      </div>
    </>
  )
}
