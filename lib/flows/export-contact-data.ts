// The copy of all that is held about a person, for an officer to hand over to them: the same file that the person gets.
import type { MaybeActor } from '#lib/access'
import type { OwnData } from '#lib/contacts/own-data'
import { insertReadEvent } from '#lib/db/audit'
import { requireContact } from '#lib/flows/find-contact-list'
import { describeOwnData } from '#lib/flows/find-own-data'

/** Throws notFound, notAllowed (another unit's person), contactErased. */
export async function exportContactData(actor: MaybeActor, { id }: { id: string }): Promise<OwnData> {
  const { actor: officer, contact, person } = await requireContact(actor, 'contacts.read', id)
  const entry = { action: 'export-contact-data', unitId: contact.unitId, subject: id }
  await insertReadEvent(officer, entry)
  return describeOwnData(contact, person)
}
