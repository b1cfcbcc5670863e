// Erases one person: name, addresses, hashes, proof of consent, account. A row without data stays, so that draws, weights and
// what was answered stay as they were; nothing of an answer can be erased, because nobody knows whose it is.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { eraseContacts } from '#lib/db/contacts'
import { requireContact } from '#lib/flows/find-contact-list'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string(), isConfirmed: z.literal(true) })

/** Throws notFound, notAllowed, contactErased, invalidInput when it was not confirmed. */
export async function eraseContact(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const { id } = requireShape(shape, input)
  const { actor: officer, contact } = await requireContact(actor, 'contacts.write', id)
  await eraseContacts(officer, [id], () => ({
    action: 'erase-contact',
    unitId: contact.unitId,
    subject: id,
    details: { list: contact.listId },
  }))
}
