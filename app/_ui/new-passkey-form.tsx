'use client'
import { TextInput } from '@mantine/core'
// Adds a passkey: a name, then what the device asks for. Says why where a browser cannot do it.
import { startRegistration } from '@simplewebauthn/browser'
import { useTranslations } from 'next-intl'
import { startTransition, useEffect, useState } from 'react'
import { FormCard } from './form-card'
import { canUsePasskeys } from './passkey-button'
import { RecoveryCodesBox } from './recovery-codes-box'
import { type FormAction, useFormAction } from './use-form-action'

type Options = Parameters<typeof startRegistration>[0]['optionsJSON']
export type AskNewPasskey = () => Promise<Options | null>

export function NewPasskeyForm({ action, ask }: { action: FormAction<string[]>; ask: AskNewPasskey }) {
  const { state, send, isSending, field, problem } = useFormAction<string[]>(action)
  const [device, setDevice] = useState<'unknown' | 'no' | 'ready' | 'waiting' | 'failed'>('unknown')
  const t = useTranslations('protect')
  useEffect(() => setDevice(canUsePasskeys() ? 'ready' : 'no'), [])
  if (device === 'unknown') return null
  if (device === 'no') return <p>{t('passkeysImpossible')}</p>

  async function make(form: FormData) {
    setDevice('waiting')
    try {
      const options = await ask()
      if (!options) return setDevice('failed')
      form.set('answer', JSON.stringify(await startRegistration({ optionsJSON: options })))
      startTransition(() => send(form))
      setDevice('ready')
    } catch {
      setDevice('failed')
    }
  }

  return (
    <>
      {state.status === 'done' && state.result.length > 0 && <RecoveryCodesBox codes={state.result} />}
      <FormCard
        title={t('passkeyNew')}
        lead={t('passkeyNewLead')}
        action={(form) => void make(form)}
        submit={t('passkeyAdd')}
        isSending={isSending || device === 'waiting'}
        problem={device === 'failed' ? t('passkeyFailed') : problem}
        done={state.status === 'done' && t('passkeyAdded')}
      >
        <TextInput
          label={t('passkeyName')}
          placeholder={t('passkeyExample')}
          required
          withAsterisk={false}
          maxLength={60}
          {...field('name')}
        />
      </FormCard>
    </>
  )
}
