// One list with a page of its people. Names lie sealed, so they are opened here to be sorted and searched, accents aside; what
// somebody searched for is a name and goes into no log. Every look is a line in the audit log.
import { z } from 'zod'
import { isAllowed, type MaybeActor, visibleUnits } from '#lib/access'
import type { Person } from '#lib/contacts/contact'
import { foldName } from '#lib/contacts/fold-name'
import { openPerson } from '#lib/contacts/sealed-contact'
import { insertReadEvent } from '#lib/db/audit'
import type { ContactListRow } from '#lib/db/contact-lists'
import { type ContactRow, listContacts } from '#lib/db/contacts'
import { requireList } from '#lib/flows/find-contact-list'
import { problems } from '#lib/problem'
import { SealedFieldError } from '#lib/secrecy/sealed-field'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  list: z.string(),
  search: z.string().max(100).default(''),
  unit: z.string().max(60).default(''),
  page: z.union([z.number(), z.string()]).default(1).transform(Number).pipe(z.number().int().min(1).catch(1)),
})

export const peoplePerPage = 50

export type ContactLine = Omit<ContactRow, 'sealed' | 'consent'> & {
  /** null: the field cannot be opened, see `trouble`. */
  person: Person | null
  trouble: 'unknown-key' | 'broken' | null
  hasConsent: boolean
}
export type ContactListPage = {
  list: ContactListRow
  people: ContactLine[]
  /** Found by the search, on all pages. */
  found: number
  total: number
  pages: number
  page: number
  mayDraw: boolean
}

/** Throws notFound. A commune officer sees the own unit's people only. */
export async function loadContactList(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<ContactListPage> {
  const units = visibleUnits(actor, 'contacts.read')
  if (!actor) throw problems.signInRequired({})
  const { list: id, search, unit, page: wanted } = requireShape(shape, input)
  const list = await requireList(id)
  const all = (await listContacts(list.id, units)).map(openLine)
  const words = foldName(search).split(' ').filter(Boolean)
  const found = all
    .filter((line) => !unit || line.unitId === unit)
    .filter(({ person }) => words.every((word) => person && foldName(person.name).includes(word)))
    .sort(
      (a, b) => (a.person?.name ?? '').localeCompare(b.person?.name ?? '', 'vi') || (a.id < b.id ? -1 : 1),
    )
  const pages = Math.max(1, Math.ceil(found.length / peoplePerPage))
  const page = Math.min(wanted, pages)
  const people = found.slice((page - 1) * peoplePerPage, page * peoplePerPage)
  await insertReadEvent(actor, {
    action: 'load-contact-list',
    unitId: actor.unitId,
    subject: list.id,
    details: { shown: people.length, page, searched: words.length > 0 },
  })
  const mayDraw = isAllowed(actor, 'contacts.draw')
  return { list, people, found: found.length, total: all.length, pages, page, mayDraw }
}

/** One field that cannot be opened must not hide everybody else. */
function openLine({ sealed, consent, ...line }: ContactRow): ContactLine {
  const hasConsent = consent !== null
  try {
    return { ...line, hasConsent, person: openPerson(line.id, sealed!), trouble: null }
  } catch (error) {
    if (!(error instanceof SealedFieldError)) throw error
    return { ...line, hasConsent, person: null, trouble: error.reason }
  }
}
