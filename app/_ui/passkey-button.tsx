'use client'
// The button that signs in with a passkey. It appears only where the browser can do it, asks the server for a challenge, lets
// the device answer, and posts the answer like any other sign-in form.
import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import form from './plain-form.module.css'

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON']
type Purpose = 'sign-in' | 'second-factor'
export type AskPasskey = (purpose: Purpose) => Promise<Options | null>
type Props = {
  token: string
  purpose: Purpose
  ask: AskPasskey
  words: { label: string; waiting: string; failed: string }
  /** More fields of the form. */
  children?: ReactNode
}

export function PasskeyButton({ token, purpose, ask, words, children }: Props) {
  const [state, setState] = useState<'hidden' | 'ready' | 'waiting' | 'failed'>('hidden')
  const sent = useRef<HTMLFormElement>(null)
  const answer = useRef<HTMLInputElement>(null)
  useEffect(() => setState(canUsePasskeys() ? 'ready' : 'hidden'), [])

  async function start() {
    setState('waiting')
    try {
      const options = await ask(purpose)
      if (!options) return setState('failed')
      answer.current!.value = JSON.stringify(await startAuthentication({ optionsJSON: options }))
      sent.current!.submit()
    } catch {
      setState('failed')
    }
  }

  if (state === 'hidden') return null
  return (
    <form ref={sent} method="post" action="/api/auth/callback/passkey" className={form.passkey}>
      <input type="hidden" name="csrfToken" value={token} />
      <input type="hidden" name="half" value={purpose === 'second-factor' ? '1' : ''} />
      <input type="hidden" name="answer" ref={answer} />
      {children}
      <button type="button" className="button button-quiet" disabled={state === 'waiting'} onClick={start}>
        {words.label}
      </button>
      <p role="status" className={form.note}>
        {state === 'waiting' ? words.waiting : state === 'failed' ? words.failed : ''}
      </p>
    </form>
  )
}

/** Passkeys need https or localhost, and a name instead of a number for an address. */
export function canUsePasskeys(): boolean {
  return window.isSecureContext && browserSupportsWebAuthn() && !/^[\d.]+$|^\[/.test(window.location.hostname)
}
