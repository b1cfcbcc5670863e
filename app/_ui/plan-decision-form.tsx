'use client'
// The two decisions about a plan that need words: settling one that was handed in, and opening a settled one again.
import { Button, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, startTransition } from 'react'
import { FormCard } from './form-card'
import style from './plan-editor.module.css'
import { type FormAction, useFormAction } from './use-form-action'

type Props = { action: FormAction<number>; unit: string; year: number; seen: number }

const Hidden = ({ unit, year, seen }: Omit<Props, 'action'>) => (
  <>
    <input type="hidden" name="unit" value={unit} />
    <input type="hidden" name="year" value={year} />
    <input type="hidden" name="seen" value={seen} />
  </>
)

/** Two buttons, one comment: React leaves the pressed button to us. */
export function PlanSettleForm({ action, ...place }: Props) {
  const { send, isSending, field, problem } = useFormAction<number>(action)
  const t = useTranslations('plans')
  function settle(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter)
    startTransition(() => send(form))
  }
  return (
    <section className={style.part} aria-labelledby="settle">
      <h2 id="settle">{t('settleTitle')}</h2>
      <p>{t('settleLead')}</p>
      <form className={style.editor} onSubmit={settle}>
        <Hidden {...place} />
        <Textarea
          label={t('comment')}
          description={t('commentNote')}
          autosize
          minRows={3}
          {...field('comment')}
        />
        {problem && (
          <p className={style.fault} role="alert">
            {problem}
          </p>
        )}
        <div className={style.buttons}>
          <Button type="submit" name="verdict" value="accept" loading={isSending}>
            {t('accept')}
          </Button>
          <Button type="submit" name="verdict" value="return" variant="outline" loading={isSending}>
            {t('return')}
          </Button>
        </div>
      </form>
    </section>
  )
}

export function PlanAmendForm({ action, ...place }: Props) {
  const { send, isSending, field, problem } = useFormAction<number>(action)
  const t = useTranslations('plans')
  return (
    <FormCard
      title={t('amendTitle')}
      lead={t('amendLead')}
      action={send}
      submit={t('amend')}
      isSending={isSending}
      problem={problem}
    >
      <Hidden {...place} />
      <Textarea label={t('amendWhy')} autosize minRows={2} {...field('comment')} />
    </FormCard>
  )
}
