// After signing out here, for people who came through the single sign-on: they are still signed in over there, and whoever sits
// down at this computer next could come in again without a password.
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findProviderSignOut } from '#lib/flows/find-provider-sign-out'
import { providerSettings } from '#lib/provider-settings'
import { publicOrigin } from '../../../_server/public-origin'
import form from '../../../_ui/plain-form.module.css'

export async function generateMetadata() {
  return { title: (await getTranslations('signIn'))('leftTitle') }
}

export default async function LeftPage() {
  const provider = providerSettings()
  if (!provider) redirect('/')
  const { name } = provider
  const address = await findProviderSignOut(null, { origin: await publicOrigin() }).catch(() => null)
  const t = await getTranslations('signIn')
  return (
    <div className={form.page}>
      <div className={form.card}>
        <h1>{t('leftTitle')}</h1>
        <div className={form.form}>
          <p>{t('leftText', { name })}</p>
          {address ? (
            <p>
              <a className="button" href="/sign-in/provider/leave">
                {t('leave', { name })}
              </a>
            </p>
          ) : (
            <p>{t('leaveYourself', { name })}</p>
          )}
          <p>
            <Link href="/">{t('home')}</Link>
          </p>
        </div>
      </div>
    </div>
  )
}
