'use client'
// The form that removes the sample data: one typed word, one button.
import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

export function RemoveSampleForm({ action }: { action: FormAction<number> }) {
  const { send, isSending, field, problem } = useFormAction<number>(action)
  const t = useTranslations('sampleData')
  return (
    <FormCard
      title={t('remove')}
      lead={t('removeLead')}
      action={send}
      submit={t('submit')}
      isSending={isSending}
      problem={problem}
    >
      <TextInput label={t('word')} required withAsterisk={false} autoComplete="off" {...field('word')} />
    </FormCard>
  )
}
