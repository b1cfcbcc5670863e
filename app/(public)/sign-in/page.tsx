// The sign-in page: plain forms that post to next-auth, so password and code work without scripts. A failed attempt comes back
// here with a code in the address and the name that was typed in a cookie; so does a right password that needs a second step.
import { cookies } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findSignInStep } from '#lib/flows/find-sign-in-step'
import { loadSampleLogins } from '#lib/flows/load-sample-logins'
import { loadSiteStatus } from '#lib/flows/load-site-status'
import { providerSettings } from '#lib/provider-settings'
import { samplePassword } from '#lib/sample-logins'
import { typedLoginCookie } from '../../_server/auth-options'
import { localPath } from '../../_server/local-path'
import { passkeyCheckOptions } from '../../_server/passkey-options'
import { readAddress } from '../../_server/read-address'
import { readCsrfToken } from '../../_server/read-csrf-token'
import { getActor } from '../../_server/session'
import { readStepCookie } from '../../_server/step-cookie'
import { PasskeyButton } from '../../_ui/passkey-button'
import form from '../../_ui/plain-form.module.css'
import { SampleLogins } from '../../_ui/sample-logins'
import { SecondStepForm } from '../../_ui/second-step-form'
import { SignInProblem } from '../../_ui/sign-in-problem'

export async function generateMetadata() {
  return { title: (await getTranslations('signIn'))('title') }
}

type Query = { callbackUrl?: string; error?: string }

/** Errors after which the password has to be typed again. */
const fromTheStart = ['step_expired', 'wrong_credentials']

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { callbackUrl = '/dashboard', error } = await searchParams
  const actor = await getActor()
  if (actor) redirect('/dashboard')
  const token = await readCsrfToken()
  const isBackFromNextAuth = callbackUrl.startsWith('http') || error !== undefined
  if (!token && !isBackFromNextAuth)
    redirect(`/api/auth/signin?callbackUrl=${encodeURIComponent(callbackUrl)}`)
  const isHalf = error !== undefined && !fromTheStart.includes(error)
  const step = isHalf ? await findSignInStep(actor, { stepId: await readStepCookie() }) : null
  const t = await getTranslations('signIn')
  if (step) return <SecondStepForm token={token ?? ''} error={error} ask={passkeyCheckOptions} {...step} />
  const status = await loadSiteStatus(actor)
  const samples = await loadSampleLogins(actor, { address: await readAddress() })
  const typed = (await cookies()).get(typedLoginCookie)?.value ?? ''
  const provider = providerSettings()
  const goal = localPath(callbackUrl)
  const wish = error ? null : <input type="hidden" name="callbackUrl" value={callbackUrl} />
  return (
    <div className={form.page}>
      <div className={form.card}>
        <h1>{t('title')}</h1>
        <SignInProblem code={token ? error : 'cookies'} />
        <form method="post" action="/api/auth/callback/credentials" className={form.form}>
          <input type="hidden" name="csrfToken" value={token ?? ''} />
          {wish}
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
        <PasskeyButton
          token={token ?? ''}
          purpose="sign-in"
          ask={passkeyCheckOptions}
          words={{ label: t('passkey'), waiting: t('passkeyWaiting'), failed: t('passkeyFailed') }}
        >
          {wish}
        </PasskeyButton>
        {provider && (
          <p>
            <a
              className="button button-quiet"
              href={`/sign-in/provider/start?goal=${encodeURIComponent(goal)}`}
            >
              {t('provider', { name: provider.name })}
            </a>
          </p>
        )}
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
