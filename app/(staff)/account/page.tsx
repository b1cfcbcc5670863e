// A person's own account: password, and where one is signed in.
import { getFormatter, getTranslations } from 'next-intl/server'
import { listOwnSessions } from '#lib/flows/list-own-sessions'
import { loadOwnProtection } from '#lib/flows/load-own-protection'
import { load } from '../../_server/load'
import { newPasskeyOptions } from '../../_server/passkey-options'
import { DataTable } from '../../_ui/data-table'
import { OwnProtection } from '../../_ui/own-protection'
import style from '../../_ui/page.module.css'
import { PageHeader } from '../../_ui/page-header'
import { PasswordForm } from '../../_ui/password-form'
import {
  addOwnPasskey,
  changePassword,
  endOtherSessions,
  endSession,
  newRecoveryCodes,
  removeApp,
  removeOwnPasskey,
} from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('account'))('title') }
}

export default async function AccountPage() {
  const [sessions, protection] = [await load(listOwnSessions), await load(loadOwnProtection)]
  const t = await getTranslations('account')
  const format = await getFormatter()
  const time = (at: Date) => format.dateTime(at, { dateStyle: 'short', timeStyle: 'short' })
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={style.sections}>
        <OwnProtection
          {...protection}
          actions={{
            removeApp,
            newCodes: newRecoveryCodes,
            addPasskey: addOwnPasskey,
            removePasskey: removeOwnPasskey,
            askNewPasskey: newPasskeyOptions,
          }}
        />
        <PasswordForm action={changePassword} />
        <section className={style.section} aria-labelledby="sessions">
          <h2 id="sessions">{t('sessions')}</h2>
          <p className={style.soft}>{t('sessionsLead')}</p>
          <DataTable
            caption={t('sessions')}
            isCaptionHidden
            rows={sessions}
            rowKey={(session) => session.id}
            columns={[
              { key: 'device', head: t('device'), cell: (session) => session.device || t('unknownDevice') },
              { key: 'means', head: t('means'), cell: (session) => t(`meansOf.${session.means}`) },
              { key: 'since', head: t('since'), cell: (session) => time(session.createdAt) },
              { key: 'seen', head: t('seen'), cell: (session) => time(session.lastSeenAt) },
              { key: 'until', head: t('until'), cell: (session) => time(session.expiresAt) },
              {
                key: 'end',
                head: t('end'),
                cell: (session) =>
                  session.isThisOne ? (
                    t('thisOne')
                  ) : (
                    <form action={endSession}>
                      <input type="hidden" name="id" value={session.id} />
                      <button type="submit" className="link-button">
                        {t('endThis')}
                      </button>
                    </form>
                  ),
              },
            ]}
          />
          {sessions.length > 1 && (
            <form action={endOtherSessions}>
              <button type="submit" className="button button-quiet">
                {t('endOthers')}
              </button>
            </form>
          )}
        </section>
      </div>
    </>
  )
}
