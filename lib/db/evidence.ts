// Reading an evidence file back. Writing one is an event of its unit's sheet: round-events.ts.
import { database } from '#lib/db/client'
import type { EvidenceFile } from '#lib/rounds/round-event'

export type EvidencePlace = EvidenceFile & { unitId: string; roundId: string; criterion: string }

/** What is known of a file, or null. */
export function findEvidenceFile(unitId: string, id: string): Promise<EvidencePlace | null> {
  return database().prisma.evidenceFile.findUnique({ where: { unitId_id: { unitId, id } } })
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
