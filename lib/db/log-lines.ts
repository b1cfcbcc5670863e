// The lines of a log's file (lib/ledger/export-line.ts), in order and in steps. Without answers nothing is held open between
// two steps, because anybody may download it as slowly as they like; with answers it is one snapshot of one transaction.
import type pg from 'pg'
import { type FactRow, factColumns, factTables } from '#lib/db/answer-facts'
import { database } from '#lib/db/client'
import { listLeaves } from '#lib/db/ledger'
import type { LeafLine, StrayLine } from '#lib/ledger/export-line'
import { answerLeaf } from '#lib/ledger/leaf'

const linesAtOnce = 5_000
const answersAtOnce = 1_000

/** Leaf lines 0..size-1 without answers. */
export async function* closedLines(waveId: string, size: number): AsyncGenerator<LeafLine[]> {
  for (let from = 0; from < size; from += linesAtOnce) {
    const leaves = await listLeaves(waveId, from, Math.min(from + linesAtOnce, size))
    yield leaves.map((leaf, at) => ({ index: from + at, leaf }))
  }
}

/**
 * Leaf lines 0..size-1, each with its answer where the wave has it; then the answers that must be in the log by now and are
 * not. Must be read to its end or returned.
 */
export async function* openedLines(waveId: string, size: number): AsyncGenerator<(LeafLine | StrayLine)[]> {
  const client = await database().pool.connect()
  let isDone = false
  try {
    await client.query('begin isolation level repeatable read')
    await client.query(`set local idle_in_transaction_session_timeout = '10min'`)
    await placeAnswers(client, waveId)
    await client.query(
      `declare lines no scroll cursor for
       select l."index", l.hash as leaf, a.answer from "LedgerLeaf" l
       left join placed p on p.leaf = l.hash
       left join lateral (select to_jsonb(facts) as answer from (select ${factColumns} from ${factTables}
         where r."unitId" = p.unit and r."waveId" = l."waveId" and r.receipt = p.receipt) as facts) a on true
       where l."waveId" = $1 and l."index" < $2 order by l."index"`,
      [waveId, size],
    )
    for (;;) {
      const { rows } = await client.query<LeafLine & { answer: LeafLine['answer'] | null }>(
        `fetch ${answersAtOnce} from lines`,
      )
      if (rows.length > 0) yield rows.map(({ answer, ...line }) => (answer ? { ...line, answer } : line))
      if (rows.length < answersAtOnce) break
    }
    yield await listStrays(client, waveId)
    await client.query('commit')
    isDone = true
  } finally {
    // a transaction that was broken off goes with its connection
    client.release(!isDone)
  }
}

async function listStrays(client: pg.PoolClient, waveId: string): Promise<StrayLine[]> {
  const { rows } = await client.query<FactRow>(
    `select ${factColumns} from ${factTables}
     join "LedgerState" s on s."waveId" = r."waveId" and r.xid < s."upTo"::xid8
     join placed p on p.unit = r."unitId" and p.receipt = r.receipt
     where r."waveId" = $1
       and not exists (select from "LedgerLeaf" l where l."waveId" = $1 and l.hash = p.leaf)`,
    [waveId],
  )
  return rows.map((stray) => ({ stray }))
}

/** Which answer belongs to which leaf stands nowhere: it follows from the answer, and is worked out for this file. */
async function placeAnswers(client: pg.PoolClient, waveId: string): Promise<void> {
  await client.query('create temp table placed (leaf text, unit text, receipt uuid) on commit drop')
  await client.query(
    `declare answers no scroll cursor for select ${factColumns} from ${factTables} where r."waveId" = $1`,
    [waveId],
  )
  for (;;) {
    const { rows } = await client.query<FactRow>(`fetch ${answersAtOnce} from answers`)
    await client.query('insert into placed select * from unnest($1::text[], $2::text[], $3::uuid[])', [
      rows.map(answerLeaf),
      rows.map(({ unit }) => unit),
      rows.map(({ receipt }) => receipt),
    ])
    if (rows.length < answersAtOnce) break
  }
  await client.query('close answers')
  await client.query('analyze placed')
}
