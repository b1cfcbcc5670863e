'use client'
// Gives somebody a new password, shown once.
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { FreshPasswordBox } from './fresh-password-box'
import { type FormAction, useFormAction } from './use-form-action'

type Fresh = { login: string; password: string }

export function ResetPasswordForm({ action, id }: { action: FormAction<Fresh>; id: string }) {
  const { state, send, isSending, problem } = useFormAction<Fresh>(action)
  const t = useTranslations('users')
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
