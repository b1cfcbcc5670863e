// What is keyed in from the sheets of an open stack. One row per sheet and person; a unique key of the database keeps the
// two passes of a sheet with two people, whatever arrives at the same moment. Rows live until the stack is closed.
import { database } from '#lib/db/client'
import type { BatchKey } from '#lib/db/paper-batches'
import { sqlState } from '#lib/sql-state'
import type { KeyedSheet } from '#lib/surveys/paper-form/keyed-sheet'
import type { KeyedEntry } from '#lib/surveys/paper-form/settle-sheets'

export type PaperEntryRow = KeyedEntry & { enteredBy: string }

/** Everything keyed in from a stack, sheet by sheet. */
export async function listPaperEntries({ unitId, waveId, number }: BatchKey): Promise<PaperEntryRow[]> {
  const rows = await database().prisma.paperEntry.findMany({
    where: { unitId, waveId, batch: number },
    orderBy: [{ sheet: 'asc' }, { pass: 'asc' }],
    select: { sheet: true, pass: true, enteredBy: true, keyed: true, voidReason: true },
  })
  return rows.map((row) => ({ ...row, keyed: row.keyed as KeyedSheet }))
}

type NewEntry = {
  sheet: number
  enteredBy: string
  keyed: KeyedSheet
  voidReason: string
  /** yyyy-mm-dd */
  day: string
}

export type EntryOutcome = 'stored' | 'taken' | 'closed' | 'agreed'

/**
 * Stores a person's reading of a sheet in place of the same person's earlier one. 'taken': enough other people have keyed
 * it in (one, or two for a stack that is keyed in twice). 'agreed': the two readings have been settled. 'closed': too late.
 */
export async function storePaperEntry(
  { unitId, waveId, number }: BatchKey,
  passes: 1 | 2,
  { sheet, enteredBy, keyed, voidReason, day }: NewEntry,
): Promise<EntryOutcome> {
  const place = [unitId, waveId, number, sheet]
  const values = [...place, enteredBy, JSON.stringify(keyed), voidReason, day, passes]
  for (let attempt = 1; attempt <= 2; attempt++) {
    try {
      const { rowCount } = await database().pool.query(upsertReading, values)
      if (rowCount === 1) return 'stored'
      break
    } catch (error) {
      if (sqlState(error) === closedBatch) return 'closed'
      if (sqlState(error) !== uniqueViolation) throw error // somebody took the same pass at this moment: look again
    }
  }
  const agreed = await database().pool.query(
    'select from "PaperEntry" where ("unitId", "waveId", batch, sheet, pass) = ($1, $2, $3, $4, 0)',
    place,
  )
  return agreed.rowCount ? 'agreed' : 'taken'
}

const closedBatch = '23001' // raised by the trigger require_open_batch
const uniqueViolation = '23505'

/** The own pass if there is one, else the first free one. */
const upsertReading = `
  insert into "PaperEntry" ("unitId", "waveId", batch, sheet, pass, "enteredBy", keyed, "voidReason", day)
  select $1, $2, $3, $4, free.pass, $5, $6::jsonb, $7, $8::date
  from (select coalesce(
      (select e.pass from "PaperEntry" e
        where (e."unitId", e."waveId", e.batch, e.sheet, e."enteredBy") = ($1, $2, $3, $4, $5)),
      (select min(p) from generate_series(1, $9::int) p where not exists (select from "PaperEntry" e
        where (e."unitId", e."waveId", e.batch, e.sheet, e.pass) = ($1, $2, $3, $4, p)))) as pass) free
  where free.pass is not null and not exists (select from "PaperEntry" e
    where (e."unitId", e."waveId", e.batch, e.sheet, e.pass) = ($1, $2, $3, $4, 0))
  on conflict ("unitId", "waveId", batch, sheet, "enteredBy")
    do update set keyed = excluded.keyed, "voidReason" = excluded."voidReason", day = excluded.day`

/** Takes back a person's own reading of a sheet; false when there is none, or it has been settled. */
export async function deletePaperEntry(
  { unitId, waveId, number }: BatchKey,
  sheet: number,
  enteredBy: string,
): Promise<boolean> {
  const { rowCount } = await database().pool.query(
    `delete from "PaperEntry" where ("unitId", "waveId", batch, sheet, "enteredBy") = ($1, $2, $3, $4, $5)
     and not exists (select from "PaperEntry" e where (e."unitId", e."waveId", e.batch, e.sheet, e.pass) = ($1, $2, $3, $4, 0))`,
    [unitId, waveId, number, sheet, enteredBy],
  )
  return rowCount === 1
}

/** Keeps what was agreed on after two people differed; settled again, the later word counts. False when the stack is closed. */
export async function storeAgreedSheet(
  { unitId, waveId, number }: BatchKey,
  { sheet, keyed, voidReason, day }: Omit<NewEntry, 'enteredBy'>,
): Promise<boolean> {
  try {
    await database().pool.query(
      `insert into "PaperEntry" ("unitId", "waveId", batch, sheet, pass, "enteredBy", keyed, "voidReason", day)
       values ($1, $2, $3, $4, 0, '', $5::jsonb, $6, $7::date)
       on conflict ("unitId", "waveId", batch, sheet, pass)
         do update set keyed = excluded.keyed, "voidReason" = excluded."voidReason", day = excluded.day`,
      [unitId, waveId, number, sheet, JSON.stringify(keyed), voidReason, day],
    )
    return true
  } catch (error) {
    if (sqlState(error) === closedBatch) return false
    throw error
  }
}
