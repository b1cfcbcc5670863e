'use client'
// A form and its server action: sends it, keeps what was typed, and gives each field its fault in the reader's language.
import { useLocale } from 'next-intl'
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
  const problem =
    state.status === 'failed' && state.faults.length === 0 ? state.sentence[language] : undefined
  return { state, send, isSending, field, problem }
}
