// Who has entered a prize draw. The surprise: with every entry up to 500 rows are taken out and put in again in random order,
// in one transaction, as ballots are: answers carry their transaction number, and the entry that follows an answer would
// otherwise be told by its own. Nothing is left to a unique key: its complaint would stand, with the hour, in the database's log.
import type { PoolClient } from 'pg'
import type { Actor } from '#lib/access'
import { makeEntryNumber } from '#lib/contests/entry-number'
import { type AuditEntry, auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import { translateError } from '#lib/db/translate-error'
import type { Head } from '#lib/ledger/head'

/** Among how many rows the newest is hidden; a contest with fewer entries hides it among all of them. */
const rewritten = 500

export type NewEntry = {
  waveId: string
  ticketKey: string
  phoneKey: string
  consent: string
  /** The sealed field is bound to the number, which is found here. */
  seal: (number: number) => Uint8Array
}

/** The number: of now, or of before when the same ticket and telephone number come again. drawn: too late. */
export type Entering = { number: number } | 'ticket-used' | 'phone-used' | 'drawn'

export function insertEntry(entry: NewEntry): Promise<Entering> {
  return inContest(entry.waveId, async (client) => {
    const known = await knownEntry(client, entry)
    if (known) return known
    if (await isDrawn(client, entry.waveId)) return 'drawn'
    const number = await freeNumber(client, entry.waveId)
    const { waveId, ticketKey, phoneKey, consent, seal } = entry
    await client.query(shuffleIn, [waveId, number, ticketKey, phoneKey, Buffer.from(seal(number)), consent])
    return { number }
  })
}

async function knownEntry(
  client: PoolClient,
  { waveId, ticketKey, phoneKey }: NewEntry,
): Promise<Entering | null> {
  const { rows } = await client.query<{ number: number; isTicket: boolean; isPhone: boolean }>(
    `select number, "ticketKey" = $2 as "isTicket", "phoneKey" = $3 as "isPhone" from "ContestEntry"
     where "waveId" = $1 and ("ticketKey" = $2 or "phoneKey" = $3)`,
    [waveId, ticketKey, phoneKey],
  )
  const same = rows.find(({ isTicket, isPhone }) => isTicket && isPhone)
  if (same) return { number: same.number }
  if (rows.length === 0) return null
  return rows.some(({ isTicket }) => isTicket) ? 'ticket-used' : 'phone-used'
}

async function freeNumber(client: PoolClient, waveId: string): Promise<number> {
  for (;;) {
    const number = makeEntryNumber()
    const { rowCount } = await client.query(
      'select from "ContestEntry" where "waveId" = $1 and number = $2',
      [waveId, number],
    )
    if (!rowCount) return number
  }
}

const columns = '"waveId", number, "ticketKey", "phoneKey", sealed, consent'
const shuffleIn = `
  with chosen as (
    select number from "ContestEntry" where "waveId" = $1 order by random() limit ${rewritten - 1}
  ), taken as (
    delete from "ContestEntry" where "waveId" = $1 and number in (select number from chosen) returning ${columns}
  )
  insert into "ContestEntry" (${columns})
  select ${columns} from (
    select ${columns} from taken
    union all
    select $1, $2::int, $3, $4, $5::bytea, $6
  ) as list (${columns})
  order by random()`

async function isDrawn(client: PoolClient, waveId: string): Promise<boolean> {
  const { rowCount } = await client.query('select from "ContestDraw" where "waveId" = $1', [waveId])
  return Boolean(rowCount)
}

export async function countEntries(waveId: string): Promise<number> {
  return database().prisma.contestEntry.count({ where: { waveId } })
}

export type SealedEntry = { number: number; sealed: Uint8Array; phoneKey: string }

/** The entries with these numbers, by number. Erased ones are missing. */
export function listEntries(waveId: string, numbers: number[]): Promise<SealedEntry[]> {
  return database().prisma.contestEntry.findMany({
    where: { waveId, number: { in: numbers } },
    select: { number: true, sealed: true, phoneKey: true },
    orderBy: { number: 'asc' },
  })
}

/** Takes a person out for good; a draw that has been made keeps the number. False when there is none. */
export async function deleteEntry(
  actor: Pick<Actor, 'userId'> | null,
  waveId: string,
  number: number,
  entry: AuditEntry | null,
): Promise<boolean> {
  const { prisma } = database()
  return prisma.$transaction(async (transaction) => {
    const { count } = await transaction.contestEntry.deleteMany({ where: { waveId, number } })
    if (count > 0 && entry) await transaction.auditEvent.create({ data: auditRow(actor, entry) })
    return count > 0
  })
}

/** Takes all people of a contest out for good. Returns how many there were. */
export async function deleteEntries(waveId: string, entry: (people: number) => AuditEntry): Promise<number> {
  const { prisma } = database()
  return prisma.$transaction(async (transaction) => {
    const { count } = await transaction.contestEntry.deleteMany({ where: { waveId } })
    if (count > 0) await transaction.auditEvent.create({ data: auditRow(null, entry(count)) })
    return count
  })
}

export type NewDraw = { waveId: string; secret: string; head: Head; seedOf: (numbers: number[]) => string }

/** Makes the one draw of a contest, of all who are in it at this moment. */
export function insertDraw(
  actor: Actor,
  { waveId, secret, head, seedOf }: NewDraw,
  entry: (numbers: number[]) => AuditEntry,
): Promise<'drawn' | 'drawn-before' | 'nobody'> {
  return inContest(waveId, async (client) => {
    if (await isDrawn(client, waveId)) return 'drawn-before'
    const { rows } = await client.query<{ number: number }>(
      'select number from "ContestEntry" where "waveId" = $1 order by number',
      [waveId],
    )
    const numbers = rows.map(({ number }) => number)
    if (numbers.length === 0) return 'nobody'
    await client.query(
      `insert into "ContestDraw" ("waveId", numbers, secret, head, seed, "drawnAt", "drawnBy", "drawnByName")
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [waveId, numbers, secret, JSON.stringify(head), seedOf(numbers), new Date(), actor.userId, actor.name],
    )
    const { action, subject, unitId, details } = auditRow(actor, entry(numbers))
    await client.query(
      `insert into "AuditEvent" ("actorId", action, "unitId", subject, details) values ($1, $2, $3, $4, $5)`,
      [actor.userId, action, unitId, subject, JSON.stringify(details)],
    )
    return 'drawn'
  })
}

/** Passes a winner over. Throws alreadyExists when that was done before. */
export async function insertPass(
  actor: Actor,
  pass: { waveId: string; number: number; reason: string },
  entry: AuditEntry,
): Promise<void> {
  const { prisma } = database()
  const data = { ...pass, at: new Date(), by: actor.userId, byName: actor.name }
  await prisma
    .$transaction([
      prisma.contestPass.create({ data }),
      prisma.auditEvent.create({ data: auditRow(actor, entry) }),
    ])
    .catch(translateError({ what: 'số dự thưởng', id: String(pass.number) }))
}

/** One thing after the other in a contest: the list is rewritten with every entry, and drawn from once. */
async function inContest<Result>(
  waveId: string,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const connecting = database().pool.connect()
  const client = await connecting.catch(translateError({ what: 'cuộc thi', id: waveId }))
  try {
    await client.query('begin')
    await client.query('select from "Contest" where "waveId" = $1 for update', [waveId])
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    return translateError({ what: 'cuộc thi', id: waveId })(error)
  }
}
