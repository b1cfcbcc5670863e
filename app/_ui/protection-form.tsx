'use client'
// The switch of the proof of work, with what it means for people before it is turned.
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

export function ProtectionForm({ action, isOn }: { action: FormAction; isOn: boolean }) {
  const { send, isSending, problem } = useFormAction(action)
  const t = useTranslations('protection')
  return (
    <FormCard
      title={t(isOn ? 'isOn' : 'isOff')}
      lead={t('meaning')}
      action={send}
      submit={t(isOn ? 'switchOff' : 'switchOn')}
      isSending={isSending}
      problem={problem}
    >
      <input type="hidden" name="isOn" value={String(!isOn)} />
    </FormCard>
  )
}
