// 200 delegates of 9 units answer through the real server, each casting at once after signing (the worst case: the delay that
// mixes them is skipped), while vacuum and analyze come by and some clients misbehave. Then somebody gets everything: all tables
// with their hidden columns, sequences, jobs, statistics, both logs, and once the box is open every byte of the database's
// files. Nothing may tell who came when, nor lead from an answer to an invitation, better than chance does. And when a link is
// put back on purpose, into the rows or into the product's own lines, each is found.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectDatabase, database, disconnectDatabase } from '#lib/db/client'
import { settle } from '#lib/env'
import { openBox } from '#lib/flows/open-box'
import { jobStore } from '#lib/jobs/job-store'
import { attackOn, type Key, marks, rowsOf, tables, text, truly } from '../support/attack-on-ballots'
import { type Bytes, findTraces, readDatabaseFiles, readStatistics } from '../support/byte-traces'
import { readEverything, readSequences, type SeenRow } from '../support/linking-attack'
import { makeActor } from '../support/make'
import { settleKeys } from '../support/make-ballot-wave'
import { type BrokenLine, type FrontDoorProcess, startFrontDoor } from '../support/start-front-door'
import { openToVoters, voteInSecret } from '../support/vote-in-secret'

settleKeys()
settle({ AUTH_SECRET: 'a secret for tests that is long enough' })

const peopleOf = [23, 23, 22, 22, 22, 22, 22, 22, 22]
const quiet = { NO_SAMPLE_DATA: '1', LOG_LEVEL: 'debug' }

let server: FrontDoorProcess
let jobs: ReturnType<typeof jobStore>
beforeAll(async () => {
  server = await startFrontDoor(quiet)
  await disconnectDatabase()
  connectDatabase(server.databaseUrl, 5)
  jobs = jobStore()
  await jobs.start()
}, 120_000)
afterAll(async () => {
  await jobs.stop({ graceful: false })
  await server.stop()
})

const saidByDatabase = () => readFileSync(join(server.folder, 'database', 'postgres.log'), 'utf8')

/** What both logs say, and what the server of the database knows about itself. */
async function readLogs(door = server): Promise<Bytes> {
  const logs: Bytes = new Map([
    ['log', text(door.printed())],
    ['postgres.log', text(saidByDatabase())],
  ])
  return new Map([...logs, ...(await readStatistics())])
}

describe('whoever has the database, the jobs and the logs', () => {
  it('links no answer to its invitation while the box is closed; and finds every link that is put back', async () => {
    const { voters } = await openToVoters(peopleOf)
    const sequencesBefore = await readSequences()
    const saidBefore = saidByDatabase().length
    const truths = await voteInSecret(voters, server.port)
    const { findLinks, findSharedValues, inBytes, nameLinks, nameTraces } = attackOn(truths)
    const { pool } = database()
    const sealed = await readEverything()
    const logs = await readLogs()
    expect(sealed.get('public."Ballot"')).toHaveLength(200)
    expect([...sealed.keys()].some((name) => name.startsWith('pgboss.'))).toBe(true)

    // — clean: orders, values, sequences, statistics, logs —
    const [invitations, ballots, drafts] = [tables.invitation, tables.ballot, tables.draft].map((one) =>
      rowsOf(sealed, one),
    )
    expect(findLinks(invitations!, ballots!), 'invitations and ballots').toEqual([])
    expect(findLinks(invitations!, drafts!), 'invitations and drafts').toEqual([])
    expect(findLinks(drafts!, ballots!), 'drafts and ballots').toEqual([])
    expect(findLinks(invitations!, truly), 'invitations').toEqual([])
    expect(findLinks(ballots!, truly), 'ballots').toEqual([])
    expect(findSharedValues(sealed)).toEqual([])
    expect(await readSequences()).toBe(sequencesBefore)
    expect(nameTraces(logs, marks.ballot), 'logs and statistics').toEqual([])
    const ofInvitations = nameTraces(logs, marks.invitation)
    expect(ofInvitations.filter((name) => !name.startsWith('pg_stats '))).toEqual([])
    expect(findLinks(inBytes(logs, marks.invitation), truly), 'statistics of invitations').toEqual([])
    const lines = server.printed().split('\n')
    expect(lines.filter((line) => line && !line.startsWith('{"port"'))).toEqual([])
    expect(saidByDatabase().slice(saidBefore)).toBe('')

    // — while the box is closed, the files themselves do tell: the attack on them has teeth, and the README says so —
    await pool.query('checkpoint')
    const files = await readDatabaseFiles(server.folder)
    expect(findLinks(inBytes(files, marks.ballot), truly)).not.toEqual([])
    expect(findLinks(inBytes(files, marks.use), truly)).not.toEqual([])

    // — links put back on purpose: first into what stands on the disk —
    const inOrder = async (sql: string, key: Key) => {
      for (const truth of truths) await pool.query(sql, [truth[key]])
    }
    const attack = async (one: 'invitation' | 'draft') => {
      const everything = await readEverything()
      return nameLinks(rowsOf(everything, tables[one]), rowsOf(everything, tables.ballot))
    }

    // signing that writes only the invitation it is about: alone it is no link, for ballots have no order yet
    await inOrder('update "Invitation" set version = version where id = $1::uuid', 'invitation')
    expect(await attack('invitation')).toEqual([])
    // casting that only adds its row: now both have an order
    await inOrder('update "Ballot" set language = language where receipt = $1::uuid', 'receipt')
    expect(await attack('invitation')).toContain('~xmin × ~xmin')
    // drafts tell by their transaction what the ballots do not
    expect(await attack('draft')).toContain('~xmin × ~xmin')

    // a time, a number from a sequence, a day: further columns
    await pool.query('alter table "Invitation" add "signedAt" text, add number int, add day int')
    await pool.query('alter table "Ballot" add "castAt" text, add number int, add day int, add note text')
    for (const { at, invitation: id, receipt } of truths) {
      const time = new Date(Date.UTC(2026, 0, 1, 8, at)).toISOString()
      const day = Math.floor(at / 25)
      await pool.query('update "Invitation" set "signedAt" = $2, number = $3, day = $4 where id = $1::uuid', [
        id,
        time,
        at,
        day,
      ])
      await pool.query('update "Ballot" set "castAt" = $2, number = $3, day = $4 where receipt = $1::uuid', [
        receipt,
        time,
        at,
        day,
      ])
    }
    const found = await attack('invitation')
    for (const link of ['signedAt × castAt', 'number × number', 'day × day']) expect(found).toContain(link)

    // a value that stands on both sides
    const [first] = truths
    await pool.query('update "Ballot" set note = $2 where receipt = $1::uuid', [
      first!.receipt,
      first!.invitation,
    ])
    expect(findSharedValues(await readEverything())).toContain(first!.invitation)

    // the length of a draft that is not padded
    await pool.query(
      `update "SealedDraft" d set bytes = convert_to(b.answers::text, 'utf8') from (select unnest($1::text[]) as id, unnest($2::uuid[]) as receipt) t
       join "Ballot" b on b.receipt = t.receipt where d.id = t.id`,
      [truths.map(({ draft: id }) => id), truths.map(({ receipt }) => receipt)],
    )
    expect(await attack('draft')).toContain('~length × ~length')
    await pool.query('alter table "Invitation" drop "signedAt", drop number, drop day')
    await pool.query('alter table "Ballot" drop "castAt", drop number, drop day, drop note')
  }, 600_000)

  it('cannot go on from the opened box either: not from answers, not from the log, not from who has answered, not from any file', async () => {
    const { waveId, voters } = await openToVoters(peopleOf)
    const truths = await voteInSecret(voters, server.port)
    const { findLinks, findSharedValues, inBytes, nameLinks } = attackOn(truths)
    const { prisma, pool } = database()
    const { privateKey } = await prisma.ballotGroup.findFirstOrThrow({ where: { waveId } })
    await prisma.wave.update({ where: { id: waveId }, data: { closesAt: new Date() } })
    await openBox(makeActor({ role: 'district' }), { wave: waveId })
    const opened = await readEverything()
    const [invitations, drafts] = [tables.invitation, tables.draft].map((one) => rowsOf(opened, one))
    expect(findLinks(invitations!, truly), 'invitations').toEqual([])
    for (const other of ['response', 'leaf'] as const) {
      const side = rowsOf(opened, tables[other])
      expect(findLinks(invitations!, side), other).toEqual([])
      expect(findLinks(drafts!, side), `drafts and ${other}`).toEqual([])
      expect(findLinks(side, truly), `order of ${other}`).toEqual([])
    }
    expect(findSharedValues(opened)).toEqual([])
    const unused = [...opened.get('public."Invitation"')!].filter(
      (row) => !truths.some(({ invitation: id }) => row.get('id') === id),
    )
    expect(unused.length).toBeGreaterThan(10)
    const facts = (row: SeenRow) =>
      [
        row.get('unitId'),
        row.get('blindedHash'),
        row.get('~xmin'),
        row.get('version'),
        row.get('~length'),
      ].join()
    const looks = new Set(opened.get('public."Invitation"')!.map(facts))
    expect(looks.size, 'used and unused look alike in every unit').toBe(peopleOf.length)

    // — every byte of the files: what was used is nowhere any more, and places tell no order —
    const files = new Map([...(await readDatabaseFiles(server.folder)), ...(await readLogs())])
    const gone = findTraces(files, [
      ...truths.map(({ blindedHash, tokenHash, token }) => [blindedHash, tokenHash, token].map(text)),
      [Buffer.from(privateKey!)],
    ])
    expect(gone.flatMap((row) => [...row.keys()])).toEqual([])
    const [left, right] = [inBytes(files, marks.invitation), inBytes(files, marks.ballot)]
    expect(left(truths[0]!)!.size).toBeGreaterThan(2)
    expect(right(truths[0]!)!.size).toBeGreaterThan(2)
    expect(findLinks(left, right), 'files: invitations and answers').toEqual([])
    expect(findLinks(left, truly), 'files: invitations').toEqual([])
    expect(findLinks(right, truly), 'files: answers').toEqual([])

    // put back: leaves that enter the log as they come, beside invitations that are written one by one
    for (const { invitation: id } of truths)
      await pool.query('update "Invitation" set version = version where id = $1::uuid', [id])
    await pool.query('alter table "LedgerLeaf" disable trigger user')
    await pool.query('update "LedgerLeaf" set "index" = "index" + 100000 where "waveId" = $1', [waveId])
    for (const [at, { leaf: hash }] of truths.entries())
      await pool.query('update "LedgerLeaf" set "index" = $2 where hash = $1', [hash, at + 1])
    await pool.query('alter table "LedgerLeaf" enable trigger user')
    const put = await readEverything()
    expect(nameLinks(rowsOf(put, tables.invitation), rowsOf(put, tables.leaf))).toContain('~xmin × index')
  }, 600_000)
})

describe('a product that is broken', () => {
  const few = [20, 20, 20, 20]
  const inGroup = 'where "unitId" = $1 and "waveId" = $2 and stratum = $3'
  /** Some vote through a server of whose product some lines are broken. */
  async function voteThrough(broken: BrokenLine[]) {
    const door = await startFrontDoor({ ...quiet, DATABASE_URL: server.databaseUrl }, broken)
    try {
      const { voters } = await openToVoters(few)
      return { door, truths: await voteInSecret(voters, door.port) }
    } finally {
      await door.stop()
    }
  }

  it('is found out: a row for itself, an hour in a column, a line in a log', async () => {
    const { door, truths } = await voteThrough([
      { file: 'lib/db/insert-ballot.ts', line: `${inGroup} returning`, by: `${inGroup} and false returning` },
      { file: 'lib/db/insert-ballot.ts', line: '$7, $8::jsonb', by: '$7 || clock_timestamp(), $8::jsonb' },
      { file: 'lib/db/mark-signed.ts', line: inGroup, by: `${inGroup} and id = $4::uuid` },
      {
        file: 'lib/flows/sign-ballot.ts',
        line: 'await requireLoggedKeys(wave)',
        by: 'console.log(invitation.id); await requireLoggedKeys(wave)',
      },
      {
        file: 'lib/flows/cast-ballot.ts',
        line: 'await insertBallot(ballot)',
        by: '(console.log("taken", ballot.receipt), await insertBallot(ballot))',
      },
    ])
    const { inBytes, nameLinks } = attackOn(truths)
    const sealed = await readEverything()
    const logs = await readLogs(door)
    expect(nameLinks(rowsOf(sealed, tables.invitation), rowsOf(sealed, tables.ballot))).toEqual(
      expect.arrayContaining(['~xmin × ~xmin', '~xmin × language']),
    )
    expect(nameLinks(inBytes(logs, marks.invitation), inBytes(logs, marks.ballot))).toContain(
      'log first × log first',
    )
  }, 300_000)

  it('is found out: rows that are not shuffled, a database that logs its statements or keeps statistics', async () => {
    const { pool } = database()
    const role = new URL(server.databaseUrl).username
    const settings = {
      log_statement: 'all',
      log_error_verbosity: 'default',
      log_parameter_max_length: '-1',
      // rows are read as they lie: by an index they would come in the order of random hashes, which happens to hide the fault
      enable_indexscan: 'off',
      enable_bitmapscan: 'off',
    }
    for (const [name, value] of Object.entries(settings))
      await pool.query(`alter role ${role} set ${name} = '${value}'`)
    await pool.query('alter table "Ballot" alter column receipt set statistics 100')
    const { door, truths } = await voteThrough([
      { file: 'lib/db/insert-ballot.ts', line: 'order by random()', by: '' },
    ])
    const { inBytes, nameLinks } = attackOn(truths)
    for (const name of Object.keys(settings)) await pool.query(`alter role ${role} reset ${name}`)
    const ballots = rowsOf(await readEverything(), tables.ballot)
    const logs = await readLogs(door)
    expect(nameLinks(ballots, truly)).toContain('~ctid × who came when')
    const [ofInvitations, ofBallots] = [inBytes(logs, marks.invitation), inBytes(logs, marks.ballot)]
    expect(nameLinks(ofInvitations, ofBallots)).toContain('postgres.log last × postgres.log last')
    expect(nameLinks(ofBallots, truly)).toContain('pg_stats times × who came when')
  }, 300_000)
})
