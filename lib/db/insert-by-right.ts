// The answer of somebody whose right to answer is used up by it: right and answer go in one statement, so that neither can
// happen without the other. Rare and unhurried, hence one answer at a time.
import { database } from '#lib/db/client'
import type { ResponseRow, Stored } from '#lib/db/insert-response'
import { isLate, takesAnswers } from '#lib/db/takes-answers'
import { translateError } from '#lib/db/translate-error'

/**
 * A statement that uses the right up and returns a row if there was one. It may name $1 unit, $2 wave, $5 day, $17 the key
 * of the right and $18 the present moment.
 */
export type Right = { name: string; text: string }

/** Condition on "Wave" w: it takes this answer now. */
export const takesThis = takesAnswers('$5::date', '$18::timestamptz')

/** Stores the answer and uses up the right; false, and nothing is changed, when the right or the wave does not allow it. */
export async function insertByRight(row: ResponseRow, right: Right, key: string): Promise<Stored> {
  const text = `
  with owned as (${right.text})
  insert into "Response" ("unitId", "waveId", "receipt", "formId", "day", "mode", "language", "cluster", "stratum",
    "weight", "answers", "coded", "place", "collector", "entry", "batch", "isLate")
  select $1, $2, $3::uuid, $4, $5::date, $6, $7, $8, $9, $10, $11::jsonb, $12::smallint[], $13, $14, $15, $16,
    (select ${isLate('$18::timestamptz')} from "Wave" w where w."id" = $2)
  from owned
  returning "receipt"`
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
    row.place,
    row.collector,
    row.entry,
    row.batch,
    key,
    new Date(),
  ]
  const { rows } = await database()
    .pool.query({ name: right.name, text, values })
    .catch(translateError({ what: 'phiếu', id: row.receipt }))
  return rows.length === 1
}
