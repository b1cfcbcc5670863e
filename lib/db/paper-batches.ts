// Stacks of paper sheets as they were registered, and how far each has been keyed in. Who keyed in is asked for only as
// "somebody else": no list of persons leaves this file.
import type { Actor } from '#lib/access'
import { type AuditEntry, auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
import { translateError } from '#lib/db/translate-error'

export type BatchKey = { unitId: string; waveId: string; number: string }

export type BatchFacts = BatchKey & {
  cluster: string
  place: string
  collector: string
  /** yyyy-mm-dd, as all days here. */
  collectedOn: string
  dueOn: string
  sheets: number
  isDouble: boolean
  registeredOn: string
  closedOn: string | null
  keyedBy: string
  explanation: string
  summary: unknown
}

export type BatchProgress = BatchFacts & {
  /** Sheets that somebody has keyed in, and those that two people have, or that were agreed on. */
  keyed: number
  keyedTwice: number
}

/** Registers a stack. Throws alreadyExists when the number is taken in this wave and unit. */
export async function insertPaperBatch(
  batch: Omit<BatchFacts, 'closedOn' | 'keyedBy' | 'explanation' | 'summary'>,
  audit: AuditEntry & { actor: Actor },
): Promise<void> {
  const { prisma } = database()
  const { actor, ...entry } = audit
  const { collectedOn, dueOn, registeredOn, ...facts } = batch
  const data = {
    ...facts,
    collectedOn: new Date(collectedOn),
    dueOn: new Date(dueOn),
    registeredOn: new Date(registeredOn),
  }
  await prisma
    .$transaction([
      prisma.paperBatch.create({ data }),
      prisma.auditEvent.create({ data: auditRow(actor, entry) }),
    ])
    .catch(translateError({ what: 'xấp phiếu', id: batch.number }))
}

/** One stack, or null. */
export async function findPaperBatch({ unitId, waveId, number }: BatchKey): Promise<BatchFacts | null> {
  const key = { unitId_waveId_number: { unitId, waveId, number } }
  const batch = await database().prisma.paperBatch.findUnique({ where: key })
  return batch && factsOf(batch)
}

/** The stacks of some units (null: all), open ones first, then by day. */
export async function listPaperBatches(filter: {
  units: string[] | null
  waveId?: string
}): Promise<BatchProgress[]> {
  const batches = await database().prisma.paperBatch.findMany({
    where: {
      ...(filter.units ? { unitId: { in: filter.units } } : {}),
      ...(filter.waveId ? { waveId: filter.waveId } : {}),
    },
    include: { entries: { select: { sheet: true, pass: true } } },
    orderBy: [{ closedOn: { sort: 'asc', nulls: 'first' } }, { dueOn: 'asc' }, { number: 'asc' }],
  })
  return batches.map(({ entries, ...batch }) => {
    const sheets = new Set(entries.map(({ sheet }) => sheet))
    const twice = [...sheets].filter((sheet) =>
      entries.some((entry) => entry.sheet === sheet && entry.pass !== 1),
    )
    return { ...factsOf(batch), keyed: sheets.size, keyedTwice: twice.length }
  })
}

function factsOf(batch: Prisma.PaperBatchGetPayload<object>): BatchFacts {
  const day = (date: Date) => date.toISOString().slice(0, 10)
  return {
    ...batch,
    collectedOn: day(batch.collectedOn),
    dueOn: day(batch.dueOn),
    registeredOn: day(batch.registeredOn),
    closedOn: batch.closedOn && day(batch.closedOn),
  }
}
