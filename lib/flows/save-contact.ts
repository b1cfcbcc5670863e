// An officer adds one person to a list or corrects what is held about one.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { consentInput, proveConsent } from '#lib/contacts/consent-proof'
import { type Consent, personFields } from '#lib/contacts/contact'
import { findDuplicates } from '#lib/contacts/find-duplicates'
import { readContact } from '#lib/contacts/read-contacts'
import { keysOf, sealPerson } from '#lib/contacts/sealed-contact'
import { insertContacts, listContactKeys, updateContact } from '#lib/db/contacts'
import { findUnit } from '#lib/db/units'
import { requireContact, requireOpenList } from '#lib/flows/find-contact-list'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const text = z.string().max(400).default('')
const shape = z.object({
  list: z.string(),
  /** Absent: a new person. */
  id: z.string().default(''),
  name: text,
  title: text,
  email: text,
  phone: text,
  address: text,
  unit: text,
  stratum: text,
  cluster: text,
  size: text,
  language: text,
  ...consentInput,
})
type Input = z.output<typeof shape>

/** Returns the id. Throws invalidInput by field (a second row with the same address or number too), notAllowed, contactErased. */
export async function saveContact(actor: MaybeActor, input: z.input<typeof shape>): Promise<{ id: string }> {
  if (!actor) throw problems.signInRequired({})
  const given = requireShape(shape, input)
  const officer = allow(actor, 'contacts.write', given.unit || actor.unitId)
  const before = given.id ? await requireContact(actor, 'contacts.write', given.id) : null
  const list = await requireOpenList(before?.contact.listId ?? given.list)
  const { person, ...place } = await readOne(given)
  const id = before?.contact.id ?? randomUUID()
  const known = await listContactKeys(list.id)
  const { refused } = findDuplicates(
    [{ row: 0, unitId: place.unitId, ...keysOf(person) }],
    known.filter((one) => one.id !== id),
  )
  if (refused.length > 0)
    throw problems.invalidInput({
      faults: refused.map(({ row: _row, field, ...said }) => ({ question: field, code: 'twice', ...said })),
    })
  const row = { ...place, ...sealPerson(id, person) }
  const entry = { action: 'save-contact', unitId: place.unitId, subject: id }
  if (before) {
    const changed = personFields.filter((field) => before.person[field] !== person[field])
    await updateContact(officer, id, row, { ...entry, details: { list: list.id, changed } })
    return { id }
  }
  const consent = list.basis === 'consent' ? requireConsent(given, officer.login) : undefined
  await insertContacts(officer, list.id, [{ id, ...row, consent }], known.length, {
    ...entry,
    details: { list: list.id, isNew: true },
  })
  return { id }
}

/** The typed fields by the rules of a row of a spreadsheet: one way to read people. */
async function readOne(given: Input) {
  const unit = given.unit ? await findUnit(given.unit) : null
  const text = (field: keyof typeof given) => given[field].normalize('NFC').replace(/\s+/g, ' ').trim()
  const { contact, faults } = readContact(text, () => unit?.id ?? null, '')
  if (faults.length > 0)
    throw problems.invalidInput({
      faults: faults.map(({ field, ...said }): Fault => ({ question: field, code: 'wrong_field', ...said })),
    })
  return contact
}

function requireConsent(given: Input, by: string): Consent {
  const proof = proveConsent(given, by)
  if ('faults' in proof) throw problems.invalidInput({ faults: proof.faults })
  return proof.consent
}
