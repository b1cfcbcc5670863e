// Why a sign-in did not work, in words. The code comes from next-auth's address, so an unknown one gets a general line.
import { useTranslations } from 'next-intl'
import form from './plain-form.module.css'

const sentences = {
  wrong_credentials: 'wrong',
  cookies: 'cookies',
  wrong_code: 'wrongCode',
  step_expired: 'stepExpired',
  second_factor: 'stepExpired', // asked for, but its half sign-in is gone
  passkey_refused: 'passkeyRefused',
  password_closed: 'passwordClosed',
  provider_failed: 'providerFailed',
  provider_unknown_person: 'providerUnknownPerson',
} as const

export function SignInProblem({ code }: { code?: string }) {
  const t = useTranslations('signIn')
  if (!code) return null
  const [kind = '', seconds] = code.split(':')
  const minutes = Math.max(1, Math.ceil(Number(seconds) / 60) || 1)
  return (
    <p role="alert" className={form.problem}>
      {kind === 'too_many_requests'
        ? t('tooMany', { minutes })
        : t(kind in sentences ? sentences[kind as keyof typeof sentences] : 'unexpected')}
    </p>
  )
}
