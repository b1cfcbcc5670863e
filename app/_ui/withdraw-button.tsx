'use client'
// Takes a release back, after one more question: it cannot be undone.
import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type FormAction, useFormAction } from './use-form-action'

export function WithdrawButton({ action, id }: { action: FormAction; id: string }) {
  const t = useTranslations('results.release')
  const [isAsked, setAsked] = useState(false)
  const { send, isSending, problem } = useFormAction(action)
  if (!isAsked)
    return (
      <Button variant="subtle" size="compact-md" onClick={() => setAsked(true)}>
        {t('withdraw')}
      </Button>
    )
  return (
    <form action={send}>
      <input type="hidden" name="id" value={id} />
      <p>{problem ?? t('withdrawAsk')}</p>
      <Button type="submit" size="compact-md" color="red.9" loading={isSending}>
        {t('withdrawYes')}
      </Button>{' '}
      <Button variant="subtle" size="compact-md" onClick={() => setAsked(false)}>
        {t('withdrawNo')}
      </Button>
    </form>
  )
}
