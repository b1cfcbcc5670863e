// Figures that officers enter for criteria of an index. A changed figure overwrites; the audit log keeps what was there.
import type { Actor } from '#lib/access'
import { type AuditEntry, auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'

export type EntryLine = {
  unitId: string
  criterion: string
  value: number
  note: string
  isSample: boolean
  enteredAt: Date
  enteredBy: string | null
}

type Place = { indexId: number; unitId: string; year: number }

/** The figures of a unit and a year for one index version. */
export function listEntries({ indexId, unitId, year }: Place): Promise<EntryLine[]> {
  return database().prisma.enteredScore.findMany({
    where: { indexId, unitId, year },
    select: {
      unitId: true,
      criterion: true,
      value: true,
      note: true,
      isSample: true,
      enteredAt: true,
      enteredBy: true,
    },
  })
}

/** The figures of all units for one index version and year. */
export function listEntriesOfYear(
  indexId: number,
  year: number,
): Promise<{ unitId: string; criterion: string; value: number }[]> {
  return database().prisma.enteredScore.findMany({
    where: { indexId, year },
    select: { unitId: true, criterion: true, value: true },
  })
}

type Figure = { value: number; note: string; enteredBy: string }

/** Stores a figure in place of the one that was there, or takes it back (null), together with its line in the audit log. */
export async function storeEntry(
  place: Place & { criterion: string },
  figure: Figure | null,
  audit: AuditEntry & { actor: Actor },
): Promise<void> {
  const { prisma } = database()
  const { actor, ...entry } = audit
  const { unitId, indexId, year, criterion } = place
  const key = { unitId, indexId, year, criterion }
  const data = { ...figure, enteredAt: new Date(), isSample: false }
  await prisma.$transaction([
    figure
      ? prisma.enteredScore.upsert({
          where: { unitId_indexId_year_criterion: key },
          create: { ...key, ...figure },
          update: data,
        })
      : prisma.enteredScore.deleteMany({ where: key }),
    prisma.auditEvent.create({ data: auditRow(actor, entry) }),
  ])
}
