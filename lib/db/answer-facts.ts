// Stored answers as the facts of their leaves (lib/ledger/leaf.ts).
import { database } from '#lib/db/client'
import type { AnswerFacts } from '#lib/ledger/leaf'

/** Columns of "Response" r with its form "Definition" f, in the names of AnswerFacts. */
export const factColumns = `r."waveId" as wave, r."unitId" as unit, r.receipt, f.slug || '.v' || f.version as form, r.language,
  r.mode, r.place, r.collector, r.entry, r.batch, r.cluster, r.stratum, r.weight, r.day, r."isLate", r.answers`

/** The tables of these columns. */
export const factTables = '"Response" r join "Definition" f on f.id = r."formId"'

/** Such a row as PostgreSQL gives it. */
export type FactRow = AnswerFacts

/** The answer with this receipt, from whichever unit of the wave it came; null when there is none. */
export async function findAnswerFacts(waveId: string, receipt: string): Promise<AnswerFacts | null> {
  const { rows } = await database().pool.query<FactRow>(
    `select ${factColumns} from "WaveUnit" u
     join "Response" r on r."unitId" = u."unitId" and r."waveId" = u."waveId" and r.receipt = $2::uuid
     join "Definition" f on f.id = r."formId" where u."waveId" = $1 limit 1`,
    [waveId, receipt],
  )
  return rows[0] ?? null
}
