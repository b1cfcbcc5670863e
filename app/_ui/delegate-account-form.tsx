'use client'
// Opens an account for an invited person; afterwards it shows the password, once.
import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { FreshPasswordBox } from './fresh-password-box'
import { type FormAction, useFormAction } from './use-form-action'

type Fresh = { login: string; password: string }

export function DelegateAccountForm({ action, contactId }: { action: FormAction<Fresh>; contactId: string }) {
  const { state, send, isSending, field, problem } = useFormAction<Fresh>(action)
  const t = useTranslations('desk')
  const users = useTranslations('users')
  return (
    <>
      {state.status === 'done' && <FreshPasswordBox {...state.result} />}
      <FormCard
        title={t('newAccount')}
        lead={t('newAccountLead')}
        action={send}
        submit={users('create')}
        isSending={isSending}
        problem={problem}
      >
        <input type="hidden" name="contactId" value={contactId} />
        <TextInput
          label={users('login')}
          description={t('newAccountLogin')}
          required
          withAsterisk={false}
          autoComplete="off"
          autoCapitalize="none"
          {...field('login')}
        />
      </FormCard>
    </>
  )
}
