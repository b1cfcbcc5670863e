'use client'
// The two things that can be done with a failed job.
import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormAction, useFormAction } from './use-form-action'

type Props = { action: FormAction; lane: string; job: string }

export function DeadLetterForm({ action, lane, job }: Props) {
  const { send, isSending, problem } = useFormAction(action)
  const t = useTranslations('jobs')
  return (
    <form action={send}>
      <input type="hidden" name="lane" value={lane} />
      <input type="hidden" name="job" value={job} />
      {problem && <p role="alert">{problem}</p>}
      <Button type="submit" name="what" value="retry" size="compact-md" variant="outline" loading={isSending}>
        {t('retry')}
      </Button>{' '}
      <Button
        type="submit"
        name="what"
        value="discard"
        size="compact-md"
        variant="subtle"
        disabled={isSending}
      >
        {t('discard')}
      </Button>
    </form>
  )
}
