// What is held about a person, for the person: the code of the link in their mail is the proof. It says nothing about answers,
// because nobody knows which answer is theirs.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { consentShape, type Person } from '#lib/contacts/contact'
import { contactOfCode } from '#lib/contacts/contact-code'
import type { OwnData } from '#lib/contacts/own-data'
import { openPerson } from '#lib/contacts/sealed-contact'
import { insertAuditEvent } from '#lib/db/audit'
import { type ContactRow, findContact } from '#lib/db/contacts'
import { listRequestsOf } from '#lib/db/subject-requests'
import { findUnit } from '#lib/db/units'
import { requireList } from '#lib/flows/find-contact-list'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ code: z.string().max(100) })

/** Throws contactCodeUnknown, contactErased. */
export async function findOwnData(_actor: MaybeActor, input: z.input<typeof shape>): Promise<OwnData> {
  const { contact, person } = await requireOwner(requireShape(shape, input).code)
  const data = await describeOwnData(contact, person)
  const entry = { action: 'find-own-data', unitId: contact.unitId, subject: contact.id }
  await insertAuditEvent(null, { ...entry, details: { sensitive: true } })
  return data
}

/** The row that a code proves. Throws contactCodeUnknown, contactErased. */
export async function requireOwner(code: string): Promise<{ contact: ContactRow; person: Person }> {
  const id = contactOfCode(code.trim())
  const contact = id ? await findContact(id) : null
  if (!contact) throw problems.contactCodeUnknown({})
  if (!contact.sealed) throw problems.contactErased({})
  return { contact, person: openPerson(contact.id, contact.sealed) }
}

/** Everything that is held, in the words of a file that the person can keep. */
export async function describeOwnData(contact: ContactRow, person: Person): Promise<OwnData> {
  const [list, unit, requests] = await Promise.all([
    requireList(contact.listId),
    findUnit(contact.unitId),
    listRequestsOf(contact.id),
  ])
  const { stratum, cluster, size, language } = contact
  return {
    person,
    unit: unit?.name ?? contact.unitId,
    stratum,
    cluster,
    size,
    language,
    list: { title: list.title, purpose: list.purpose, basis: list.basis, deleteOn: dayOf(list.deleteOn) },
    consent: contact.consent ? consentShape.parse(contact.consent) : null,
    optedOutOn: contact.optedOutAt && dayOf(contact.optedOutAt),
    requests: requests.map(({ kind, receivedAt, answerBy, doneBy, outcome, reason }) => ({
      kind,
      receivedOn: dayOf(receivedAt),
      answerBy: dayOf(answerBy),
      doneBy: dayOf(doneBy),
      outcome,
      reason,
    })),
  }
}

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10)
