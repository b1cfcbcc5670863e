// The entry sheet of an index for a unit and a year: which figures are asked for, what stands there, and since when.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { listAuditEvents } from '#lib/db/audit'
import { findDefinition } from '#lib/db/definitions'
import { type EntryLine, listEntries } from '#lib/db/entries'
import { listUsers } from '#lib/db/users'
import { type EnteredCriterion, enteredCriteria } from '#lib/definitions/entered-criteria'
import type { IndexFile } from '#lib/definitions/index-file'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  slug: z.string(),
  version: z.coerce.number().int(),
  unitId: z.string(),
  year: z.coerce.number().int().min(2000).max(2100),
})

export type EntryChange = {
  at: Date
  by: string
  criterion: string
  from: number | null
  to: number | null
  note: string
}
export type EntrySheet = {
  criteria: (EnteredCriterion & { entry: EntryLine | null })[]
  history: EntryChange[]
}

/** The sheet. Throws notFound for an unknown index, notAllowed for another unit. */
export async function loadEntries(actor: MaybeActor, input: z.input<typeof shape>): Promise<EntrySheet> {
  allow(actor, 'entries.read', String(input.unitId))
  const { slug, version, unitId, year } = requireShape(shape, input)
  const index = await findDefinition('index', slug, version)
  if (!index) throw problems.notFound({ what: 'chỉ số', id: `${slug}.v${version}` })
  const [entries, events, users] = await Promise.all([
    listEntries({ indexId: index.id, unitId, year }),
    listAuditEvents({ action: 'save-entry', subject: entrySubject(slug, version, unitId, year), limit: 30 }),
    listUsers(),
  ])
  const names = new Map(users.map((user) => [user.id, user.name]))
  const criteria = enteredCriteria((index.body as IndexFile).criteria).map((criterion) => ({
    ...criterion,
    entry: entries.find((entry) => entry.criterion === criterion.code) ?? null,
  }))
  const history = events.map((event) => ({
    ...(event.details as Omit<EntryChange, 'at' | 'by'>),
    at: event.at,
    by: names.get(event.actorId ?? '') ?? '',
  }))
  return { criteria, history }
}

/** How the audit log names a sheet. */
export const entrySubject = (slug: string, version: number, unitId: string, year: number) =>
  `${slug}.v${version} ${unitId} ${year}`
