// Answers that came in the days of grace of a wave (lib/wave-grace.ts): few, under an index of their own.
import { database } from '#lib/db/client'
import { asText, readIntegers } from '#lib/db/read-integers'
import type { Tally } from '#lib/scoring/sample'

/** Their number by unit; units without any are absent. */
export async function listLateCounts(waveId: string): Promise<{ unit: string; n: number }[]> {
  const { rows } = await database().pool.query<{ unit: string; n: number }>(
    `select "unitId" as unit, count(*)::int as n from "Response" where "waveId" = $1 and "isLate" group by 1 order by 1`,
    [waveId],
  )
  return rows
}

/** Counted like all tallies, and no further than those have counted. */
export async function listLateTallies(
  waveId: string,
  { size, count }: { size: number; count: (counts: Float64Array, coded: number[]) => void },
): Promise<Tally[]> {
  const { rows } = await database().pool.query<[string, string]>({
    text: `select jsonb_build_array("unitId", stratum, cluster, mode, place, collector, entry, weight)::text, coded
      from "Response" where "waveId" = $1 and "isLate"
        and xid < (select "upTo"::xid8 from "TallyState" where "waveId" = $1)`,
    values: [waveId],
    rowMode: 'array',
    types: asText,
  })
  const tallies = new Map<string, Tally & { counts: Float64Array }>()
  for (const [key, coded] of rows) {
    const tally = tallies.get(key) ?? emptyTally(key, size)
    tallies.set(key, tally)
    tally.n++
    count(tally.counts, readIntegers(coded))
  }
  return [...tallies.values()]
}

function emptyTally(key: string, size: number): Tally & { counts: Float64Array } {
  const [unit, stratum, cluster, mode, place, collector, entry, weight] = JSON.parse(key) as [
    string,
    string,
    string,
    Tally['mode'],
    Tally['place'],
    Tally['collector'],
    Tally['entry'],
    number,
  ]
  const counts = new Float64Array(size)
  return { unit, stratum, cluster, mode, place, collector, entry, weight, n: 0, counts }
}
