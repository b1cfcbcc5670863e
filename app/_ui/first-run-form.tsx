'use client'
// The form of the first-run page: plain fields, each with its note and its fault.
import { useLocale, useTranslations } from 'next-intl'
import { useActionState, useId } from 'react'
import { type FormState, faultAt, newForm, typedIn } from './form-state'
import style from './plain-form.module.css'

type Action = (state: FormState<undefined>, form: FormData) => Promise<FormState<undefined>>
type FieldName = 'code' | 'name' | 'login' | 'password'

export function FirstRunForm({ action }: { action: Action }) {
  const [state, send, isSending] = useActionState<FormState<undefined>, FormData>(action, newForm)
  const t = useTranslations('firstRun')
  const form = useTranslations('form')
  const language = useLocale()
  return (
    <form action={send} className={style.form}>
      {state.status === 'failed' && state.faults.length === 0 && (
        <p role="alert" className={style.problem}>
          {state.sentence[language]}
        </p>
      )}
      <Field state={state} name="code" autoComplete="off" />
      <Field state={state} name="name" autoComplete="name" />
      <Field state={state} name="login" autoComplete="username" />
      <Field state={state} name="password" autoComplete="new-password" type="password" />
      <button type="submit" className="button" disabled={isSending}>
        {isSending ? form('sending') : t('submit')}
      </button>
    </form>
  )
}

type FieldProps = { state: FormState<undefined>; name: FieldName; autoComplete: string; type?: string }

function Field({ state, name, autoComplete, type = 'text' }: FieldProps) {
  const t = useTranslations('firstRun')
  const language = useLocale()
  const id = useId()
  const fault = faultAt(state, name)
  return (
    <div className={style.field}>
      <label htmlFor={id}>{t(`${name}.label`)}</label>
      <input
        id={id}
        name={name}
        type={type}
        required
        autoComplete={autoComplete}
        autoCapitalize={name === 'name' ? 'words' : 'none'}
        defaultValue={typedIn(state, name)}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-note${fault ? ` ${id}-fault` : ''}`}
      />
      <span id={`${id}-note`} className={style.note}>
        {t(`${name}.note`)}
      </span>
      {fault && (
        <span id={`${id}-fault`} className={style.fault} role="alert">
          {fault[language]}
        </span>
      )}
    </div>
  )
}
