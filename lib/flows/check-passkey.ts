// Checks what a passkey has signed: our challenge, for this use, answered for the first time, at our address, with a counter
// that has risen. The steps of the flows that take a passkey.
import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import { isChallenge, spentChallenge } from '#lib/challenge'
import { insertAuditEvent } from '#lib/db/audit'
import { findPasskey, notePasskeyUse, type PasskeyRow } from '#lib/db/passkeys'
import { spendChallenge } from '#lib/db/second-factors'
import { problems } from '#lib/problem'

/** As the browser sends it; what is in it is the library's business. */
export const passkeyAnswer = z.string().max(20_000)

type Check = {
  /** JSON of the browser's answer. */
  answer: string
  /** What the challenge was made for. */
  use: string
  /** Where people reach us, e.g. https://thuocdo.example.vn. */
  origin: string
  /** The device must have checked its owner (PIN, finger, face): then it is two factors in one. */
  isVerified: boolean
}

/** The passkey that answered. Throws passkeyRefused for whatever is wrong, without saying what. */
export async function checkPasskey({ answer, use, origin, isVerified }: Check): Promise<PasskeyRow> {
  const response = readAnswer(answer) as AuthenticationResponseJSON | null
  const passkey = typeof response?.id === 'string' ? await findPasskey(response.id) : null
  if (!response || !passkey) throw problems.passkeyRefused({})
  let challenge = ''
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (given) => {
      challenge = given
      return isChallenge(use, given)
    },
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    requireUserVerification: isVerified,
    // our own count is kept below, in one statement
    credential: { id: passkey.id, publicKey: passkey.publicKey, counter: 0 },
  }).catch(() => null)
  if (!result?.verified || !(await spendChallenge(spentChallenge(challenge))))
    throw problems.passkeyRefused({})
  if (!(await notePasskeyUse(passkey.id, result.authenticationInfo.newCounter))) {
    await insertAuditEvent({ userId: passkey.userId }, { action: 'passkey-copied' })
    throw problems.passkeyRefused({})
  }
  return passkey
}

/** The parsed answer, or null when it is no JSON object. */
export function readAnswer(answer: string): unknown {
  try {
    const parsed: unknown = JSON.parse(answer)
    return typeof parsed === 'object' ? parsed : null
  } catch {
    return null
  }
}
