'use client'
// A form and its server action: sends it, keeps what was typed, and gives each field its fault in the reader's language.
import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { type FormState, faultAt, newForm, typedIn } from './form-state'

export type FormAction<Result = undefined> = (
  state: FormState<Result>,
  form: FormData,
) => Promise<FormState<Result>>

/** `field(name, value)` are the props of an input; `problem` is the sentence that belongs to no field. */
export function useFormAction<Result = undefined>(action: FormAction<Result>) {
  const [state, send, isSending] = useActionState<FormState<Result>, FormData>(action, newForm)
  const language = useLocale()
  const field = (name: string, otherwise = '') => ({
    name,
    defaultValue: typedIn(state, name, otherwise),
    error: faultAt(state, name)?.[language],
  })
  const sentence =
    state.status === 'failed' && state.faults.length === 0 ? state.sentence[language] : undefined
  const problem =
    sentence && state.status === 'failed' && state.needsConfirmation ? (
      <ConfirmFirst sentence={sentence} />
    ) : (
      sentence
    )
  return { state, send, isSending, field, problem }
}

/** In a tab of its own, so that nothing of what was typed is lost. */
function ConfirmFirst({ sentence }: { sentence: string }) {
  const t = useTranslations('protect')
  return (
    <>
      {sentence}{' '}
      <a href="/account/confirm?goal=/account" target="_blank" rel="noreferrer">
        {t('confirmInTab')}
      </a>
    </>
  )
}
