'use client'
// What protects the own account, and the forms that change it. Without a secret shown minutes ago there are no forms, only the
// way to show one.
import { Button, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { startTransition } from 'react'
import { FormCard } from './form-card'
import { type AskNewPasskey, NewPasskeyForm } from './new-passkey-form'
import style from './page.module.css'
import { RecoveryCodesBox } from './recovery-codes-box'
import { type FormAction, useFormAction } from './use-form-action'

type PasskeyLine = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }
type Props = {
  hasApp: boolean
  passkeys: PasskeyLine[]
  recoveryCodes: number
  isConfirmed: boolean
  isByProvider: boolean
  provider: string | null
  deadline: Date | null
  actions: {
    removeApp: FormAction
    newCodes: FormAction<string[]>
    addPasskey: FormAction<string[]>
    removePasskey: FormAction
    askNewPasskey: AskNewPasskey
  }
}

export function OwnProtection({ actions, ...facts }: Props) {
  const t = useTranslations('protect')
  const format = useFormatter()
  const { hasApp, passkeys, recoveryCodes, isConfirmed, isByProvider, provider, deadline } = facts
  const hasFactor = hasApp || passkeys.length > 0
  return (
    <section className={style.section} aria-labelledby="protection">
      <h2 id="protection">{t('title')}</h2>
      <p className={style.soft}>{t('lead')}</p>
      {deadline && (
        <p role="alert">
          <strong>{t('deadline', { day: format.dateTime(deadline, { dateStyle: 'long' }) })}</strong>
        </p>
      )}
      {provider && <p>{t('linked', { name: provider })}</p>}
      {!isConfirmed && <ConfirmFirst isByProvider={isByProvider} />}
      <h3>{t('app')}</h3>
      <p>{t(hasApp ? 'appOn' : 'appOff')}</p>
      {isConfirmed && !hasApp && (
        <p>
          <Link className="button" href="/account/app">
            {t('appStart')}
          </Link>
        </p>
      )}
      {isConfirmed && hasApp && <OneButton action={actions.removeApp} label={t('appRemove')} />}
      <h3>{t('passkeys')}</h3>
      <p className={style.soft}>{t('passkeysLead')}</p>
      {passkeys.length > 0 && (
        <ul>
          {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
            <li key={id}>
              {name} ({t('since', { day: format.dateTime(createdAt, { dateStyle: 'short' }) })}
              {lastUsedAt && `; ${t('used', { day: format.dateTime(lastUsedAt, { dateStyle: 'short' }) })}`}){' '}
              {isConfirmed && (
                <OneButton
                  action={actions.removePasskey}
                  label={t('passkeyRemove', { name })}
                  fields={{ id }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {isConfirmed && <NewPasskeyForm action={actions.addPasskey} ask={actions.askNewPasskey} />}
      {hasFactor && (
        <>
          <h3>{t('codes')}</h3>
          <p>{t('codesLeft', { count: recoveryCodes })}</p>
          {isConfirmed && <NewCodes action={actions.newCodes} />}
        </>
      )}
    </section>
  )
}

function ConfirmFirst({ isByProvider }: { isByProvider: boolean }) {
  const t = useTranslations('protect')
  const confirm = isByProvider
    ? '/sign-in/provider/start?again=1&goal=/account'
    : '/account/confirm?goal=/account'
  return (
    <p>
      {isByProvider ? (
        <a className="button button-quiet" href={confirm}>
          {t('confirmFirst')}
        </a>
      ) : (
        <Link className="button button-quiet" href={confirm}>
          {t('confirmFirst')}
        </Link>
      )}
    </p>
  )
}

function NewCodes({ action }: { action: FormAction<string[]> }) {
  const { state, send, isSending, problem } = useFormAction<string[]>(action)
  const t = useTranslations('protect')
  return (
    <>
      {state.status === 'done' && <RecoveryCodesBox codes={state.result} />}
      <FormCard
        title={t('codesNew')}
        lead={t('codesNewLead')}
        action={send}
        submit={t('codesNew')}
        isSending={isSending}
        problem={problem}
      >
        {null}
      </FormCard>
    </>
  )
}

function OneButton({
  action,
  label,
  fields = {},
}: {
  action: FormAction
  label: string
  fields?: Record<string, string>
}) {
  const { send, isSending, problem } = useFormAction(action)
  return (
    <form
      action={send}
      onSubmit={(event) => {
        event.preventDefault()
        const sent = new FormData(event.currentTarget)
        startTransition(() => send(sent))
      }}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant="outline" color="red.9" size="sm" loading={isSending}>
        {label}
      </Button>
      {problem && <p role="alert">{problem}</p>}
    </form>
  )
}

/** The set-up of an authenticator app: the code of the picture is typed back. */
export function NewAppForm({ action }: { action: FormAction<string[]> }) {
  const { state, send, isSending, field, problem } = useFormAction<string[]>(action)
  const t = useTranslations('protect')
  if (state.status === 'done')
    return (
      <>
        <p role="status">
          <strong>{t('appDone')}</strong>
        </p>
        {state.result.length > 0 && <RecoveryCodesBox codes={state.result} />}
        <p>
          <Link className="button" href="/account">
            {t('back')}
          </Link>
        </p>
      </>
    )
  return (
    <FormCard
      title={t('appCode')}
      lead={t('appCodeLead')}
      action={send}
      submit={t('appConfirm')}
      isSending={isSending}
      problem={problem}
    >
      <TextInput
        label={t('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        {...field('code')}
      />
    </FormCard>
  )
}
