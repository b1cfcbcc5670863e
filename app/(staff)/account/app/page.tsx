// Sets up an authenticator app: a picture to scan, the same as text to type, and the first code back.
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { loadOwnProtection } from '#lib/flows/load-own-protection'
import { startAuthenticator } from '#lib/flows/start-authenticator'
import { load } from '../../../_server/load'
import { NewAppForm } from '../../../_ui/own-protection'
import style from '../../../_ui/page.module.css'
import { PageHeader } from '../../../_ui/page-header'
import { QrCode } from '../../../_ui/qr-code'
import { confirmApp } from '../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('protect'))('appTitle') }
}

export default async function AppPage() {
  const { hasApp, isConfirmed } = await load(loadOwnProtection)
  if (!isConfirmed) redirect('/account/confirm?goal=/account/app')
  const t = await getTranslations('protect')
  const fresh = hasApp ? null : await load(startAuthenticator)
  return (
    <>
      <PageHeader title={t('appTitle')} lead={t('appLead')} />
      <div className={style.sections}>
        {fresh && (
          <section className={style.section} aria-labelledby="scan">
            <h2 id="scan">{t('appScan')}</h2>
            <div style={{ maxWidth: '15rem' }}>
              <QrCode text={fresh.address} label={t('appPicture')} />
            </div>
            <p>
              {t('appType')}{' '}
              <code style={{ overflowWrap: 'anywhere' }}>{fresh.secret.match(/.{4}/g)?.join(' ')}</code>
            </p>
          </section>
        )}
        <NewAppForm action={confirmApp} />
      </div>
    </>
  )
}
