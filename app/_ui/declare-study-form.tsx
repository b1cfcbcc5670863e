'use client'
// Declares a study for good. The warning stands above the button, and a tick says that it was read.
import { Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

export function DeclareStudyForm({ action, study }: { action: FormAction; study: string }) {
  const { send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('effect.declare')
  return (
    <FormCard
      title={t('title')}
      lead={t('lead')}
      action={send}
      submit={t('submit')}
      isSending={isSending}
      problem={problem}
    >
      <input type="hidden" name="study" value={study} />
      <Checkbox name="isConfirmed" label={t('confirm')} error={field('isConfirmed').error} />
    </FormCard>
  )
}
