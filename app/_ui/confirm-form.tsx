'use client'
// Shows a secret again: the password (with a code where there is a second factor), or a passkey.
import { PasswordInput, TextInput } from '@mantine/core'
import { startAuthentication } from '@simplewebauthn/browser'
import { useTranslations } from 'next-intl'
import { startTransition, useEffect, useState } from 'react'
import { FormCard } from './form-card'
import { canUsePasskeys } from './passkey-button'
import { type FormAction, useFormAction } from './use-form-action'

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON']
type Props = {
  action: FormAction
  ask: (purpose: 'confirm') => Promise<Options | null>
  goal: string
  needsCode: boolean
  hasPasskey: boolean
}

export function ConfirmForm({ action, ask, goal, needsCode, hasPasskey }: Props) {
  const { send, isSending, field, problem } = useFormAction(action)
  const [canPasskey, setCanPasskey] = useState(false)
  const [failed, setFailed] = useState(false)
  const t = useTranslations('protect')
  useEffect(() => setCanPasskey(hasPasskey && canUsePasskeys()), [hasPasskey])

  async function askDevice() {
    try {
      const options = await ask('confirm')
      if (!options) return setFailed(true)
      const form = new FormData()
      form.set('goal', goal)
      form.set('answer', JSON.stringify(await startAuthentication({ optionsJSON: options })))
      startTransition(() => send(form))
    } catch {
      setFailed(true)
    }
  }

  return (
    <>
      {canPasskey && (
        <p>
          <button type="button" className="button" onClick={askDevice}>
            {t('confirmPasskey')}
          </button>
        </p>
      )}
      <FormCard
        title={t('confirmPassword')}
        action={send}
        submit={t('confirm')}
        isSending={isSending}
        problem={failed ? t('passkeyFailed') : problem}
      >
        <input type="hidden" name="goal" value={goal} />
        <PasswordInput
          label={t('password')}
          required
          withAsterisk={false}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), 'aria-hidden': false, tabIndex: 0 }}
          {...field('password')}
        />
        {needsCode && (
          <TextInput
            label={t('codeOrRecovery')}
            required
            withAsterisk={false}
            autoComplete="one-time-code"
            {...field('code')}
          />
        )}
      </FormCard>
    </>
  )
}
