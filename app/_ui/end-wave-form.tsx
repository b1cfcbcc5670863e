'use client'
// Ends a wave, early or for good. Each way has its own button behind a box that must be ticked.
import { Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { WaveStatus } from '#lib/wave-status'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Props = { action: FormAction; wave: string; status: WaveStatus; hasBox: boolean }

export function EndWaveForm({ action, wave, status, hasBox }: Props) {
  const t = useTranslations('waves')
  return (
    <>
      {status === 'open' && <EndForm action={action} wave={wave} how="close" lead={t('closeNote')} />}
      {status !== 'cancelled' && (
        <EndForm
          action={action}
          wave={wave}
          how="cancel"
          lead={t(hasBox ? 'cancelNoteBallot' : 'cancelNote')}
        />
      )}
    </>
  )
}

type EndProps = { action: FormAction; wave: string; how: 'close' | 'cancel'; lead: string }

function EndForm({ action, wave, how, lead }: EndProps) {
  const { state, send, isSending, problem, field } = useFormAction(action)
  const t = useTranslations('waves')
  return (
    <FormCard
      title={t(how === 'close' ? 'closeNow' : 'cancel')}
      lead={lead}
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
