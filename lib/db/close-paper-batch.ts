// Closes a stack: its sheets become responses, what was keyed in goes, the stack's counts stay. One transaction that holds
// the stack's row, so that it happens once, and for exactly the sheets that were there.
import { randomInt } from 'node:crypto'
import type { Actor } from '#lib/access'
import type { AuditEntry } from '#lib/db/audit'
import { database } from '#lib/db/client'
import type { ResponseRow } from '#lib/db/insert-response'
import type { BatchKey } from '#lib/db/paper-batches'
import type { PaperEntryRow } from '#lib/db/paper-entries'

export type Closing = {
  responses: ResponseRow[]
  /** yyyy-mm-dd */
  closedOn: string
  keyedBy: 'office' | 'unit'
  explanation: string
  summary: object
  audit: AuditEntry & { actor: Actor }
}

/**
 * Settles the stack as `settle` says, from what is keyed in at that moment; what `settle` throws undoes everything. Returns
 * false, and changes nothing, when the stack is closed already or does not exist.
 */
export async function closePaperBatch(
  { unitId, waveId, number }: BatchKey,
  settle: (entries: PaperEntryRow[], rolesKeyedBy: string[]) => Closing,
): Promise<boolean> {
  const place = [unitId, waveId, number]
  const client = await database().pool.connect()
  try {
    await client.query('begin')
    const found = await client.query(
      `select from "PaperBatch" where ("unitId", "waveId", number) = ($1, $2, $3) and "closedOn" is null for update`,
      place,
    )
    if (found.rowCount !== 1) {
      await client.query('rollback')
      return false
    }
    const entries = await client.query<PaperEntryRow & { role: string | null }>(
      `select e.sheet, e.pass, e."enteredBy", e.keyed, e."voidReason", u.role from "PaperEntry" e
       left join "User" u on u.id = e."enteredBy"
       where (e."unitId", e."waveId", e.batch) = ($1, $2, $3) order by e.sheet, e.pass`,
      place,
    )
    const roles = entries.rows.flatMap(({ role }) => role ?? [])
    const { responses, closedOn, keyedBy, explanation, summary, audit } = settle(entries.rows, roles)
    await client.query(insertResponses, [JSON.stringify(shuffled(responses))])
    await client.query('delete from "PaperEntry" where ("unitId", "waveId", batch) = ($1, $2, $3)', place)
    await client.query(
      `update "PaperBatch" set "closedOn" = $4::date, "keyedBy" = $5, explanation = $6, summary = $7::jsonb
       where ("unitId", "waveId", number) = ($1, $2, $3)`,
      [...place, closedOn, keyedBy, explanation, JSON.stringify(summary)],
    )
    await client.query(
      `insert into "AuditEvent" ("actorId", action, "unitId", subject, details) values ($1, $2, $3, $4, $5::jsonb)`,
      [audit.actor.userId, audit.action, audit.unitId, audit.subject, JSON.stringify(audit.details ?? {})],
    )
    await client.query('commit')
    return true
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

const insertResponses = `
  insert into "Response" ("unitId", "waveId", receipt, "formId", day, mode, language, cluster, stratum, weight, answers,
    coded, place, collector, entry, batch)
  select "unitId", "waveId", receipt, "formId", day, mode, language, cluster, stratum, weight, answers, coded, place,
    collector, entry, batch
  from jsonb_to_recordset($1::jsonb) as r ("unitId" text, "waveId" text, receipt uuid, "formId" int, day date, mode text,
    language text, cluster text, stratum text, weight float8, answers jsonb, coded smallint[], place text, collector text,
    entry text, batch text)`

/** The order in which rows are written must not be the order of the sheets. */
function shuffled<Row>(rows: Row[]): Row[] {
  const mixed = [...rows]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    ;[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!]
  }
  return mixed
}
