// Answers that came in the days of grace of a wave (lib/wave-grace.ts): few, under an index of their own.
import { database } from '#lib/db/client'

/** Their number by unit; units without any are absent. */
export async function listLateCounts(waveId: string): Promise<{ unit: string; n: number }[]> {
  const { rows } = await database().pool.query<{ unit: string; n: number }>(
    `select "unitId" as unit, count(*)::int as n from "Response" where "waveId" = $1 and "isLate" group by 1 order by 1`,
    [waveId],
  )
  return rows
}
