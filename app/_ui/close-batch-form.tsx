'use client'
// Closes a stack for good.
import { Checkbox, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Props = { action: FormAction<number>; place: Record<string, string> }

export function CloseBatchForm({ action, place }: Props) {
  const { state, send, isSending, field, problem } = useFormAction<number>(action)
  const t = useTranslations('paper')
  return (
    <FormCard
      title={t('close')}
      lead={t('closeLead')}
      action={send}
      submit={t('close')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('stored', { count: state.result })}
    >
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Textarea label={t('explanation')} description={t('explanationNote')} {...field('explanation')} />
      <Checkbox label={t('sure')} required />
    </FormCard>
  )
}
