// The one hot write of the product. Answers that arrive while others are being written share the next statement and
// with it one flush of the disk; each is acknowledged only after its own statement has committed. Whether the wave is
// open is asked inside the statement (takes-answers.ts), so that closing a wave is exact whatever is cached elsewhere.
import { database } from '#lib/db/client'
import { isLate, takesAnswers } from '#lib/db/takes-answers'
import { translateError } from '#lib/db/translate-error'
import { type Problem, problems } from '#lib/problem'
import { sqlState } from '#lib/sql-state'
import type { Collector, Entry, Mode, Place } from '#lib/surveys/collection'

export type ResponseRow = {
  unitId: string
  waveId: string
  receipt: string
  formId: number
  /** yyyy-mm-dd in Viet Nam, of answering where a device says it: nothing finer is kept. */
  day: string
  mode: Mode
  place: Place
  collector: Collector
  entry: Entry
  /** Number of the paper stack, '' for answers that never were on paper. */
  batch: string
  language: string
  cluster: string
  stratum: string
  weight: number
  answers: Record<string, unknown>
  coded: number[]
}

/** Stored now, or not: because the receipt is there already, or the wave takes no answers at `now`. */
export type Stored = boolean

type Waiting = { row: ResponseRow; resolve: (stored: Stored) => void; reject: (reason: unknown) => void }

const mostInFlight = 3
const mostRows = 200
let waiting: Waiting[] = []
let inFlight = 0

/** Stores an answer unless its receipt is there already or its wave is not open. Rejects with databaseDown. */
export function insertResponse(row: ResponseRow): Promise<Stored> {
  return new Promise((resolve, reject) => {
    waiting.push({ row, resolve, reject })
    writeNext()
  })
}

function writeNext(): void {
  while (inFlight < mostInFlight && waiting.length > 0) {
    const batch = waiting.slice(0, mostRows)
    waiting = waiting.slice(mostRows)
    inFlight += 1
    void write(batch).finally(() => {
      inFlight -= 1
      writeNext()
    })
  }
}

/** Never rejects: every waiting answer gets its own verdict, and a bad neighbour fails alone. */
async function write(batch: Waiting[]): Promise<void> {
  try {
    const stored = await insertRows(batch.map(({ row }) => row))
    for (const { row, resolve } of batch) resolve(stored.has(keyOf(row)))
  } catch (error) {
    const reason = reasonOf(error, batch[0]?.row)
    if (batch.length === 1 || reason === 'database_down')
      for (const { reject } of batch) reject(translated(error, batch[0]?.row))
    else for (const one of batch) await write([one])
  }
}

const keyOf = (row: { waveId: string; unitId: string; receipt: string }) =>
  `${row.waveId} ${row.unitId} ${row.receipt.toLowerCase()}`

function translated(error: unknown, row: ResponseRow | undefined): unknown {
  if (row && sqlState(error) === '23503') return problems.unknownUnit({ unit: row.unitId })
  try {
    return translateError({ what: 'phiếu', id: row?.receipt ?? '' })(error)
  } catch (translation) {
    return translation
  }
}

const reasonOf = (error: unknown, row: ResponseRow | undefined) =>
  (translated(error, row) as Partial<Problem>).code

const insert = `
  insert into "Response" ("unitId", "waveId", "receipt", "formId", "day", "mode", "language", "cluster", "stratum",
    "weight", "answers", "coded", "place", "collector", "entry", "batch", "isLate")
  select r.unit, r.wave, r.receipt, r.form, r.day, r.mode, r.language, r.cluster, r.stratum, r.weight,
    r.answers::jsonb, r.coded::smallint[], r.place, r.collector, r.entry, r.batch, ${isLate('$17::timestamptz')}
  from unnest($1::text[], $2::text[], $3::uuid[], $4::int[], $5::date[], $6::text[], $7::text[], $8::text[], $9::text[],
    $10::float8[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[])
    as r(unit, wave, receipt, form, day, mode, language, cluster, stratum, weight, answers, coded,
      place, collector, entry, batch)
  join "Wave" w on w."id" = r.wave and ${takesAnswers('r.day', '$17::timestamptz')}
  on conflict do nothing
  returning "waveId", "unitId", "receipt"`

async function insertRows(rows: ResponseRow[]): Promise<Set<string>> {
  const column = <Name extends keyof ResponseRow>(name: Name) => rows.map((row) => row[name])
  const { rows: stored } = await database().pool.query<{ waveId: string; unitId: string; receipt: string }>({
    name: 'insert-responses',
    text: insert,
    values: [
      column('unitId'),
      column('waveId'),
      column('receipt'),
      column('formId'),
      column('day'),
      column('mode'),
      column('language'),
      column('cluster'),
      column('stratum'),
      column('weight'),
      rows.map((row) => JSON.stringify(row.answers)),
      rows.map((row) => `{${row.coded.join(',')}}`),
      column('place'),
      column('collector'),
      column('entry'),
      column('batch'),
      new Date(),
    ],
  })
  return new Set(stored.map(keyOf))
}
