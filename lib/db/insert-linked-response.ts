// The answer of somebody invited by a one-time link: the link is used up in the statement that stores the answer, so that
// neither can happen without the other. Rare and unhurried, hence one answer at a time.
import { database } from '#lib/db/client'
import type { ResponseRow, Stored } from '#lib/db/insert-response'
import { translateError } from '#lib/db/translate-error'

export type LinkState = 'unknown' | 'used' | 'unused'

/** What has become of a link of this wave and unit. */
export async function findLinkState(tokenHash: string, waveId: string, unitId: string): Promise<LinkState> {
  const link = await database().prisma.oneTimeLink.findFirst({ where: { tokenHash, waveId, unitId } })
  if (!link) return 'unknown'
  return link.usedOn ? 'used' : 'unused'
}

const insert = `
  with link as (
    update "OneTimeLink" l set "usedOn" = $5
    from "Wave" w
    where l."tokenHash" = $13 and l."waveId" = $2 and l."unitId" = $1 and l."usedOn" is null
      and w."id" = l."waveId"
      and w."opensAt" <= $14 and w."closesAt" > $14 and (w."cancelledAt" is null or w."cancelledAt" > $14)
    returning l."tokenHash")
  insert into "Response" ("unitId", "waveId", "receipt", "formId", "day", "mode", "language", "cluster", "stratum",
    "weight", "answers", "coded", "place", "collector", "entry")
  select $1, $2, $3::uuid, $4, $5::date, $6, $7, $8, $9, $10, $11::jsonb, $12::smallint[], $15, $16, 'link' from link
  returning "receipt"`

/** Stores the answer and uses up the link; false, and nothing is changed, when the link or the wave does not allow it. */
export async function insertLinkedResponse(row: ResponseRow, tokenHash: string): Promise<Stored> {
  const values = [
    row.unitId,
    row.waveId,
    row.receipt,
    row.formId,
    row.day,
    row.mode,
    row.language,
    row.cluster,
    row.stratum,
    row.weight,
    JSON.stringify(row.answers),
    row.coded,
    tokenHash,
    new Date(),
    row.place,
    row.collector,
  ]
  const { rows } = await database()
    .pool.query({ name: 'insert-linked-response', text: insert, values })
    .catch(translateError({ what: 'phiếu', id: row.receipt }))
  return rows.length === 1
}
