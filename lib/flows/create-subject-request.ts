// An officer writes down what a person asked on the telephone, by letter or in person.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { requestChannels, requestKinds } from '#lib/contacts/request-kinds'
import { requireContact } from '#lib/flows/find-contact-list'
import { recordSubjectRequest } from '#lib/flows/record-subject-request'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  contact: z.string(),
  kind: z.enum(requestKinds),
  channel: z.enum(requestChannels),
  note: z.string().trim().max(2000).default(''),
})

/** Returns the id of the request. Throws notFound, notAllowed, contactErased. */
export async function createSubjectRequest(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<{ id: string }> {
  const { contact: contactId, ...wish } = requireShape(shape, input)
  const { actor: officer, contact } = await requireContact(actor, 'contacts.write', contactId)
  const { id } = await recordSubjectRequest(officer, contact, wish)
  return { id }
}
