'use client'
// A further wave joins a study, also after its declaration.
import { NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import type { Choice } from './result-picker'
import { type FormAction, useFormAction } from './use-form-action'

export function AddWaveForm({
  action,
  study,
  waves,
}: {
  action: FormAction
  study: string
  waves: Choice[]
}) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('effect.addWave')
  return (
    <FormCard
      title={t('title')}
      lead={t('lead')}
      action={send}
      submit={t('submit')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('done')}
    >
      <input type="hidden" name="study" value={study} />
      <NativeSelect label={t('wave')} data={waves} {...field('wave')} />
    </FormCard>
  )
}
