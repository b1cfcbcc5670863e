'use server'
// What a page of ours asks before it turns to the browser's passkeys. Nothing is stored for a question.
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { startPasskey } from '#lib/flows/start-passkey'
import { startPasskeyCheck } from '#lib/flows/start-passkey-check'
import { Problem } from '#lib/problem'
import { publicOrigin } from './public-origin'
import { getActor } from './session'
import { readStepCookie } from './step-cookie'

/** For navigator.credentials.get; null when the step or the session is over. */
export async function passkeyCheckOptions(
  purpose: 'sign-in' | 'second-factor' | 'confirm',
): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const [actor, origin, stepId] = await Promise.all([getActor(), publicOrigin(), readStepCookie()])
  return startPasskeyCheck(actor, { origin, purpose, stepId }).catch(nullForProblem)
}

/** For navigator.credentials.create; null when the person has to confirm first. */
export async function newPasskeyOptions(): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  return startPasskey(await getActor(), { origin: await publicOrigin() }).catch(nullForProblem)
}

function nullForProblem(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}
