'use client'
// Ends the step of a sheet. The server names what is still open; this form only says how much it is.
import { Alert, Button } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import type { Step } from '#lib/rounds/round-event'
import style from './round-sheet.module.css'
import { type FormAction, useFormAction } from './use-form-action'

export type FinishActions = { finish: FormAction; acceptRest: FormAction<number> }

type Props = {
  place: { round: string; unit: string }
  step: Step
  mode: 'score' | 'appraise' | 'explain' | 'read'
  open: number
  unsaved: number
  actions: FinishActions
}

export function FinishForm({ place, step, mode, open, unsaved, actions }: Props) {
  const t = useTranslations('rounds')
  const hidden = { ...place, step }
  return (
    <section className={style.finish} aria-labelledby="finish">
      <h2 id="finish">{t(`finish.${mode as 'score'}.title`)}</h2>
      <p>
        {unsaved > 0
          ? t('finish.unsaved', { count: unsaved })
          : open > 0
            ? t('finish.open', { count: open })
            : t(`finish.${mode as 'score'}.ready`)}
      </p>
      <div className={style.buttons}>
        {mode === 'appraise' && step === 'appraisal' && open > 0 && (
          <OneButton
            action={actions.acceptRest}
            fields={hidden}
            label={t('acceptRest', { count: open })}
            isQuiet
          />
        )}
        <OneButton action={actions.finish} fields={hidden} label={t(`finish.${mode as 'score'}.button`)} />
      </div>
    </section>
  )
}

type ButtonProps<Result> = {
  action: FormAction<Result>
  fields: Record<string, string>
  label: string
  isQuiet?: boolean
}

function OneButton<Result>({ action, fields, label, isQuiet }: ButtonProps<Result>) {
  const { state, send, isSending } = useFormAction<Result>(action)
  const t = useTranslations('form')
  const language = useLocale()
  return (
    <form action={send}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" loading={isSending} variant={isQuiet ? 'outline' : 'filled'}>
        {label}
      </Button>
      {state.status === 'failed' && (
        <Alert color="red.9" title={t('problem')} role="alert" variant="outline" mt="sm">
          {state.sentence[language]}
        </Alert>
      )}
    </form>
  )
}
