// One leaf of a wave's log.
import { database } from '#lib/db/client'

/** The leaf at this place (0 is the list of keys), base64url, or null. */
export async function findLedgerLeaf(waveId: string, index: number): Promise<string | null> {
  const leaf = await database().prisma.ledgerLeaf.findUnique({
    where: { waveId_index: { waveId, index } },
    select: { hash: true },
  })
  return leaf?.hash ?? null
}
