'use client'
// The form that changes the own password.
import { PasswordInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

export function PasswordForm({ action }: { action: FormAction }) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('account')
  const toggle = {
    visibilityToggleButtonProps: { 'aria-label': t('showPassword'), 'aria-hidden': false, tabIndex: 0 },
  }
  return (
    <FormCard
      key={state.status}
      title={t('password')}
      lead={t('passwordLead')}
      action={send}
      submit={t('changePassword')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('passwordChanged')}
    >
      <PasswordInput
        label={t('oldPassword')}
        required
        withAsterisk={false}
        autoComplete="current-password"
        {...toggle}
        {...field('oldPassword')}
      />
      <PasswordInput
        label={t('newPassword')}
        description={t('newPasswordNote')}
        required
        withAsterisk={false}
        autoComplete="new-password"
        {...toggle}
        {...field('newPassword')}
      />
      <PasswordInput
        label={t('repeatedPassword')}
        required
        withAsterisk={false}
        autoComplete="new-password"
        {...toggle}
        {...field('repeatedPassword')}
      />
    </FormCard>
  )
}
