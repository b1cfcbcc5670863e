'use client'
// Ends a wave, early or for good. Each way has its own button behind a box that must be ticked.
import { Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { WaveStatus } from '#lib/wave-status'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Props = { action: FormAction; wave: string; status: WaveStatus }

export function EndWaveForm({ action, wave, status }: Props) {
  return (
    <>
      {status === 'open' && <EndForm action={action} wave={wave} how="close" />}
      {status !== 'cancelled' && <EndForm action={action} wave={wave} how="cancel" />}
    </>
  )
}

function EndForm({ action, wave, how }: { action: FormAction; wave: string; how: 'close' | 'cancel' }) {
  const { state, send, isSending, problem, field } = useFormAction(action)
  const t = useTranslations('waves')
  return (
    <FormCard
      title={t(how === 'close' ? 'closeNow' : 'cancel')}
      lead={t(how === 'close' ? 'closeNote' : 'cancelNote')}
      action={send}
      submit={t(how === 'close' ? 'closeNow' : 'cancel')}
      isSending={isSending}
      problem={problem ?? field('').error}
      done={state.status === 'done' && t('ended')}
    >
      <input type="hidden" name="id" value={wave} />
      <input type="hidden" name="how" value={how} />
      <Checkbox label={t('sure')} required />
    </FormCard>
  )
}
