// 200 delegates of 9 units answer through the real server, each casting at once after signing (the worst case: the delay that
// mixes them is skipped), while vacuum and analyze come by and some clients misbehave. Then somebody gets everything: all tables
// with their hidden columns, sequences, jobs, statistics, both logs, and once the box is open every byte of the database's
// files. Nothing may tell who came when, nor lead from an answer to an invitation, better than chance does. And when a link is
// put back on purpose, into the rows or into the product's own lines, each is found.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ballotClient } from '#lib/ballots/ballot-client'
import { hashInvitationCode } from '#lib/ballots/derive-invitation-code'
import { connectDatabase, database, disconnectDatabase } from '#lib/db/client'
import { env, settle } from '#lib/env'
import { openBox } from '#lib/flows/open-box'
import { jobStore } from '#lib/jobs/job-store'
import { type Bytes, findTraces, readDatabaseFiles, readStatistics, uuidMarks } from '../support/byte-traces'
import {
  compareOrders,
  type Finding,
  type Pairs,
  readEverything,
  readSequences,
  type SeenRow,
  sharedValues,
} from '../support/linking-attack'
import { makeActor, makeDefinition, makeUnit } from '../support/make'
import { makeBallotWave, prepareBallot, settleKeys } from '../support/make-ballot-wave'
import { type FrontDoorProcess, startFrontDoor } from '../support/start-front-door'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'

settleKeys()
settle({ AUTH_SECRET: 'a secret for tests that is long enough' })

const peopleOf = [23, 23, 22, 22, 22, 22, 22, 22, 22]
/** Some 5,000 numbers are compared; chance alone passes this once in a thousand runs. */
const farBeyondChance = 5.2

/** What is true about one delegate, which only the test knows. */
type Truth = {
  /** Who came when. */
  at: number
  unit: string
  invitation: string
  code: string
  codeHash: string
  blindedHash: string
  receipt: string
  token: string
  tokenHash: string
  draft: string
  leaf: string
}

let server: FrontDoorProcess
let truths: Truth[] = []
let waveId = ''
let sequencesBefore = ''
let saidBefore = 0

const quiet = { NO_SAMPLE_DATA: '1', LOG_LEVEL: 'debug' }
beforeAll(async () => {
  server = await startFrontDoor(quiet)
  await disconnectDatabase()
  connectDatabase(server.databaseUrl, 5)
}, 120_000)
afterAll(() => server.stop())

/** Everybody votes: who comes when is by lot, and each is done before the next begins. */
async function vote(people = peopleOf, door = server) {
  const form = await makeDefinition({
    body: { title: { vi: 'P', en: 'F' }, form: kitchenSinkForm } as never,
  })
  const units: string[] = []
  for (const _ of people) units.push((await makeUnit()).id)
  const { wave, groups } = await makeBallotWave({ formId: form.id, units, people: Math.max(...people) + 2 })
  waveId = wave.id
  await jobStore().start()
  sequencesBefore = await readSequences()
  saidBefore = saidByDatabase().length
  const client = ballotClient(fetch, `http://127.0.0.1:${door.port}`)
  const codes = groups.flatMap(({ unit, codes: all }) =>
    shuffled(all)
      .slice(0, people[units.indexOf(unit)])
      .map((code) => ({ unit, code })),
  )
  truths = []
  for (const { unit, code } of shuffled(codes)) {
    const at = truths.length
    if (at === Math.floor(codes.length / 2)) await database().pool.query('vacuum (analyze)')
    const answers = {
      used: 0,
      channels: ['loa'],
      code: `AB${at % 9}`,
      areas: ['x', 'y'],
      place: { village: 'Bình'.repeat(1 + (at % 5)) },
    }
    const ballot = await prepareBallot(client, code, answers)
    const draft = randomBytes(32).toString('base64url')
    await client.putDraft(draft, randomBytes(4096 + 28))
    const { leaf } = await client.cast(ballot)
    if (at % 10 === 0) {
      await expect(prepareBallot(client, code, answers)).rejects.toMatchObject({ status: 409 })
      await expect(client.cast({ ...ballot, answers: { ...answers, code: 'ZZ9' } })).rejects.toThrow()
      await expect(client.cast({ ...ballot, token: 'A'.repeat(43) })).rejects.toThrow()
    }
    const { receipt, token } = ballot
    truths.push({ at, unit, code, draft, leaf, receipt, token, ...nothingYet })
  }
  await lookUp()
}

const nothingYet = { invitation: '', codeHash: '', blindedHash: '', tokenHash: '' }
async function lookUp() {
  const { prisma } = database()
  for (const truth of truths) {
    const codeHash = hashInvitationCode(env().INVITATION_KEY!, truth.code)
    const { id, blindedHash } = await prisma.invitation.findUniqueOrThrow({ where: { codeHash } })
    const { tokenHash } = await prisma.ballot.findFirstOrThrow({ where: { receipt: truth.receipt } })
    Object.assign(truth, { codeHash, invitation: id, blindedHash, tokenHash })
  }
}

function shuffled<Item>(items: Item[]): Item[] {
  return items
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

type Key = 'invitation' | 'receipt' | 'draft' | 'leaf'
/** Rows of a table, or what was found in bytes, by whom they are of. */
type Side = (truth: Truth) => SeenRow | undefined

/** The rows of a table, by a column that says whose they are. */
function rowsOf(tables: Map<string, SeenRow[]>, [table, column, key]: [string, string, Key]): Side {
  const rows = new Map((tables.get(`public.${table}`) ?? []).map((row) => [row.get(column), row]))
  return (truth) => rows.get(truth[key])
}

const inBytes = (files: Bytes, marks: (truth: Truth) => Buffer[]): Side => {
  const traces = findTraces(files, truths.map(marks))
  return ({ at }) => traces[at]
}

const truly: Side = ({ at }) => new Map([['who came when', String(at)]])

/** Both sides, paired as they truly belong together, by unit. */
function pairs(left: Side, right: Side): Pairs {
  const units = [...new Set(truths.map(({ unit }) => unit))]
  return units.map((unit) =>
    truths
      .filter((truth) => truth.unit === unit)
      .flatMap((truth) => {
        const [one, other] = [left(truth), right(truth)]
        return one && other ? [{ left: one, right: other }] : []
      }),
  )
}

const invitation: [string, string, Key] = ['"Invitation"', 'id', 'invitation']
const ballot: [string, string, Key] = ['"Ballot"', 'receipt', 'receipt']
const draft: [string, string, Key] = ['"SealedDraft"', 'id', 'draft']
const response: [string, string, Key] = ['"Response"', 'receipt', 'receipt']
const leaf: [string, string, Key] = ['"LedgerLeaf"', 'hash', 'leaf']

const text = (word: string) => Buffer.from(word)
const marksOfInvitation = ({ invitation: id, codeHash, blindedHash, code }: Truth) => [
  ...uuidMarks(id),
  ...[codeHash, blindedHash, code].map(text),
]
/** What stands beside an invitation since it was used: the write-ahead log has it at its hour. */
const marksOfUse = ({ blindedHash }: Truth) => [text(blindedHash)]
const marksOfBallot = ({ receipt, leaf: hash, tokenHash, token }: Truth) => [
  ...uuidMarks(receipt),
  ...[hash, tokenHash, token].map(text),
]

const saidByDatabase = () => readFileSync(join(server.folder, 'database', 'postgres.log'), 'utf8')

/** What both logs say, and what the server of the database knows about itself. */
async function readLogs(door = server): Promise<Bytes> {
  const logs: Bytes = new Map([
    ['log', text(door.printed())],
    ['postgres.log', text(saidByDatabase())],
  ])
  return new Map([...logs, ...(await readStatistics())])
}

const worst = (findings: Finding[]) => findings.filter(({ z }) => Math.abs(z) > farBeyondChance)
const namesOf = (findings: Finding[]) => worst(findings).map(({ left, right }) => `${left} × ${right}`)
const compare = (left: Side, right: Side) => {
  const found = pairs(left, right)
  expect(found.flat()).toHaveLength(truths.length)
  return compareOrders(found)
}

/** All comparisons that must find nothing. */
function expectNoLink(name: string, left: Side, right: Side) {
  expect(worst(compare(left, right)), name).toEqual([])
}

const sharedMarks = () =>
  [
    truths.map(({ invitation: id, codeHash }) => [id, codeHash]),
    truths.map(({ receipt, leaf: hash }) => [receipt, hash]),
  ] as const

describe('whoever has the database, the jobs and the logs', () => {
  it('links no answer to its invitation while the box is closed; and finds every link that is put back', async () => {
    await vote()
    const { pool } = database()
    const sealed = await readEverything()
    const logs = await readLogs()
    expect(sealed.get('public."Ballot"')).toHaveLength(200)
    expect([...sealed.keys()].some((name) => name.startsWith('pgboss.'))).toBe(true)

    // — clean: orders, values, sequences, statistics, logs —
    const [invitations, ballots, drafts] = [invitation, ballot, draft].map((one) => rowsOf(sealed, one))
    expectNoLink('invitations and ballots', invitations!, ballots!)
    expectNoLink('invitations and drafts', invitations!, drafts!)
    expectNoLink('drafts and ballots', drafts!, ballots!)
    expectNoLink('invitations', invitations!, truly)
    expectNoLink('ballots', ballots!, truly)
    expect(sharedValues(sealed, ...sharedMarks())).toEqual([])
    expect(await readSequences()).toBe(sequencesBefore)
    const mentioned = (marks: (truth: Truth) => Buffer[]) =>
      findTraces(logs, truths.map(marks)).flatMap((row) => [...row.keys()])
    expect(mentioned(marksOfBallot), 'logs and statistics').toEqual([])
    expect(mentioned(marksOfInvitation).filter((name) => !name.startsWith('pg_stats '))).toEqual([])
    expectNoLink('statistics of invitations', inBytes(logs, marksOfInvitation), truly)
    const lines = server.printed().split('\n')
    expect(lines.filter((line) => line && !line.startsWith('{"port"'))).toEqual([])
    expect(saidByDatabase().slice(saidBefore)).toBe('')

    // — while the box is closed, the files themselves do tell: the attack on them has teeth, and the README says so —
    await pool.query('checkpoint')
    const files = await readDatabaseFiles(server.folder)
    expect(namesOf(compare(inBytes(files, marksOfBallot), truly)).length).toBeGreaterThan(0)
    expect(namesOf(compare(inBytes(files, marksOfUse), truly)).length).toBeGreaterThan(0)

    // — links put back on purpose: first into what stands on the disk —
    const inOrder = async (sql: string, key: Key) => {
      for (const truth of truths) await pool.query(sql, [truth[key]])
    }
    const attack = async (one = invitation, other = ballot) => {
      const everything = await readEverything()
      return namesOf(compare(rowsOf(everything, one), rowsOf(everything, other)))
    }

    // signing that writes only the invitation it is about: alone it is no link, for ballots have no order yet
    await inOrder('update "Invitation" set version = version where id = $1::uuid', 'invitation')
    expect(await attack()).toEqual([])
    // casting that only adds its row: now both have an order
    await inOrder('update "Ballot" set language = language where receipt = $1::uuid', 'receipt')
    expect(await attack()).toContain('~xmin × ~xmin')
    // drafts tell by their transaction what the ballots do not
    expect(await attack(draft, ballot)).toContain('~xmin × ~xmin')

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
    const found = await attack()
    for (const link of ['signedAt × castAt', 'number × number', 'day × day']) expect(found).toContain(link)

    // a value that stands on both sides
    const [first] = truths
    await pool.query('update "Ballot" set note = $2 where receipt = $1::uuid', [
      first!.receipt,
      first!.invitation,
    ])
    expect(sharedValues(await readEverything(), ...sharedMarks())).toContain(first!.invitation)

    // the length of a draft that is not padded
    await pool.query(
      `update "SealedDraft" d set bytes = convert_to(b.answers::text, 'utf8') from (select unnest($1::text[]) as id, unnest($2::uuid[]) as receipt) t
       join "Ballot" b on b.receipt = t.receipt where d.id = t.id`,
      [truths.map(({ draft: id }) => id), truths.map(({ receipt }) => receipt)],
    )
    expect(await attack(draft, ballot)).toContain('~length × ~length')
    await pool.query('alter table "Invitation" drop "signedAt", drop number, drop day')
    await pool.query('alter table "Ballot" drop "castAt", drop number, drop day, drop note')
  }, 600_000)

  it('cannot go on from the opened box either: not from answers, not from the log, not from who has answered, not from any file', async () => {
    await vote()
    const { prisma, pool } = database()
    const { privateKey } = await prisma.ballotGroup.findFirstOrThrow({ where: { waveId } })
    await prisma.wave.update({ where: { id: waveId }, data: { closesAt: new Date() } })
    await openBox(makeActor({ role: 'district' }), { wave: waveId })
    const opened = await readEverything()
    const [invitations, drafts] = [invitation, draft].map((one) => rowsOf(opened, one))
    expectNoLink('invitations', invitations!, truly)
    for (const other of [response, leaf]) {
      const side = rowsOf(opened, other)
      expectNoLink(other[0], invitations!, side)
      expectNoLink(`drafts and ${other[0]}`, drafts!, side)
      expectNoLink(`order of ${other[0]}`, side, truly)
    }
    expect(sharedValues(opened, ...sharedMarks())).toEqual([])
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
    const [left, right] = [inBytes(files, marksOfInvitation), inBytes(files, marksOfBallot)]
    expect(left(truths[0]!)!.size).toBeGreaterThan(2)
    expect(right(truths[0]!)!.size).toBeGreaterThan(2)
    expectNoLink('files: invitations and answers', left, right)
    expectNoLink('files: invitations', left, truly)
    expectNoLink('files: answers', right, truly)

    // put back: leaves that enter the log as they come, beside invitations that are written one by one
    for (const { invitation: id } of truths)
      await pool.query('update "Invitation" set version = version where id = $1::uuid', [id])
    await pool.query('alter table "LedgerLeaf" disable trigger user')
    await pool.query('update "LedgerLeaf" set "index" = "index" + 100000 where "waveId" = $1', [waveId])
    for (const [at, { leaf: hash }] of truths.entries())
      await pool.query('update "LedgerLeaf" set "index" = $2 where hash = $1', [hash, at + 1])
    await pool.query('alter table "LedgerLeaf" enable trigger user')
    const put = await readEverything()
    expect(namesOf(compare(rowsOf(put, invitation), rowsOf(put, leaf)))).toContain('~xmin × index')
  }, 600_000)
})

describe('a product that is broken', () => {
  const few = [20, 20, 20, 20]
  const inGroup = 'where "unitId" = $1 and "waveId" = $2 and stratum = $3'
  const broken = async (lines: Parameters<typeof startFrontDoor>[1]) =>
    startFrontDoor({ ...quiet, DATABASE_URL: server.databaseUrl }, lines)

  it('is found out: a row for itself, an hour in a column, a line in a log', async () => {
    const door = await broken([
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
    await vote(few, door).finally(door.stop)
    const sealed = await readEverything()
    const logs = await readLogs(door)
    const [invitations, ballots] = [invitation, ballot].map((one) => rowsOf(sealed, one))
    expect(namesOf(compare(invitations!, ballots!))).toEqual(
      expect.arrayContaining(['~xmin × ~xmin', '~xmin × language']),
    )
    expect(namesOf(compare(inBytes(logs, marksOfInvitation), inBytes(logs, marksOfBallot)))).toContain(
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
    const door = await broken([{ file: 'lib/db/insert-ballot.ts', line: 'order by random()', by: '' }])
    await vote(few, door).finally(door.stop)
    for (const name of Object.keys(settings)) await pool.query(`alter role ${role} reset ${name}`)
    const ballots = rowsOf(await readEverything(), ballot)
    const logs = await readLogs(door)
    expect(namesOf(compare(ballots, truly))).toContain('~ctid × who came when')
    const said = [marksOfInvitation, marksOfBallot].map((marks) => inBytes(logs, marks))
    expect(namesOf(compare(said[0]!, said[1]!))).toContain('postgres.log last × postgres.log last')
    expect(namesOf(compare(said[1]!, truly))).toContain('pg_stats times × who came when')
  }, 300_000)
})
