// The public log of a wave, as it is read: leaves, kept roots, heads. Written by append-leaves.ts alone.
import type pg from 'pg'
import { database } from '#lib/db/client'
import { fromBase64url } from '#lib/ledger/base64url'
import { blocksAround } from '#lib/ledger/grow-log'
import type { Head } from '#lib/ledger/head'
import type { WaveToLog } from '#lib/ledger/log-step'
import type { HashSource } from '#lib/ledger/merkle-tree'

type Runner = Pick<pg.Pool | pg.PoolClient, 'query'>

const headColumns = '"waveId" as wave, size, root, day, key, signature'

/** All heads of a wave, the first one first. */
export async function listHeads(waveId: string): Promise<Head[]> {
  const { rows } = await database().pool.query<Head>(
    `select ${headColumns} from "LedgerHead" where "waveId" = $1 order by size`,
    [waveId],
  )
  return rows
}

/** The newest head of every wave that has one, or of these. */
export async function listLastHeads(waves: readonly string[] | null = null): Promise<Head[]> {
  const { rows } = await database().pool.query<Head>(
    `select distinct on ("waveId") ${headColumns} from "LedgerHead"
     where $1::text[] is null or "waveId" = any($1) order by "waveId", size desc`,
    [waves],
  )
  return rows
}

/** The newest head of a wave, or null. */
export async function findLastHead(waveId: string, runner: Runner = database().pool): Promise<Head | null> {
  const { rows } = await runner.query<Head>(
    `select ${headColumns} from "LedgerHead" where "waveId" = $1 order by size desc limit 1`,
    [waveId],
  )
  return rows[0] ?? null
}

/** The first head that covers leaf `index`, or null. */
export async function findHeadOver(waveId: string, index: number): Promise<Head | null> {
  const { rows } = await database().pool.query<Head>(
    `select ${headColumns} from "LedgerHead" where "waveId" = $1 and size > $2 order by size limit 1`,
    [waveId, index],
  )
  return rows[0] ?? null
}

/** Where a leaf stands, or null. */
export async function findLeafIndex(waveId: string, hash: string): Promise<number | null> {
  const { rows } = await database().pool.query<{ index: number }>(
    'select "index" from "LedgerLeaf" where "waveId" = $1 and hash = $2',
    [waveId, hash],
  )
  return rows[0]?.index ?? null
}

/** The first leaf of a wave's log, the hash of what it began with; null while the log has none. */
export async function findFirstLeaf(waveId: string): Promise<string | null> {
  const [leaf] = await listLeaves(waveId, 0, 1)
  return leaf ?? null
}

/** Leaves from..to-1 in order. */
export async function listLeaves(waveId: string, from: number, to: number): Promise<string[]> {
  const { rows } = await database().pool.query<{ hash: string }>(
    'select hash from "LedgerLeaf" where "waveId" = $1 and "index" >= $2 and "index" < $3 order by "index"',
    [waveId, from, to],
  )
  return rows.map(({ hash }) => hash)
}

/** The hashes that proofs about these leaves or sizes need, and some around them. */
export async function loadHashes(
  waveId: string,
  positions: number[],
  runner: Runner = database().pool,
): Promise<HashSource> {
  const found = new Map<string, Uint8Array>()
  for (const { level, from, to } of blocksAround(positions)) {
    const { rows } = await runner.query<{ index: number; hash: string }>(
      level === 0
        ? 'select "index", hash from "LedgerLeaf" where "waveId" = $1 and "index" >= $2 and "index" < $3'
        : `select "index", hash from "LedgerNode" where "waveId" = $1 and "index" >= $2 and "index" < $3 and level = ${level}`,
      [waveId, from, to],
    )
    for (const { index, hash } of rows) found.set(`${level} ${index}`, fromBase64url(hash)!)
  }
  return { hash: (level, index) => found.get(`${level} ${index}`) }
}

export type LoggedWave = WaveToLog & {
  id: string
  title: string
  titleEn: string
  form: string
  isSample: boolean
}

/** Waves with what decides when their log goes on; one of them, or all. */
export async function listLoggedWaves(id?: string): Promise<LoggedWave[]> {
  const { rows } = await database().pool.query<LoggedWave>(
    `select w.id, w.title, w."titleEn", f.slug || '.v' || f.version as form, w.secrecy, w."opensAt", w."closesAt",
       w."cancelledAt", w."graceDays", w."boxOpenedAt", w."isSample",
       exists (select from "BallotGroup" g where g."waveId" = w.id) as "hasKeys",
       case when s."waveId" is not null then jsonb_build_object('day', s.day, 'isFinal', s."isFinal") end as state
     from "Wave" w join "Definition" f on f.id = w."formId" left join "LedgerState" s on s."waveId" = w.id
     where $1::text is null or w.id = $1 order by w."opensAt" desc, w.id`,
    [id ?? null],
  )
  return rows
}

export type PublicKey = { unit: string; stratum: string; publicKey: string }

/** The public keys of a confidential wave's ballots. */
export async function listBallotKeys(waveId: string, runner: Runner = database().pool): Promise<PublicKey[]> {
  const { rows } = await runner.query<PublicKey>(
    `select "unitId" as unit, stratum, "publicKey" from "BallotGroup" where "waveId" = $1 order by 1, 2`,
    [waveId],
  )
  return rows
}
