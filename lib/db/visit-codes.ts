// Batches of visit codes and what has become of their codes. How many were used is what is missing among the unused.
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
import type { VisitBatchLine } from '#lib/visit-batch'

export type NewVisitBatch = Omit<Prisma.VisitBatchUncheckedCreateInput, 'id' | 'codes'>

/** Adds a batch with a code for each hash; false, and nothing is added, when one of the hashes is there already. */
export async function insertVisitBatch(batch: NewVisitBatch, codeHashes: string[]): Promise<boolean> {
  const { prisma } = database()
  const known = await prisma.visitCode.count({ where: { codeHash: { in: codeHashes } } })
  if (known > 0 || new Set(codeHashes).size < codeHashes.length) return false
  // In the order of the hashes: where a row lies says nothing about where its slip lay in the stack.
  const data = [...codeHashes].sort().map((codeHash) => ({ codeHash }))
  await prisma.$transaction(async (transaction) => {
    const { id } = await transaction.visitBatch.create({ data: batch })
    await transaction.visitCode.createMany({ data: data.map((code) => ({ ...code, batchId: id })) })
    await transaction.unusedVisitCode.createMany({ data })
  })
  return true
}

/** The batches of a wave, of one unit or of all, newest first. */
export async function listVisitBatches(waveId: string, unitIds: string[] | null): Promise<VisitBatchLine[]> {
  const { rows } = await database().pool.query<VisitBatchLine>(
    `select b."id", b."unitId", b."label", b."place", b."collector", b."validFrom", b."validTo", b."revokedOn",
       b."handedOut", b."visits", count(c."codeHash")::int as printed,
       (count(c."codeHash") - count(u."codeHash"))::int as used
     from "VisitBatch" b
       left join "VisitCode" c on c."batchId" = b."id" left join "UnusedVisitCode" u on u."codeHash" = c."codeHash"
     where b."waveId" = $1 and ($2::text[] is null or b."unitId" = any($2))
     group by b."id" order by b."validFrom" desc, b."createdOn" desc, b."id"`,
    [waveId, unitIds],
  )
  return rows
}

/** Where a batch belongs, or null. */
export function findVisitBatch(id: string) {
  return database().prisma.visitBatch.findUnique({
    where: { id },
    select: { waveId: true, unitId: true, revokedOn: true },
  })
}

/** Sets what the desk reports, or takes the batch back. */
export async function updateVisitBatch(
  id: string,
  change: { handedOut: number | null; visits: number | null } | { revokedOn: Date },
): Promise<void> {
  await database().prisma.visitBatch.update({ where: { id }, data: change })
}

export type FoundVisitCode = {
  waveId: string
  unitId: string
  place: string
  collector: string
  /** First and last day, yyyy-mm-dd. */
  validFrom: string
  validTo: string
  isRevoked: boolean
  isUsed: boolean
}

/** What has become of a code; null when it was never made. */
export async function findVisitCode(codeHash: string): Promise<FoundVisitCode | null> {
  const code = await database().prisma.visitCode.findUnique({
    where: { codeHash },
    include: { batch: true, unused: true },
  })
  if (!code) return null
  const { waveId, unitId, place, collector, revokedOn } = code.batch
  const [validFrom, validTo] = [dayOf(code.batch.validFrom), dayOf(code.batch.validTo)]
  const isUsed = code.unused === null
  return { waveId, unitId, place, collector, validFrom, validTo, isRevoked: revokedOn !== null, isUsed }
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10)
