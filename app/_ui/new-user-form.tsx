'use client'
// The form that opens an account; afterwards it shows the password, once.
import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { FreshPasswordBox } from './fresh-password-box'
import { RoleFields, type UnitChoice } from './role-fields'
import { type FormAction, useFormAction } from './use-form-action'

type Fresh = { login: string; password: string }

export function NewUserForm({ action, units }: { action: FormAction<Fresh>; units: UnitChoice[] }) {
  const { state, send, isSending, field, problem } = useFormAction<Fresh>(action)
  const t = useTranslations('users')
  return (
    <>
      {state.status === 'done' && <FreshPasswordBox {...state.result} />}
      <FormCard
        key={state.status === 'done' ? state.result.login : 'new'}
        title={t('newTitle')}
        lead={t('newLead')}
        action={send}
        submit={t('create')}
        isSending={isSending}
        problem={problem}
      >
        <TextInput label={t('name')} required withAsterisk={false} autoComplete="off" {...field('name')} />
        <TextInput
          label={t('login')}
          description={t('loginNote')}
          required
          withAsterisk={false}
          autoComplete="off"
          autoCapitalize="none"
          {...field('login')}
        />
        <RoleFields role={field('role', 'viewer')} unitId={field('unitId')} units={units} />
      </FormCard>
    </>
  )
}
