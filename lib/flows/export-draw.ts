// The drawn people with their addresses, for letters or for people who go from door to door: the one file in which names leave
// the system, so it is a line in the audit log. Erased people and those who opted out are left out.
import { allow, type MaybeActor } from '#lib/access'
import { showPhone } from '#lib/contacts/normalise-phone'
import { openPerson } from '#lib/contacts/sealed-contact'
import { insertReadEvent } from '#lib/db/audit'
import { findContacts } from '#lib/db/contacts'
import { listUnits } from '#lib/db/units'
import { type Row, type Table, wholeTable } from '#lib/exports/table'
import { loadDraw } from '#lib/flows/load-draw'

const columns = [
  'unit_code',
  'unit',
  'name',
  'title',
  'email',
  'phone',
  'address',
  'stratum',
  'cluster',
  'probability',
  'weight',
  'language',
]

/** In the order of the units, then of the names. Throws notFound. */
export async function exportDraw(actor: MaybeActor, { draw: id }: { draw: string }): Promise<Table> {
  const officer = allow(actor, 'contacts.draw')
  const { drawn, draw } = await loadDraw(actor, { id })
  const [contacts, units] = await Promise.all([
    findContacts(drawn.map(({ contactId }) => contactId)),
    listUnits(),
  ])
  const [byId, unitOf] = [
    new Map(contacts.map((one) => [one.id, one])),
    new Map(units.map((one) => [one.id, one])),
  ]
  const rows = drawn.flatMap(({ contactId, stratum, cluster, probability }): Row[] => {
    const contact = byId.get(contactId)
    if (!contact?.sealed || contact.optedOutAt) return []
    const { name, title, email, phone, address } = openPerson(contact.id, contact.sealed)
    const unit = unitOf.get(contact.unitId)!
    const place = [stratum, cluster, probability, 1 / probability, contact.language]
    return [[unit.code, unit.name, name, title, email, showPhone(phone), address, ...place]]
  })
  rows.sort(
    (a, b) => String(a[0]).localeCompare(String(b[0])) || String(a[2]).localeCompare(String(b[2]), 'vi'),
  )
  await insertReadEvent(officer, {
    action: 'export-draw',
    subject: id,
    details: { people: rows.length },
  })
  return wholeTable(`draw-${draw.id.slice(0, 8)}`, columns, rows)
}
