'use client'
// What officers type on the page of invitations: when something goes out, a mail that came back, who is told of late units.
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type PlanProps = {
  action: FormAction
  wave: string
  /** "email", "webhook": those that can be used. */
  channels: string[]
  hours: { from: number; to: number }
  today: string
  lastDay: string
}

export function PlanMailingForm({ action, wave, channels, hours, today, lastDay }: PlanProps) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('invitations')
  const kinds = ['invitation', 'reminder', 'last-call'] as const
  return (
    <FormCard
      title={t('plan')}
      lead={t('planLead', { from: hours.from, to: hours.to })}
      action={send}
      submit={t('planIt')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('planned')}
    >
      <input type="hidden" name="wave" value={wave} />
      <NativeSelect
        label={t('kind')}
        data={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        {...field('kind', 'invitation')}
      />
      <NativeSelect
        label={t('channel')}
        data={channels.map((value) => ({ value, label: t(`channels.${value as 'email'}`) }))}
        {...field('channel', channels[0])}
      />
      <TextInput label={t('day')} type="date" min={today} max={lastDay} {...field('day', today)} />
      <NativeSelect
        label={t('hour')}
        data={Array.from({ length: hours.to - hours.from }, (_, i) => ({
          value: String(hours.from + i),
          label: `${hours.from + i}:00`,
        }))}
        {...field('hour', String(hours.from))}
      />
    </FormCard>
  )
}

type Taken = 'marked' | 'delayed' | 'kept-secret'

export function BounceForm({ action, wave }: { action: FormAction<Taken>; wave: string }) {
  const { state, send, isSending, field, problem } = useFormAction<Taken>(action)
  const t = useTranslations('invitations')
  return (
    <FormCard
      title={t('bounce')}
      lead={t('bounceLead')}
      action={send}
      submit={t('takeBounce')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && state.result && t(`bounceTaken.${state.result}`)}
    >
      <input type="hidden" name="wave" value={wave} />
      <Textarea label={t('source')} autosize minRows={4} maxRows={12} {...field('source')} />
    </FormCard>
  )
}

type ExpiryProps = {
  action: FormAction
  wave: string
  today: string
  closingDay: string
  lastDay: string
  until: string
}

export function ExpiryForm({ action, wave, today, closingDay, lastDay, until }: ExpiryProps) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('invitations')
  return (
    <FormCard
      title={t('expiry')}
      lead={t('expiryLead', { until })}
      action={send}
      submit={t('saveExpiry')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('expirySaved')}
    >
      <input type="hidden" name="wave" value={wave} />
      <TextInput
        label={t('lastDay')}
        description={t('lastDayNote')}
        type="date"
        min={today}
        max={closingDay}
        {...field('lastDay', lastDay)}
      />
    </FormCard>
  )
}

type AlertProps = {
  action: FormAction
  wave: string
  alert: { daysBefore: number; recipients: string } | null
}

export function LateAlertForm({ action, wave, alert }: AlertProps) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('invitations')
  return (
    <FormCard
      title={t('alert')}
      lead={t('alertLead')}
      action={send}
      submit={t('saveAlert')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('alertSaved')}
    >
      <input type="hidden" name="wave" value={wave} />
      <TextInput
        label={t('daysBefore')}
        inputMode="numeric"
        {...field('daysBefore', String(alert?.daysBefore ?? 3))}
      />
      <TextInput label={t('recipients')} {...field('recipients', alert?.recipients ?? '')} />
    </FormCard>
  )
}
