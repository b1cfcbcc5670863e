// The sample accounts, listed beside the sign-in form while there are sample data and the browser is on this machine.
import { useTranslations } from 'next-intl'
import type { Role } from '#lib/access'
import form from './plain-form.module.css'

type SampleLogin = { login: string; name: string; role: Role }

export function SampleLogins({ logins, password }: { logins: SampleLogin[]; password: string }) {
  const t = useTranslations('signIn')
  const roles = useTranslations('roles')
  return (
    <section className={form.aside} aria-labelledby="sample-logins">
      <h2 id="sample-logins">{t('samples')}</h2>
      <p>{t('samplesLead')}</p>
      <dl className={form.samples}>
        {logins.map((sample) => (
          <div key={sample.login}>
            <dt>
              <code>{sample.login}</code>
            </dt>
            <dd>
              {sample.name} · {roles(sample.role)}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {t('samplePassword')} <code>{password}</code>
      </p>
    </section>
  )
}
