// The answers of a wave as columns of coded values, for the effect of campaigns. Like coded-answers it tells nothing about a
// person but what was said. Words that somebody wrote are coded here, row by row, and go no further.
import { database } from '#lib/db/client'
import { asText, readIntegers } from '#lib/db/read-integers'
import type { StudyAnswers } from '#lib/effects/study-input'

export type WantedColumn = { variable: string; at: number }

/** An open question and how an answer to it is coded. */
export type CodedQuestion = { question: string; code: (words: string) => string[] }

/**
 * `columns`: variables by their place in the codebook; `entry`: only answers given by that right. `mentioned`: what each
 * person's words name, nothing without words or without an open question.
 */
export async function readStudyAnswers(
  waveId: string,
  entry: string,
  columns: readonly WantedColumn[],
  open: CodedQuestion | null,
): Promise<{ answers: StudyAnswers; mentioned: string[][] }> {
  const { rows } = await database().pool.query<Record<string, string | null>>({
    text: `select "unitId" as unit, stratum, cluster, weight, mode, coded${open ? ', answers ->> $3 as words' : ''}
      from "Response" where "waveId" = $1 and entry = $2 order by "unitId", stratum, cluster, receipt`,
    values: [waveId, entry, ...(open ? [open.question] : [])],
    types: asText,
  })
  const coded = rows.map((row) => readIntegers(row.coded!))
  const answers = {
    unit: rows.map((row) => row.unit!),
    stratum: rows.map((row) => row.stratum!),
    cluster: rows.map((row) => row.cluster!),
    mode: rows.map((row) => row.mode!),
    weight: rows.map((row) => Number(row.weight)),
    codes: Object.fromEntries(
      columns.map(({ variable, at }) => [variable, Int16Array.from(coded, (row) => row[at]!)]),
    ),
  }
  return { answers, mentioned: rows.map(({ words }) => (open && words ? open.code(words) : [])) }
}
