'use client'
// Changes the days of grace of a wave that has not closed.
import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { longestGrace } from '#lib/wave-grace'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

export function GraceForm({ action, wave, days }: { action: FormAction; wave: string; days: number }) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('waves')
  return (
    <FormCard
      title={t('graceChange')}
      lead={t('graceDaysNote', { most: longestGrace })}
      action={send}
      submit={t('graceSave')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('graceSaved')}
    >
      <input type="hidden" name="id" value={wave} />
      <TextInput
        label={t('graceDays')}
        inputMode="numeric"
        maw="12rem"
        {...field('graceDays', String(days))}
      />
    </FormCard>
  )
}
