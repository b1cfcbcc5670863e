// The answers of a wave as columns of coded values, for the effect of campaigns. Like coded-answers it tells nothing about a
// person but what was said; nothing of it leaves the flow that reads it.
import { database } from '#lib/db/client'
import { asText, readIntegers } from '#lib/db/read-integers'
import type { StudyAnswers } from '#lib/effects/study-input'

export type WantedColumn = { variable: string; at: number }

/** `columns`: variables by their place in the codebook; `entry`: only answers given by that right. */
export async function readStudyAnswers(
  waveId: string,
  entry: string,
  columns: readonly WantedColumn[],
): Promise<StudyAnswers> {
  const { rows } = await database().pool.query<Record<string, string>>({
    text: `select "unitId" as unit, stratum, cluster, weight, mode, coded
      from "Response" where "waveId" = $1 and entry = $2 order by "unitId", stratum, cluster, receipt`,
    values: [waveId, entry],
    types: asText,
  })
  const coded = rows.map((row) => readIntegers(row.coded!))
  return {
    unit: rows.map((row) => row.unit!),
    stratum: rows.map((row) => row.stratum!),
    cluster: rows.map((row) => row.cluster!),
    mode: rows.map((row) => row.mode!),
    weight: rows.map((row) => Number(row.weight)),
    codes: Object.fromEntries(
      columns.map(({ variable, at }) => [variable, Int16Array.from(coded, (row) => row[at]!)]),
    ),
  }
}
