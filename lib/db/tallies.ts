// Counted answers. The surprise is how far a count may go: a transaction that began earlier can commit later, so "all rows
// up to the newest" would miss it for ever. Each row carries the id of its transaction; only rows below the oldest one
// still running are counted, and the next count goes on exactly there. The tail still in flight waits for the next page.
import type pg from 'pg'
import { database } from '#lib/db/client'
import { asText, readIntegers } from '#lib/db/read-integers'
import type { Tally } from '#lib/scoring/sample'
import type { Collector, Entry, Mode, Place } from '#lib/surveys/collection'

export type TallyPlan = {
  waveId: string
  /** Hash of the layout; another one means counting from the beginning. */
  layout: string
  /** Length of `counts`. */
  size: number
  /** Adds one coded answer to counts. */
  count: (counts: Float64Array, coded: number[]) => void
}

const batchSize = 10_000

/** Counts what has been committed since the last time. Returns how many answers were added; cheap when there are none. */
export async function catchUpTallies(plan: TallyPlan): Promise<number> {
  if (!(await hasUncounted(plan))) return 0
  const client = await database().pool.connect()
  try {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtextextended('tallies ' || $1, 0))`, [plan.waveId])
    const added = await countOn(client, plan)
    await client.query('commit')
    client.release()
    return added
  } catch (error) {
    await client.query('rollback').catch(() => {})
    client.release(error instanceof Error)
    throw error
  }
}

async function hasUncounted({ waveId, layout }: TallyPlan): Promise<boolean> {
  const { rows } = await database().pool.query<{ uncounted: boolean }>(
    `select coalesce((select state.layout <> $2 or exists (
       select from "Response" where "waveId" = $1 and xid >= state."upTo"::xid8
         and xid < pg_snapshot_xmin(pg_current_snapshot()))
     from "TallyState" state where state."waveId" = $1), true) as uncounted`,
    [waveId, layout],
  )
  return rows[0]!.uncounted
}

async function countOn(client: pg.PoolClient, plan: TallyPlan): Promise<number> {
  const { waveId, layout } = plan
  const state = await client.query<{ layout: string; upTo: string }>(
    `select layout, "upTo" from "TallyState" where "waveId" = $1`,
    [waveId],
  )
  const isSame = state.rows[0]?.layout === layout
  if (!isSame) await client.query(`delete from "Tally" where "waveId" = $1`, [waveId])
  // first the bound, then the rows: what is below it has ended before the rows are read
  const bound = await client.query<{ below: string }>(
    `select pg_snapshot_xmin(pg_current_snapshot())::text as below`,
  )
  const below = bound.rows[0]!.below
  const tallies = await countRows(client, plan, isSame ? state.rows[0]!.upTo : '0', below)
  await addTallies(client, waveId, tallies)
  await client.query(
    `insert into "TallyState" ("waveId", layout, "upTo", at) values ($1, $2, $3, now())
     on conflict ("waveId") do update set layout = excluded.layout, "upTo" = excluded."upTo", at = excluded.at`,
    [waveId, layout, below],
  )
  return tallies.reduce((sum, { n }) => sum + n, 0)
}

type NewTally = { key: string; n: number; counts: Float64Array }

async function countRows(
  client: pg.PoolClient,
  plan: TallyPlan,
  from: string,
  below: string,
): Promise<NewTally[]> {
  await client.query(
    `declare answers no scroll cursor for
     select jsonb_build_array("unitId", stratum, cluster, mode, place, collector, entry, weight)::text, coded from "Response"
     where "waveId" = $1 and xid >= $2::xid8 and xid < $3::xid8`,
    [plan.waveId, from, below],
  )
  const tallies = new Map<string, NewTally>()
  for (;;) {
    const { rows } = await client.query<[string, string]>(fetchBatch)
    for (const [key, coded] of rows) {
      let tally = tallies.get(key)
      if (!tally) {
        tally = { key, n: 0, counts: new Float64Array(plan.size) }
        tallies.set(key, tally)
      }
      tally.n++
      plan.count(tally.counts, readIntegers(coded))
    }
    if (rows.length < batchSize) break
  }
  await client.query('close answers')
  return [...tallies.values()]
}

const fetchBatch: pg.QueryArrayConfig = {
  text: `fetch ${batchSize} from answers`,
  rowMode: 'array',
  types: asText,
}

async function addTallies(client: pg.PoolClient, waveId: string, tallies: NewTally[]): Promise<void> {
  const rows = tallies.map(({ key, n, counts }) => {
    const [unitId, stratum, cluster, mode, place, collector, entry, weight] = JSON.parse(key) as unknown[]
    return {
      unitId,
      stratum,
      cluster,
      mode,
      place,
      collector,
      entry,
      weight,
      n,
      counts: Array.from(counts),
    }
  })
  await client.query(
    `insert into "Tally" ("waveId", "unitId", stratum, cluster, mode, place, collector, entry, weight, n, counts)
     select $1, added.* from jsonb_to_recordset($2::jsonb) as added
       ("unitId" text, stratum text, cluster text, mode text, place text, collector text, entry text, weight float8,
         n int, counts int[])
     on conflict ("unitId", "waveId", stratum, cluster, mode, place, collector, entry, weight) do update set
       n = "Tally".n + excluded.n,
       counts = array(select old + new from unnest("Tally".counts, excluded.counts)
         with ordinality as both_counts(old, new, place) order by place)`,
    [waveId, JSON.stringify(rows)],
  )
}

/** All tallies of a wave, in no particular order. */
export async function listTallies(waveId: string): Promise<Tally[]> {
  const { rows } = await database().pool.query<Record<string, string>>({
    text: `select "unitId" as unit, stratum, cluster, mode, place, collector, entry, weight, n, counts
      from "Tally" where "waveId" = $1`,
    values: [waveId],
    types: asText,
  })
  return rows.map((row) => ({
    unit: row.unit!,
    stratum: row.stratum!,
    cluster: row.cluster!,
    mode: row.mode as Mode,
    place: row.place as Place,
    collector: row.collector as Collector,
    entry: row.entry as Entry,
    weight: Number(row.weight),
    n: Number(row.n),
    counts: readIntegers(row.counts!),
  }))
}

/** Answers of a wave by unit and mode, as counted. */
export async function listAnswerCounts(waveId: string): Promise<{ unit: string; mode: Mode; n: number }[]> {
  const { rows } = await database().pool.query<{ unit: string; mode: Mode; n: number }>(
    `select "unitId" as unit, mode, sum(n)::int as n from "Tally" where "waveId" = $1 group by 1, 2 order by 1, 2`,
    [waveId],
  )
  return rows
}
