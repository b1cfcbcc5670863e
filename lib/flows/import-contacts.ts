// People come in from a spreadsheet: first as a preview with the columns that were recognised and every fault at its row,
// then, when the officer says so, all of them or (if asked for) all but the faulty rows. Nothing is stored half.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Actor, allow, isAllowed, type MaybeActor } from '#lib/access'
import { consentInput, proveConsent } from '#lib/contacts/consent-proof'
import { columnFields, guessColumns } from '#lib/contacts/contact-columns'
import type { ContactPreview } from '#lib/contacts/contact-preview'
import { findDuplicates } from '#lib/contacts/find-duplicates'
import { fieldOrder, readContacts } from '#lib/contacts/read-contacts'
import { keysOf, sealPerson } from '#lib/contacts/sealed-contact'
import { insertContacts, listContactKeys } from '#lib/db/contacts'
import { listUnits } from '#lib/db/units'
import { requireOpenList } from '#lib/flows/find-contact-list'
import { previewImport } from '#lib/imports/import-preview'
import { readRows } from '#lib/imports/read-rows'
import { requireGoodRows } from '#lib/imports/require-good-rows'
import { isUnitOfToday } from '#lib/lineage/is-unit-of-today'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  list: z.string(),
  bytes: z.instanceof(Uint8Array),
  /** Field -> column; absent: guessed from the head line. */
  mapping: z.partialRecord(z.enum(columnFields), z.number().int().min(0).max(200)).optional(),
  /** For rows that name no unit. */
  unit: z.string().max(60).default(''),
  ...consentInput,
  /** Stores the good rows and leaves the faulty ones out. */
  leavesOut: z.boolean().default(false),
  /** Checks without storing. */
  isTrial: z.boolean().default(false),
})

/** Throws invalidInput for an unreadable file, for faulty rows unless they are left out, and for missing proof of consent. */
export async function importContacts(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<ContactPreview> {
  const officer = allow(actor, 'contacts.write', actor?.unitId)
  const given = requireShape(shape, input)
  const list = await requireOpenList(given.list)
  const table = await readRows(given.bytes)
  if ('fault' in table)
    throw problems.invalidInput({ faults: [{ question: 'file', code: 'unreadable_file', ...table.fault }] })
  const head = table.rows[0] ?? []
  const mapping = given.mapping ?? guessColumns(head)
  const read = readContacts(table.rows, mapping, await unitsOf(officer), ownUnit(officer, given.unit))
  const known = await listContactKeys(list.id)
  const keyed = read.contacts.map(({ row, unitId, person }) => ({ row, unitId, ...keysOf(person) }))
  const { refused, warned } = findDuplicates(keyed, known)
  const faults = [...read.faults, ...refused].sort(
    (a, b) => a.row - b.row || fieldOrder(a.field) - fieldOrder(b.field),
  )
  const { preview, good } = previewImport({ head, mapping, rows: read.contacts, faults, warned })
  if (given.isTrial) return preview
  const proof = list.basis === 'consent' ? proveConsent(given, officer.login) : null
  requireGoodRows(preview, given.leavesOut, proof && 'faults' in proof ? proof.faults : [])
  const consent = proof && 'consent' in proof ? proof.consent : undefined
  const people = good.map(({ row: _row, person, ...place }) => {
    const id = randomUUID()
    return { id, ...place, ...sealPerson(id, person), consent }
  })
  await insertContacts(officer, list.id, people, known.length, {
    action: 'import-contacts',
    unitId: officer.unitId,
    subject: list.id,
    details: { people: people.length, leftOut: preview.faultyRows },
  })
  return { ...preview, stored: people.length }
}

/** Units of today that this officer may write to: codes and names come back in other periods with another meaning. */
async function unitsOf(officer: Actor) {
  const isOfToday = isUnitOfToday(new Date())
  return (await listUnits()).filter(
    (unit) =>
      isAllowed(officer, 'contacts.write', unit.id) && (isOfToday(unit) || unit.id === officer.unitId),
  )
}

/** A commune officer's people are those of the own unit, whatever was sent. */
const ownUnit = (officer: Actor, chosen: string) =>
  isAllowed(officer, 'contacts.write', chosen) ? chosen : (officer.unitId ?? '')
