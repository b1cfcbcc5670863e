// Answers of a wave for a download: in one snapshot, through a cursor, in an order drawn for this file alone. Rows are
// ordered by a hash of the receipt under a random key, so that neither order nor columns tell when an answer came or whose
// receipt it was; strata and villages get numbers in that random order. Memory stays flat however many rows there are.
import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { groupKey } from '#lib/contacts/response-design'
import { database } from '#lib/db/client'
import { asText, readIntegers } from '#lib/db/read-integers'
import type { ResponseRow } from '#lib/exports/response-table'

export type ResponseCursor = {
  expected: number
  /** Ends the transaction when it is done, broken off or has failed. Must be read or returned. */
  batches: AsyncGenerator<ResponseRow[]>
}

const batchSize = 2_000

/** `written`: positions (from 0) of coded columns whose -1 means "read it from the answers". */
export async function openResponses(waveId: string, written: readonly number[]): Promise<ResponseCursor> {
  const client = await database().pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(`set local work_mem = '64MB'; set local idle_in_transaction_session_timeout = '10min'`)
    const { rows } = await client.query<{ expected: number }>(
      `select count(*)::int as expected from "Response" where "waveId" = $1`,
      [waveId],
    )
    await declareCursor(client, waveId, written)
    return { expected: rows[0]!.expected, batches: readBatches(client) }
  } catch (error) {
    client.release(true)
    throw error
  }
}

async function declareCursor(client: pg.PoolClient, waveId: string, written: readonly number[]) {
  const isWritten = written.map((at) => `coded[${Math.trunc(at) + 1}] = -1`).join(' or ') || 'false'
  await client.query(
    `declare answers no scroll cursor for
     select "unitId", stratum, cluster, weight, day, mode, place, collector, entry, "isLate"::int, language, coded,
       case when ${isWritten} then answers end
     from "Response" where "waveId" = $1 order by hashtextextended(receipt::text, $2::bigint), receipt`,
    [waveId, randomBytes(8).readBigInt64BE().toString()],
  )
}

/** The server prepares the next batch while this one is written. */
async function* readBatches(client: pg.PoolClient): AsyncGenerator<ResponseRow[]> {
  const fetchNext = () => {
    const batch = client.query<(string | null)[]>(fetchBatch)
    batch.catch(() => {}) // told when it is awaited; nobody awaits it when the reader has gone
    return batch
  }
  let isDone = false
  try {
    const labels = { stratum: makeLabels('s'), cluster: makeLabels('c') }
    let ahead = fetchNext()
    for (;;) {
      const { rows } = await ahead
      const isLast = rows.length < batchSize
      if (!isLast) ahead = fetchNext()
      if (rows.length > 0) yield rows.map((row) => toResponse(row, labels))
      if (isLast) break
    }
    await client.query('commit')
    isDone = true
  } finally {
    // a transaction that was broken off goes with its connection
    client.release(!isDone)
  }
}

const fetchBatch: pg.QueryArrayConfig = {
  text: `fetch ${batchSize} from answers`,
  rowMode: 'array',
  types: asText,
}

type Labels = { stratum: (name: string) => string; cluster: (name: string) => string }

function toResponse(row: (string | null)[], labels: Labels): ResponseRow {
  const [unit, stratum, cluster, weight, day, mode, place, collector, entry, late, language, coded, answers] =
    row as string[]
  return {
    unit: unit!,
    group: groupKey({ unitId: unit!, stratum: stratum! }),
    stratum: stratum === '' ? '' : labels.stratum(`${unit} ${stratum}`),
    cluster: cluster === '' ? '' : labels.cluster(`${unit} ${stratum} ${cluster}`),
    weight: Number(weight),
    day: day!,
    mode: mode!,
    place: place!,
    collector: collector!,
    entry: entry!,
    late: late === '1' ? 1 : 0,
    language: language!,
    coded: readIntegers(coded!),
    answers: answers ? JSON.parse(answers) : null,
  }
}

/** The same label for the same name, numbered as they come. */
function makeLabels(letter: string): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const found = known.get(name)
    if (found) return found
    const label = `${letter}${known.size + 1}`
    known.set(name, label)
    return label
  }
}
