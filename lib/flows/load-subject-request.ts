// One request with the person it is about and what they wrote.
import { allow, type MaybeActor } from '#lib/access'
import type { Person } from '#lib/contacts/contact'
import { openPerson } from '#lib/contacts/sealed-contact'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { insertReadEvent } from '#lib/db/audit'
import { findContact } from '#lib/db/contacts'
import { findSubjectRequest, type SubjectRequestRow } from '#lib/db/subject-requests'
import { requireList } from '#lib/flows/find-contact-list'
import { type RequestState, stateOf } from '#lib/flows/list-subject-requests'
import { notePurpose } from '#lib/flows/record-subject-request'
import { problems } from '#lib/problem'
import { openText } from '#lib/secrecy/sealed-field'

export type RequestDetails = SubjectRequestRow & {
  state: RequestState
  nextDay: string
  note: string
  person: Person | null
  list: { id: string; title: string; basis: string }
}

/** Throws notFound, notAllowed. */
export async function loadSubjectRequest(actor: MaybeActor, { id }: { id: string }): Promise<RequestDetails> {
  if (!actor) throw problems.signInRequired({})
  const found = await findSubjectRequest(id).catch(() => null)
  const officer = allow(actor, 'contacts.read', found?.unitId ?? actor.unitId)
  const contact = found && (await findContact(found.contactId))
  if (!found || !contact) throw problems.notFound({ what: 'yêu cầu', id })
  const { sealedNote, ...request } = found
  const { title, basis } = await requireList(contact.listId)
  await insertReadEvent(officer, {
    action: 'load-subject-request',
    unitId: request.unitId,
    subject: id,
  })
  return {
    ...request,
    ...stateOf(request, dayInVietNam()),
    note: sealedNote ? openText(notePurpose, id, sealedNote) : '',
    person: contact.sealed && openPerson(contact.id, contact.sealed),
    list: { id: contact.listId, title, basis },
  }
}
