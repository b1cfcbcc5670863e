// Evidence files: of a criterion in a scoring round, or of an activity. One table for both; who may add and take out is
// decided by what the file belongs to.
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
import type { EvidenceFile } from '#lib/rounds/round-event'

/** What a file belongs to. */
type EvidenceOwner =
  | { unitId: string; roundId: string; criterion: string }
  | { unitId: string; activityId: string }

export type EvidencePlace = EvidenceFile & {
  unitId: string
  roundId: string | null
  criterion: string
  activityId: string | null
}

const partSize = 1 << 20

/** Stores a file with its bytes, inside the transaction that tells its history. */
export async function storeEvidence(
  transaction: Prisma.TransactionClient,
  owner: EvidenceOwner,
  file: EvidenceFile,
  bytes: Uint8Array,
): Promise<void> {
  await transaction.evidenceFile.create({ data: { ...file, ...owner } })
  for (let part = 0; part * partSize < bytes.length; part++) {
    const piece = bytes.slice(part * partSize, (part + 1) * partSize)
    await transaction.evidencePart.create({
      data: { unitId: owner.unitId, fileId: file.id, part, bytes: piece },
    })
  }
}

/** Takes the bytes out; the line with name and hash stays. The database refuses once the unit has handed in. */
export async function dropEvidenceBytes(
  transaction: Prisma.TransactionClient,
  unitId: string,
  fileId: string,
): Promise<void> {
  await transaction.evidencePart.deleteMany({ where: { unitId, fileId } })
}

/** What is known of a file, or null. */
export function findEvidenceFile(unitId: string, id: string): Promise<EvidencePlace | null> {
  return database().prisma.evidenceFile.findUnique({ where: { unitId_id: { unitId, id } } })
}

export type ActivityFile = EvidenceFile & {
  activityId: string
  /** False: its bytes were taken out. */
  isThere: boolean
}

/** The files of activities of one unit, by name, those that were taken out included. */
export async function listActivityFiles(
  unitId: string,
  activityIds: readonly string[],
): Promise<ActivityFile[]> {
  const rows = await database().prisma.evidenceFile.findMany({
    where: { unitId, activityId: { in: [...activityIds] } },
    include: { parts: { where: { part: 0 }, select: { part: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, mediaType, size, sha256, activityId, parts }) => {
    return { id, name, mediaType, size, sha256, activityId: activityId!, isThere: parts.length > 0 }
  })
}

/** The bytes in parts of at most 1 MiB, one in memory at a time; none when the file was taken out. */
export async function* readEvidenceParts(unitId: string, fileId: string): AsyncGenerator<Uint8Array> {
  const { prisma } = database()
  for (let part = 0; ; part++) {
    const row = await prisma.evidencePart.findUnique({
      where: { unitId_fileId_part: { unitId, fileId, part } },
    })
    if (!row) return
    yield row.bytes
  }
}
