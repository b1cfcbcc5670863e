// Steps of the flows on contact lists: the list that is meant, and a person of it that the actor may deal with.
import { type Action, type Actor, allow, type MaybeActor } from '#lib/access'
import type { Person } from '#lib/contacts/contact'
import { openPerson } from '#lib/contacts/sealed-contact'
import { type ContactListRow, findContactList } from '#lib/db/contact-lists'
import { type ContactRow, findContact } from '#lib/db/contacts'
import { problems } from '#lib/problem'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Throws notFound. */
export async function requireList(id: string): Promise<ContactListRow> {
  const list = uuid.test(id) ? await findContactList(id) : null
  if (!list) throw problems.notFound({ what: 'danh sách', id })
  return list
}

/** A list that still takes changes. Throws notFound, contactListClosed. */
export async function requireOpenList(id: string): Promise<ContactListRow> {
  const list = await requireList(id)
  if (list.deletedAt) throw problems.contactListClosed({ list: list.title })
  return list
}

export type FoundContact = { actor: Actor; contact: ContactRow; person: Person }

/** Throws signInRequired, notFound, notAllowed (another unit's person), contactErased. */
export async function requireContact(actor: MaybeActor, action: Action, id: string): Promise<FoundContact> {
  if (!actor) throw problems.signInRequired({})
  const contact = uuid.test(id) ? await findContact(id) : null
  if (!contact) {
    allow(actor, action, actor.unitId)
    throw problems.notFound({ what: 'người', id })
  }
  const allowed = allow(actor, action, contact.unitId)
  if (!contact.sealed) throw problems.contactErased({})
  return { actor: allowed, contact, person: openPerson(contact.id, contact.sealed) }
}
