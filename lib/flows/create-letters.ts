// Invitations without a list of people: an office prints so many slips for a unit and hands them out itself, so that not even
// the installation knows who holds which. The codes are told this once.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { keyListFingerprint } from '#lib/ballots/ballot-key'
import { deriveInvitationCode } from '#lib/ballots/derive-invitation-code'
import { createInvitations } from '#lib/flows/create-invitations'
import { invitationKey } from '#lib/flows/find-invitation'
import { listBallotKeys } from '#lib/flows/list-ballot-keys'
import { lastDayShape } from '#lib/invitation-expiry'
import { requireShape } from '#lib/user-input'

const mostAtOnce = 500
const countSays = {
  error: JSON.stringify({
    vi: `Số thư mời phải là số nguyên từ 1 đến ${mostAtOnce}.`,
    en: `The number of letters must be a whole number from 1 to ${mostAtOnce}.`,
  }),
}
const shape = z.object({
  wave: z.string().max(60),
  unit: z.string().max(60),
  lastDay: lastDayShape,
  count: z.coerce.number(countSays).int(countSays).min(1, countSays).max(mostAtOnce, countSays),
})

/** `fingerprint` stands for the list of public keys as it is now. */
export type FreshLetters = { unit: string; codes: string[]; fingerprint: string; lastDay: string }

/** Throws what create-invitations throws. */
export async function createLetters(
  actor: MaybeActor,
  input: z.input<typeof shape> | Record<string, string>,
): Promise<FreshLetters> {
  const { wave, unit, count, lastDay } = requireShape(shape, input)
  const people = Array.from({ length: count }, () => ({ unitId: unit }))
  const { invitations } = await createInvitations(actor, { wave, people, lastDay })
  const key = invitationKey()
  const codes = invitations.map(({ id }) => deriveInvitationCode(key, id, 1)).sort()
  return { unit, codes, lastDay, fingerprint: keyListFingerprint(await listBallotKeys(null, { wave })) }
}
