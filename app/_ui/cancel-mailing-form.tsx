'use client'
// Stops a mailing that has not ended.
import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormAction, useFormAction } from './use-form-action'

type Props = { action: FormAction; wave: string; mailing: string }

export function CancelMailingForm({ action, wave, mailing }: Props) {
  const { send, isSending, problem } = useFormAction(action)
  const t = useTranslations('invitations')
  return (
    <form action={send}>
      <input type="hidden" name="wave" value={wave} />
      <input type="hidden" name="mailing" value={mailing} />
      {problem && <p role="alert">{problem}</p>}
      <Button type="submit" size="compact-md" variant="subtle" loading={isSending}>
        {t('cancel')}
      </Button>
    </form>
  )
}
