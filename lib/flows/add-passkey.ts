// Takes in a new passkey under a name its owner will recognise.
import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { isChallenge, spentChallenge } from '#lib/challenge'
import { insertAuditEvent } from '#lib/db/audit'
import { insertPasskey } from '#lib/db/passkeys'
import { spendChallenge } from '#lib/db/second-factors'
import { revokeSessions } from '#lib/db/sessions'
import { passkeyAnswer, readAnswer } from '#lib/flows/check-passkey'
import { giveFirstRecoveryCodes } from '#lib/flows/make-recovery-codes'
import { requireRecentProof } from '#lib/flows/require-recent-proof'
import { passkeyUse } from '#lib/flows/start-passkey-check'
import { problems } from '#lib/problem'
import { requireShape, says } from '#lib/user-input'

const shape = z.object({
  origin: z.url(),
  name: z
    .string()
    .trim()
    .min(1, says('Hãy đặt tên cho khóa, ví dụ “Điện thoại của tôi”.', 'Name the passkey, e.g. “My phone”.'))
    .max(60, says('Tên dài tối đa 60 ký tự.', 'The name may have at most 60 characters.')),
  answer: passkeyAnswer,
})

/** Recovery codes if these are the first; all other sessions end. Throws confirmationRequired, passkeyRefused. */
export async function addPasskey(actor: MaybeActor, input: z.input<typeof shape>): Promise<string[]> {
  const person = await requireRecentProof(actor)
  const { origin, name, answer } = requireShape(shape, input)
  const { credential, challenge } = await readCredential({ answer, origin, sessionId: person.sessionId })
  if (!(await spendChallenge(spentChallenge(challenge)))) throw problems.passkeyRefused({})
  const { id, publicKey, counter, transports = [] } = credential
  const row = { id, name, userId: person.userId, publicKey, counter: BigInt(counter), transports }
  if (!(await insertPasskey(row))) throw problems.passkeyRefused({})
  await revokeSessions(person.userId, { except: person.sessionId })
  await insertAuditEvent(person, { action: 'add-passkey', subject: person.login, details: { name } })
  return giveFirstRecoveryCodes(person)
}

type Given = { answer: string; origin: string; sessionId: string }

async function readCredential({ answer, origin, sessionId }: Given) {
  const response = readAnswer(answer) as RegistrationResponseJSON | null
  if (!response) throw problems.passkeyRefused({})
  let challenge = ''
  const result = await verifyRegistrationResponse({
    response,
    expectedChallenge: (given) => {
      challenge = given
      return isChallenge(passkeyUse.add(sessionId), given)
    },
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    requireUserVerification: true,
  }).catch(() => null)
  if (!result?.verified) throw problems.passkeyRefused({})
  return { credential: result.registrationInfo.credential, challenge }
}
