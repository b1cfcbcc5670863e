// Signs a ballot token that the server cannot read, once for each invitation. The invitation is bound to the blinded message
// before the signature leaves, and the same message gets the same signature again: a lost reply never costs a vote, and a
// second message never gets a signature.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { signBlinded } from '#lib/ballots/ballot-signer'
import { openBallotKey } from '#lib/ballots/sealed-ballot-key'
import { markSigned } from '#lib/db/mark-signed'
import { findInvitation, requireUnexpired } from '#lib/flows/find-invitation'
import { forgetWave } from '#lib/flows/recall-wave'
import { requireLoggedKeys } from '#lib/flows/require-logged-keys'
import { requireRequest } from '#lib/flows/require-request'
import { problems } from '#lib/problem'

const shape = z.strictObject({ code: z.string().max(100), blinded: z.string().max(400) })

/**
 * The blind signature, base64url. Open to everybody: the code decides. Throws what find-invitation throws, keysNotPublished,
 * blindedMalformed, ballotAlreadySigned and invitationExpired.
 */
export async function signBallot(_actor: MaybeActor, input: unknown): Promise<{ signature: string }> {
  const { code, blinded } = requireRequest(shape, input)
  const { invitation, wave } = await findInvitation(code)
  await requireLoggedKeys(wave)
  const signature = signBlinded(openBallotKey(invitation, invitation.privateKey!), blinded)
  if (!signature) throw problems.blindedMalformed({})
  const marking = await markSigned(invitation, createHash('sha256').update(blinded).digest('base64url'))
  if (marking === 'expired') requireUnexpired(invitation)
  if (marking === 'other') throw problems.ballotAlreadySigned({})
  if (marking === 'refused') {
    forgetWave(wave.id)
    await findInvitation(code) // says why
    throw problems.waveClosed({ closedAt: wave.closesAt })
  }
  return { signature }
}
