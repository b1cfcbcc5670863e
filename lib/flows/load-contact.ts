// Everything that is held about one person, for the officer who looks after them: a look is a line in the audit log.
import type { MaybeActor } from '#lib/access'
import { type Consent, consentShape, type Person } from '#lib/contacts/contact'
import { contactCode } from '#lib/contacts/contact-code'
import { insertReadEvent } from '#lib/db/audit'
import type { ContactListRow } from '#lib/db/contact-lists'
import type { ContactRow } from '#lib/db/contacts'
import { listRequestsOf, type SubjectRequestRow } from '#lib/db/subject-requests'
import { requireContact, requireList } from '#lib/flows/find-contact-list'

export type ContactDetails = {
  list: ContactListRow
  contact: Omit<ContactRow, 'sealed' | 'consent'>
  person: Person
  consent: Consent | null
  requests: SubjectRequestRow[]
  /** For the link by which the person reaches their own data. */
  code: string
}

/** Throws notFound, notAllowed (another unit's person), contactErased. */
export async function loadContact(actor: MaybeActor, { id }: { id: string }): Promise<ContactDetails> {
  const found = await requireContact(actor, 'contacts.read', id)
  const { sealed: _sealed, consent, ...contact } = found.contact
  const [list, requests] = await Promise.all([requireList(contact.listId), listRequestsOf(id)])
  await insertReadEvent(found.actor, {
    action: 'load-contact',
    unitId: contact.unitId,
    subject: id,
  })
  return {
    list,
    contact,
    person: found.person,
    consent: consent ? consentShape.parse(consent) : null,
    requests,
    code: contactCode(id),
  }
}
