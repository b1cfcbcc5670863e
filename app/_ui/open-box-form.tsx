'use client'
// Opens the box of a wave that has closed, behind a box that must be ticked: it cannot be undone.
import { Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

export function OpenBoxForm({ action, wave }: { action: FormAction; wave: string }) {
  const { state, send, isSending, problem } = useFormAction(action)
  const t = useTranslations('ballots')
  return (
    <FormCard
      title={t('openBox')}
      lead={t('openBoxLead')}
      action={send}
      submit={t('openBox')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('boxOpened')}
    >
      <input type="hidden" name="wave" value={wave} />
      <Checkbox label={t('sure')} required />
    </FormCard>
  )
}
