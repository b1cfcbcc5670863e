// What a browser needs to ask its passkeys: for a whole sign-in (whoever's passkey it is), for the second half of one, or to
// confirm that it is still the same person.
import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { makeChallenge } from '#lib/challenge'
import { listPasskeys } from '#lib/db/passkeys'
import { findSignInStep } from '#lib/db/sign-in-steps'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  origin: z.url(),
  purpose: z.enum(['sign-in', 'second-factor', 'confirm']),
  /** The half sign-in that is to be finished. */
  stepId: z.string().max(60).default(''),
})

/** What the challenge of a purpose is bound to. */
export const passkeyUse = {
  signIn: 'sign-in',
  secondFactor: (stepId: string) => `step ${stepId}`,
  confirm: (sessionId: string) => `confirm ${sessionId}`,
  add: (sessionId: string) => `add ${sessionId}`,
}

/** Throws stepExpired, signInRequired. */
export async function startPasskeyCheck(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { origin, purpose, stepId } = requireShape(shape, input)
  const rpID = new URL(origin).hostname
  if (purpose === 'sign-in') {
    const challenge = Buffer.from(makeChallenge(passkeyUse.signIn), 'base64url')
    return generateAuthenticationOptions({
      rpID,
      challenge: new Uint8Array(challenge),
      userVerification: 'required',
    })
  }
  const [userId, use] = purpose === 'confirm' ? ownUse(actor) : await stepUse(stepId)
  const allowCredentials = (await listPasskeys(userId)).map(({ id, transports }) => ({ id, transports }))
  const challenge = new Uint8Array(Buffer.from(makeChallenge(use), 'base64url'))
  const userVerification = purpose === 'confirm' ? 'required' : 'preferred'
  return generateAuthenticationOptions({ rpID, challenge, allowCredentials, userVerification })
}

function ownUse(actor: MaybeActor): [userId: string, use: string] {
  if (!actor) throw problems.signInRequired({})
  return [actor.userId, passkeyUse.confirm(actor.sessionId)]
}

async function stepUse(stepId: string): Promise<[userId: string, use: string]> {
  const step = await findSignInStep(stepId)
  if (!step) throw problems.stepExpired({})
  return [step.user.id, passkeyUse.secondFactor(step.id)]
}
