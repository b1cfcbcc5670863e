// Why a sign-in did not work, in words. The code comes from next-auth's address, so an unknown one gets a general line.
import { useTranslations } from 'next-intl'
import form from './plain-form.module.css'

export function SignInProblem({ code }: { code?: string }) {
  const t = useTranslations('signIn')
  if (!code) return null
  const [kind, seconds] = code.split(':')
  return (
    <p role="alert" className={form.problem}>
      {kind === 'wrong_credentials' && t('wrong')}
      {kind === 'too_many_requests' &&
        t('tooMany', { minutes: Math.max(1, Math.ceil(Number(seconds) / 60) || 1) })}
      {kind === 'cookies' && t('cookies')}
      {!['wrong_credentials', 'too_many_requests', 'cookies'].includes(kind ?? '') && t('unexpected')}
    </p>
  )
}
