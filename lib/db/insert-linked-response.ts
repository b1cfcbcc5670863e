// The answer of somebody invited by a one-time link.
import { database } from '#lib/db/client'
import { insertByRight, takesThis } from '#lib/db/insert-by-right'
import type { ResponseRow, Stored } from '#lib/db/insert-response'

export type LinkState = 'unknown' | 'used' | 'unused'

/** What has become of a link of this wave and unit. */
export async function findLinkState(tokenHash: string, waveId: string, unitId: string): Promise<LinkState> {
  const link = await database().prisma.oneTimeLink.findFirst({ where: { tokenHash, waveId, unitId } })
  if (!link) return 'unknown'
  return link.usedOn ? 'used' : 'unused'
}

const link = {
  name: 'insert-linked-response',
  text: `
    update "OneTimeLink" l set "usedOn" = $5
    from "Wave" w
    where l."tokenHash" = $17 and l."waveId" = $2 and l."unitId" = $1 and l."usedOn" is null
      and w."id" = l."waveId" and ${takesThis}
    returning l."tokenHash"`,
}

/** Stores the answer and uses up the link; false, and nothing is changed, when the link or the wave does not allow it. */
export function insertLinkedResponse(row: ResponseRow, tokenHash: string): Promise<Stored> {
  return insertByRight(row, link, tokenHash)
}
