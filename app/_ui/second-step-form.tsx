// The second step of a sign-in: the code of the app (or a recovery code) in a plain form, and the passkey where there is one.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type AskPasskey, PasskeyButton } from './passkey-button'
import form from './plain-form.module.css'
import { SignInProblem } from './sign-in-problem'

type Props = {
  token: string
  error?: string
  login: string
  hasApp: boolean
  hasPasskey: boolean
  ask: AskPasskey
}

export function SecondStepForm({ token, error, login, hasApp, hasPasskey, ask }: Props) {
  const t = useTranslations('signIn')
  return (
    <div className={form.page}>
      <div className={form.card}>
        <h1>{t('stepTitle')}</h1>
        <p className={form.hint}>{t('stepFor', { login })}</p>
        <SignInProblem code={error === 'second_factor' ? undefined : error} />
        {hasPasskey && (
          <PasskeyButton
            token={token}
            purpose="second-factor"
            ask={ask}
            words={{ label: t('stepPasskey'), waiting: t('passkeyWaiting'), failed: t('passkeyFailed') }}
          />
        )}
        <form method="post" action="/api/auth/callback/second-factor" className={form.form}>
          <input type="hidden" name="csrfToken" value={token} />
          <label className={form.field}>
            {t(hasApp ? 'code' : 'recoveryCode')}
            <input
              name="code"
              autoComplete="one-time-code"
              inputMode={hasApp ? 'text' : undefined}
              autoCapitalize="none"
              spellCheck={false}
              required
              // biome-ignore lint/a11y/noAutofocus: the only field of a page that was opened to fill it in
              autoFocus={!hasPasskey}
              aria-describedby="code-note"
            />
            <span id="code-note" className={form.note}>
              {t(hasApp ? 'codeNote' : 'recoveryNote')}
            </span>
          </label>
          <button type="submit" className="button">
            {t('stepSubmit')}
          </button>
        </form>
        <p className={form.hint}>
          {t('stepLost')} <Link href="/sign-in">{t('startAgain')}</Link>
        </p>
      </div>
    </div>
  )
}
