// Opens the box of a confidential wave: its ballots become responses in random order, and what could still be compared goes:
// ballots, private keys, which invitations were used, and who was reminded. Counts stay. One transaction that holds the wave.
// The box of a cancelled wave goes the same way, but nobody ever reads its ballots: they are deleted with the rest.
import type { PoolClient } from 'pg'
import { notSigned } from '#lib/db/ballot-groups'
import { database } from '#lib/db/client'

export type OpenedBox = { ballots: number; issued: number; invited: number }

type Work = (client: PoolClient, waveId: string, now: Date) => Promise<OpenedBox | null>

/** Null, and nothing happens, when the wave has not closed, has no box, was cancelled, or the box is open already. */
export const openBox = (waveId: string, now: Date) => inTransaction(open, waveId, now)

/** Null, and nothing happens, unless the wave was cancelled with a box that nobody has emptied yet. */
export const emptyBox = (waveId: string, now: Date) => inTransaction(empty, waveId, now)

async function inTransaction(work: Work, waveId: string, now: Date): Promise<OpenedBox | null> {
  const client = await database().pool.connect()
  try {
    await client.query('begin')
    const done = await work(client, waveId, now)
    await client.query(done ? 'commit' : 'rollback')
    client.release()
    return done
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

async function open(client: PoolClient, waveId: string, now: Date): Promise<OpenedBox | null> {
  const { rowCount } = await client.query(
    `update "Wave" set "boxOpenedAt" = $2 where id = $1 and secrecy = 'ballot' and "boxOpenedAt" is null
       and "closesAt" <= $2 and "cancelledAt" is null`,
    [waveId, now],
  )
  if (rowCount !== 1) return null
  await client.query('select from "BallotGroup" where "waveId" = $1 for update', [waveId])
  await client.query(keepCounts, [waveId, notSigned])
  await client.query(makeResponses, [waveId])
  return forget(client, waveId)
}

async function empty(client: PoolClient, waveId: string, now: Date): Promise<OpenedBox | null> {
  const { rowCount } = await client.query(
    `select from "Wave" w where id = $1 and "boxOpenedAt" is null and "cancelledAt" <= $2
       and exists (select from "BallotGroup" g where g."waveId" = w.id and g."privateKey" is not null) for update`,
    [waveId, now],
  )
  if (rowCount !== 1) return null
  await client.query('select from "BallotGroup" where "waveId" = $1 for update', [waveId])
  const unlogged = await client.query(
    `select from "Ballot" b where "waveId" = $1
       and not exists (select from "LedgerLeaf" l where l."waveId" = $1 and l.hash = b.leaf) limit 1`,
    [waveId],
  )
  if (unlogged.rowCount !== 0) return null // it was on its way when the wave was cancelled: its promise is kept first
  await client.query(keepCounts, [waveId, notSigned])
  return forget(client, waveId)
}

/** What is left afterwards are counts. */
async function forget(client: PoolClient, waveId: string): Promise<OpenedBox> {
  await client.query('delete from "Ballot" where "waveId" = $1', [waveId])
  await client.query('update "Invitation" set "blindedHash" = $2 where "waveId" = $1', [waveId, notSigned])
  await client.query(countReminders, [waveId])
  await client.query(forgetReminders, [waveId])
  const { rows } = await client.query<OpenedBox>(
    `select coalesce(sum("cast"), 0)::int as ballots, coalesce(sum(issued), 0)::int as issued,
       (select count(*)::int from "Invitation" where "waveId" = $1 and not "isRevoked") as invited
     from "BallotGroup" where "waveId" = $1`,
    [waveId],
  )
  return rows[0]!
}

const keepCounts = `
  update "BallotGroup" g set "privateKey" = null,
    issued = (select count(*) from "Invitation" i
      where (i."unitId", i."waveId", i.stratum) = (g."unitId", g."waveId", g.stratum) and i."blindedHash" <> $2),
    "cast" = (select count(*) from "Ballot" b
      where (b."unitId", b."waveId", b.stratum) = (g."unitId", g."waveId", g.stratum))
  where g."waveId" = $1`

const countReminders = `
  update "Mailing" m set counts = coalesce((select jsonb_object_agg(state, n) from (
      select state, count(*) as n from "Message" where "mailingId" = m.id group by state) by_state), '{}')
  where "waveId" = $1 and kind = 'reminder'`

/** A reminder went to somebody who had not answered, and one that was not sent any more may say that they had. */
const forgetReminders = `
  delete from "Message" g using "Mailing" m
  where g."waveId" = $1 and m.id = g."mailingId" and m.kind = 'reminder'`

/** The same facts as in the leaf of the ballot (lib/flows/cast-ballot.ts). */
const makeResponses = `
  insert into "Response" ("unitId", "waveId", receipt, "formId", day, mode, entry, language, stratum, weight, answers, coded)
  select b."unitId", b."waveId", b.receipt, b."formId", (w."opensAt" at time zone 'Asia/Ho_Chi_Minh')::date, 'self',
    'ballot', b.language, b.stratum, g.weight, b.answers, b.coded
  from "Ballot" b
    join "BallotGroup" g on (g."unitId", g."waveId", g.stratum) = (b."unitId", b."waveId", b.stratum)
    join "Wave" w on w.id = b."waveId"
  where b."waveId" = $1
  order by random()`

/** Waves whose box is due: closed and not opened. */
export async function listDueBoxes(now: Date): Promise<string[]> {
  const { rows } = await database().pool.query<{ id: string }>(
    `select id from "Wave" where secrecy = 'ballot' and "boxOpenedAt" is null and "closesAt" <= $1
       and "cancelledAt" is null order by "closesAt"`,
    [now],
  )
  return rows.map(({ id }) => id)
}

/** Cancelled waves whose box has not been emptied. */
export async function listCancelledBoxes(now: Date): Promise<string[]> {
  const { rows } = await database().pool.query<{ id: string }>(
    `select id from "Wave" w where "boxOpenedAt" is null and "cancelledAt" <= $1
       and exists (select from "BallotGroup" g where g."waveId" = w.id and g."privateKey" is not null) order by id`,
    [now],
  )
  return rows.map(({ id }) => id)
}

/** Waves whose box was opened or emptied while the files of the database may still tell how it filled. */
export async function listUnclearedBoxes(): Promise<string[]> {
  const { rows } = await database().pool.query<{ id: string }>(
    `select id from "Wave" w where "boxClearedAt" is null and ("boxOpenedAt" is not null or "cancelledAt" is not null
       and exists (select from "BallotGroup" g where g."waveId" = w.id)
       and not exists (select from "BallotGroup" g where g."waveId" = w.id and g."privateKey" is not null))
     order by id`,
  )
  return rows.map(({ id }) => id)
}

/** Marks these boxes as cleared; returns those that were not before. */
export async function markBoxesCleared(waveIds: string[], now: Date): Promise<string[]> {
  const { rows } = await database().pool.query<{ id: string }>(
    'update "Wave" set "boxClearedAt" = $2 where id = any($1) and "boxClearedAt" is null returning id',
    [waveIds, now],
  )
  return rows.map(({ id }) => id)
}
