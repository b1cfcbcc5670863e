// The sign-in page: a plain form that posts to next-auth, so it works without scripts. A failed attempt comes back here
// with a code in the address and the name that was typed in a cookie.
import { cookies } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { loadSampleLogins } from '#lib/flows/load-sample-logins'
import { loadSiteStatus } from '#lib/flows/load-site-status'
import { samplePassword } from '#lib/sample-logins'
import { typedLoginCookie } from '../../_server/auth-options'
import { readAddress } from '../../_server/read-address'
import { readCsrfToken } from '../../_server/read-csrf-token'
import { getActor } from '../../_server/session'
import form from '../../_ui/plain-form.module.css'
import { SampleLogins } from '../../_ui/sample-logins'
import { SignInProblem } from '../../_ui/sign-in-problem'

export async function generateMetadata() {
  return { title: (await getTranslations('signIn'))('title') }
}

type Query = { callbackUrl?: string; error?: string }

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { callbackUrl = '/dashboard', error } = await searchParams
  const actor = await getActor()
  if (actor) redirect('/dashboard')
  const token = await readCsrfToken()
  const isBackFromNextAuth = callbackUrl.startsWith('http') || error !== undefined
  if (!token && !isBackFromNextAuth)
    redirect(`/api/auth/signin?callbackUrl=${encodeURIComponent(callbackUrl)}`)
  const t = await getTranslations('signIn')
  const status = await loadSiteStatus(actor)
  const samples = await loadSampleLogins(actor, { address: await readAddress() })
  const typed = (await cookies()).get(typedLoginCookie)?.value ?? ''
  return (
    <div className={form.page}>
      <div className={form.card}>
        <h1>{t('title')}</h1>
        <SignInProblem code={token ? error : 'cookies'} />
        <form method="post" action="/api/auth/callback/credentials" className={form.form}>
          <input type="hidden" name="csrfToken" value={token ?? ''} />
          {!error && <input type="hidden" name="callbackUrl" value={callbackUrl} />}
          <label className={form.field}>
            {t('login')}
            <input
              name="login"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              defaultValue={typed}
            />
          </label>
          <label className={form.field}>
            {t('password')}
            <input name="password" type="password" autoComplete="current-password" required />
          </label>
          <button type="submit" className="button">
            {t('submit')}
          </button>
        </form>
        <p className={form.hint}>{t('forgotten')}</p>
        {status.needsFirstAdmin && (
          <p className={form.hint}>
            {t('firstRun')} <Link href="/first-run">{t('firstRunLink')}</Link>
          </p>
        )}
      </div>
      {samples.length > 0 && <SampleLogins logins={samples} password={samplePassword} />}
    </div>
  )
}
