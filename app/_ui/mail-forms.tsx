'use client'
// The forms of the page on mail and messages.
import { Checkbox, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { FormCard } from './form-card'
import { type FormAction, useFormAction } from './use-form-action'

type Smtp = {
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  user: string
  from: string
  replyTo: string
  perMinute: number
  perDay: number
}

export function SmtpForm({
  action,
  smtp,
  hasPassword,
}: {
  action: FormAction
  smtp: Smtp | null
  hasPassword: boolean
}) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('mail')
  const text = (name: keyof Smtp, otherwise = '') => ({
    label: t(name),
    ...field(name, String(smtp?.[name] ?? otherwise)),
  })
  return (
    <FormCard
      title={t('smtp')}
      lead={t('smtpLead')}
      action={send}
      submit={t('save')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('saved')}
    >
      <TextInput {...text('host')} description={smtp && t('emptyRemoves')} autoComplete="off" />
      <TextInput {...text('port', '587')} inputMode="numeric" />
      <NativeSelect
        {...text('security', 'starttls')}
        data={(['starttls', 'tls', 'none'] as const).map((value) => ({
          value,
          label: t(`securities.${value}`),
        }))}
      />
      <TextInput {...text('user')} autoComplete="off" />
      <PasswordInput
        label={t('password')}
        description={hasPassword ? t('passwordKept') : undefined}
        autoComplete="new-password"
        {...field('password')}
      />
      <TextInput {...text('from')} description={t('fromHint')} />
      <TextInput {...text('replyTo')} />
      <TextInput {...text('perMinute', '60')} inputMode="numeric" />
      <TextInput {...text('perDay', '2000')} inputMode="numeric" />
    </FormCard>
  )
}

export function TestMailForm({ action }: { action: FormAction }) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('mail')
  return (
    <FormCard
      title={t('test')}
      lead={t('testLead')}
      action={send}
      submit={t('send')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('testSent')}
    >
      <TextInput label={t('to')} type="email" required withAsterisk={false} {...field('to')} />
    </FormCard>
  )
}

type Hours = { from: number; to: number; weekdaysOnly: boolean }

export function SendingHoursForm({ action, hours }: { action: FormAction; hours: Hours }) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('mail')
  return (
    <FormCard
      title={t('hours')}
      lead={t('hoursLead')}
      action={send}
      submit={t('save')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('saved')}
    >
      <TextInput label={t('hourFrom')} inputMode="numeric" {...field('from', String(hours.from))} />
      <TextInput label={t('hourTo')} inputMode="numeric" {...field('to', String(hours.to))} />
      <Checkbox label={t('weekdaysOnly')} name="weekdaysOnly" defaultChecked={hours.weekdaysOnly} />
    </FormCard>
  )
}

export function WebhookForm({ action, url }: { action: FormAction; url: string | null }) {
  const { state, send, isSending, field, problem } = useFormAction(action)
  const t = useTranslations('mail')
  return (
    <FormCard
      title={t('webhook')}
      lead={t('webhookLead')}
      action={send}
      submit={t('save')}
      isSending={isSending}
      problem={problem}
      done={state.status === 'done' && t('saved')}
    >
      <TextInput
        label={t('url')}
        description={url && t('emptyRemoves')}
        type="url"
        {...field('url', url ?? '')}
      />
      <PasswordInput
        label={t('secret')}
        description={url ? t('passwordKept') : undefined}
        autoComplete="new-password"
        {...field('secretPassword')}
      />
    </FormCard>
  )
}
