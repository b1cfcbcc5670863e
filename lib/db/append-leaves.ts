// Adds to the log of a wave what is not in it yet, and signs a head over it: all in one transaction under a lock of the
// wave, so that two runs append once and a run that was killed appended nothing. As with the tallies, responses are read up
// to the oldest transaction still running; the rest waits for the next time.
import type pg from 'pg'
import { type FactRow, factColumns, factTables } from '#lib/db/answer-facts'
import { database } from '#lib/db/client'
import { findLastHead, listBallotKeys, loadHashes } from '#lib/db/ledger'
import { fromBase64url, toBase64url } from '#lib/ledger/base64url'
import { growLog, type KeptNode } from '#lib/ledger/grow-log'
import { type Head, signHead } from '#lib/ledger/head'
import { answerLeaf, waveLeaf } from '#lib/ledger/leaf'
import type { Signer } from '#lib/ledger/signing-key'

export type Batch = {
  wave: { id: string; form: string; secrecy: string }
  /** yyyy-mm-dd in Viet Nam, written on the head. */
  day: string
  /** Begin the log only, or take answers too. */
  takes: 'keys' | 'answers'
  /** The wave has closed: from now on only stragglers come. */
  isFinal: boolean
  signer: Signer
}

const rowsAtOnce = 500
const insertsAtOnce = 10_000

/** The new head, or null when there was nothing to add. */
export async function appendLeaves(batch: Batch): Promise<Head | null> {
  const client = await database().pool.connect()
  try {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtextextended('ledger ' || $1, 0))`, [batch.wave.id])
    const head = await append(client, batch)
    await client.query('commit')
    client.release()
    return head
  } catch (error) {
    await client.query('rollback').catch(() => {})
    client.release(error instanceof Error)
    throw error
  }
}

async function append(client: pg.PoolClient, batch: Batch): Promise<Head | null> {
  const { id } = batch.wave
  const size = (await findLastHead(id, client))?.size ?? 0
  if (size === 0) {
    const first = await addBatch(client, batch, 0, [
      waveLeaf({ ...batch.wave, wave: id, keys: await listBallotKeys(id, client) }),
    ])
    await keepState(client, batch, '0')
    if (batch.takes === 'keys') return first
    return (await append(client, batch)) ?? first
  }
  if (batch.takes === 'keys') return null
  const state = await client.query<{ upTo: string }>('select "upTo" from "LedgerState" where "waveId" = $1', [
    id,
  ])
  // first the bound, then the rows: what is below it has ended before the rows are read
  const bound = await client.query<{ below: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as below',
  )
  const below = bound.rows[0]!.below
  const found = new Set(await readLeaves(client, id, state.rows[0]?.upTo ?? '0', below))
  const leaves = [...(await withoutLogged(client, id, [...found]))].sort()
  const head = leaves.length > 0 ? await addBatch(client, batch, size, leaves) : null
  await keepState(client, batch, below)
  return head
}

/** Leaves of responses of these transactions, and of the ballots in a box that has not been opened. */
async function readLeaves(
  client: pg.PoolClient,
  waveId: string,
  from: string,
  below: string,
): Promise<string[]> {
  const ballots = await client.query<{ leaf: string }>('select leaf from "Ballot" where "waveId" = $1', [
    waveId,
  ])
  const leaves = ballots.rows.map(({ leaf }) => leaf)
  await client.query(
    `declare unlogged no scroll cursor for select ${factColumns} from ${factTables}
     where r."waveId" = $1 and r.xid >= $2::xid8 and r.xid < $3::xid8`,
    [waveId, from, below],
  )
  for (;;) {
    const { rows } = await client.query<FactRow>(`fetch ${rowsAtOnce} from unlogged`)
    for (const facts of rows) leaves.push(answerLeaf(facts))
    if (rows.length < rowsAtOnce) break
  }
  await client.query('close unlogged')
  return leaves
}

/** Answers out of a box were logged when they were ballots. */
async function withoutLogged(client: pg.PoolClient, waveId: string, leaves: string[]): Promise<string[]> {
  const fresh: string[] = []
  for (let at = 0; at < leaves.length; at += insertsAtOnce) {
    const { rows } = await client.query<{ hash: string }>(
      `select hash from unnest($2::text[]) as t(hash)
       where not exists (select from "LedgerLeaf" l where l."waveId" = $1 and l.hash = t.hash)`,
      [waveId, leaves.slice(at, at + insertsAtOnce)],
    )
    for (const { hash } of rows) fresh.push(hash)
  }
  return fresh
}

async function addBatch(client: pg.PoolClient, batch: Batch, size: number, leaves: string[]): Promise<Head> {
  const { id } = batch.wave
  const kept = await loadHashes(id, [size], client)
  const { root, nodes } = await growLog(
    kept,
    size,
    leaves.map((leaf) => fromBase64url(leaf)!),
  )
  for (let at = 0; at < leaves.length; at += insertsAtOnce)
    await client.query(
      `insert into "LedgerLeaf" ("waveId", "index", hash)
       select $1, $2::int + place - 1, hash from unnest($3::text[]) with ordinality as t(hash, place) order by place`,
      [id, size + at, leaves.slice(at, at + insertsAtOnce)],
    )
  await addNodes(client, id, nodes)
  const facts = { wave: id, size: size + leaves.length, root: toBase64url(root), day: batch.day }
  const head = signHead(facts, batch.signer)
  await client.query(
    'insert into "LedgerHead" ("waveId", size, root, day, key, signature) values ($1, $2, $3, $4::date, $5, $6)',
    [id, head.size, head.root, head.day, head.key, head.signature],
  )
  return head
}

async function addNodes(client: pg.PoolClient, waveId: string, nodes: KeptNode[]): Promise<void> {
  await client.query(
    `insert into "LedgerNode" ("waveId", level, "index", hash)
     select $1, t.* from unnest($2::int[], $3::int[], $4::text[]) as t(level, "index", hash)`,
    [
      waveId,
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.map(({ hash }) => toBase64url(hash)),
    ],
  )
}

async function keepState(
  client: pg.PoolClient,
  { wave, day, takes, isFinal }: Batch,
  upTo: string,
): Promise<void> {
  await client.query(
    `insert into "LedgerState" ("waveId", "upTo", day, "isFinal") values ($1, $2, $3::date, $4)
     on conflict ("waveId") do update set "upTo" = excluded."upTo", day = excluded.day,
       "isFinal" = "LedgerState"."isFinal" or excluded."isFinal"`,
    [wave.id, upTo, day, isFinal && takes === 'answers'],
  )
}
