'use client'
// Gives somebody a new password, shown once; an administrator who showed no secret lately is asked for one first.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { FreshPasswordBox } from './fresh-password-box'
import style from './page.module.css'
import { type FormAction, useFormAction } from './use-form-action'

type Fresh = { login: string; password: string }

type Props = { action: FormAction<Fresh>; id: string; isConfirmed: boolean }

export function ResetPasswordForm({ action, id, isConfirmed }: Props) {
  const { state, send, isSending, problem } = useFormAction<Fresh>(action)
  const t = useTranslations('users')
  const protect = useTranslations('protect')
  if (!isConfirmed && state.status !== 'done')
    return (
      <section className={style.section} aria-labelledby="reset-password">
        <h2 id="reset-password">{t('resetTitle')}</h2>
        <p>{t('resetLead')}</p>
        <p>
          <Link className="button button-quiet" href={`/account/confirm?goal=/admin/users/${id}`}>
            {protect('confirmFirst')}
          </Link>
        </p>
      </section>
    )
  return (
    <div>
      {state.status === 'done' && <FreshPasswordBox {...state.result} />}
      <FormCard
        title={t('resetTitle')}
        lead={t('resetLead')}
        action={send}
        submit={t('reset')}
        isSending={isSending}
        problem={problem}
      >
        <input type="hidden" name="id" value={id} />
      </FormCard>
    </div>
  )
}
