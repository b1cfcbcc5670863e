// A person asks about their own data through the link of an invitation: no account, the code of the link is the proof.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { requestKinds } from '#lib/contacts/request-kinds'
import { requireOwner } from '#lib/flows/find-own-data'
import { recordSubjectRequest } from '#lib/flows/record-subject-request'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  code: z.string().max(100),
  kind: z.enum(requestKinds),
  note: z.string().trim().max(2000).default(''),
})

export type SentRequest = { kind: string; answerBy: Date; doneBy: Date }

/** Throws contactCodeUnknown, contactErased. Sending twice makes one request. */
export async function sendSubjectRequest(
  _actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<SentRequest> {
  const { code, kind, note } = requireShape(shape, input)
  const { contact } = await requireOwner(code)
  const { answerBy, doneBy } = await recordSubjectRequest(null, contact, { kind, note, channel: 'link' })
  return { kind, answerBy, doneBy }
}
