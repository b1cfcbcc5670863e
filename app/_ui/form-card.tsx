'use client'
// A form in a card: title, fields, its problem if it has one, and the button that sends it. It calls the action itself
// instead of leaving that to React, which would empty the fields afterwards and mix up chosen options.
import { Alert, Button, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, startTransition, useId } from 'react'
import style from './form-card.module.css'

type Props = {
  title: string
  lead?: ReactNode
  action: (form: FormData) => void
  submit: string
  isSending: boolean
  problem?: ReactNode
  /** Shown when the form was saved. */
  done?: ReactNode
  /** As wide as the page: for sheets with fields side by side. */
  isWide?: boolean
  children: ReactNode
}

export function FormCard({ title, lead, action, submit, isSending, problem, done, isWide, children }: Props) {
  const t = useTranslations('form')
  const id = useId()
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    startTransition(() => action(typed))
  }
  return (
    <section className={style.card} data-wide={isWide} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead && <p className={style.lead}>{lead}</p>}
      <form action={action} onSubmit={send} className={style.form}>
        <Stack gap="md">
          {children}
          {problem && (
            <Alert color="red.9" title={t('problem')} role="alert" variant="outline">
              {problem}
            </Alert>
          )}
          {done && (
            <p role="status" className={style.done}>
              {done}
            </p>
          )}
          <div>
            <Button type="submit" loading={isSending}>
              {submit}
            </Button>
          </div>
        </Stack>
      </form>
    </section>
  )
}
