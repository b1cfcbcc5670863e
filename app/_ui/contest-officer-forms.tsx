'use client'
// What an officer does at the end of a contest: draw, pass a winner over, take somebody out. Each says what it means before the
// button.
import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { passReasons } from '#lib/contests/pass-reasons'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Props = { action: FormAction; contest: string }

export function DrawPrizesForm({ action, contest, entries }: Props & { entries: number }) {
  const { send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('contests')
  return (
    <FormCard
      title={t('drawTitle')}
      lead={t('drawLead', { count: entries })}
      action={send}
      submit={t('drawNow')}
      isSending={isSending}
      problem={problem}
    >
      <input type="hidden" name="contest" value={contest} />
      <Checkbox name="isConfirmed" label={t('drawSure')} error={field('isConfirmed').error} />
    </FormCard>
  )
}

export function PassWinnerForm({ action, contest, numbers }: Props & { numbers: string[] }) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('contests')
  return (
    <FormCard
      title={t('passTitle')}
      lead={t('passLead')}
      action={send}
      submit={t('passNow')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('passDone')}
    >
      <input type="hidden" name="contest" value={contest} />
      <NativeSelect label={t('number')} data={numbers} {...field('number')} />
      <NativeSelect
        label={t('reason')}
        data={passReasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
        {...field('reason')}
      />
      <Checkbox label={t('passSure')} required />
    </FormCard>
  )
}

export function EraseEntryForm({ action, contest }: Props) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('contests')
  return (
    <FormCard
      title={t('eraseTitle')}
      lead={t('eraseLead')}
      action={send}
      submit={t('eraseNow')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('eraseDone')}
    >
      <input type="hidden" name="contest" value={contest} />
      <TextInput label={t('number')} inputMode="numeric" maxLength={40} {...field('number')} />
      <Checkbox label={t('eraseSure')} required />
    </FormCard>
  )
}
