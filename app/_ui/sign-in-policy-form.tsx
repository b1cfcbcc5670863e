'use client'
// The rules of signing in, as a form.
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { StaffRole } from '#lib/access'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Policy = {
  requiredFor: StaffRole[]
  graceDays: number
  idleMinutes: number
  passwordFor: 'everybody' | 'administrators'
}
type Props = {
  action: FormAction
  policy: Policy
  roles: { role: StaffRole; unprotected: number }[]
  hasProvider: boolean
}

export function SignInPolicyForm({ action, policy, roles, hasProvider }: Props) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('protect')
  const names = useTranslations('roles')
  const form = useTranslations('form')
  return (
    <FormCard
      title={t('policyTitle')}
      action={send}
      submit={t('save')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && form('saved')}
    >
      <Checkbox.Group label={t('required')} defaultValue={policy.requiredFor}>
        {roles.map(({ role, unprotected }) => (
          <Checkbox
            key={role}
            mt="xs"
            name="requiredFor"
            value={role}
            label={names(role)}
            description={t('unprotected', { count: unprotected })}
          />
        ))}
      </Checkbox.Group>
      <TextInput
        label={t('graceDays')}
        description={t('graceNote')}
        inputMode="numeric"
        {...field('graceDays', String(policy.graceDays))}
      />
      <TextInput
        label={t('idleMinutes')}
        inputMode="numeric"
        {...field('idleMinutes', String(policy.idleMinutes))}
      />
      {hasProvider && (
        <NativeSelect
          label={t('passwordFor')}
          {...field('passwordFor', policy.passwordFor)}
          data={(['everybody', 'administrators'] as const).map((value) => ({
            value,
            label: t(`passwordForOf.${value}`),
          }))}
        />
      )}
    </FormCard>
  )
}
