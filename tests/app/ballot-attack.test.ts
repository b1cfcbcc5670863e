// 200 delegates of 9 units answer through the real server, each casting at once after signing (the worst case: the delay that
// mixes them is skipped). Then somebody gets everything: all tables with their hidden columns, sequences, jobs, the server's
// log. No order, size, value or line may lead from an answer to an invitation better than chance does; and when a link is
// put back on purpose, one after the other, each is found.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ballotClient } from '#lib/ballots/ballot-client'
import { hashInvitationCode } from '#lib/ballots/derive-invitation-code'
import { database } from '#lib/db/client'
import { env, settle } from '#lib/env'
import { openBox } from '#lib/flows/open-box'
import { jobStore } from '#lib/jobs/job-store'
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
import { databaseUrl } from '../support/own-database'
import { type FrontDoorProcess, startFrontDoor } from '../support/start-front-door'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'

settleKeys()
settle({ AUTH_SECRET: 'a secret for tests that is long enough' })

const peopleOf = [23, 23, 22, 22, 22, 22, 22, 22, 22]
/** Some 1,500 pairs of orders are compared; chance alone passes this once in a thousand runs. */
const farBeyondChance = 5.2

/** What is true about one delegate, which only the test knows. */
type Truth = {
  unit: string
  invitation: string
  code: string
  receipt: string
  token: string
  draft: string
  leaf: string
}

let server: FrontDoorProcess
let truths: Truth[] = []
let waveId = ''
let sequencesBefore = ''

beforeAll(async () => {
  server = await startFrontDoor({ DATABASE_URL: databaseUrl(), NO_SAMPLE_DATA: '1', LOG_LEVEL: 'debug' })
}, 120_000)
afterAll(() => server.stop())

/** Everybody votes: who comes when is by lot, and each is done before the next begins. */
async function vote() {
  const form = await makeDefinition({
    slug: 'attack',
    body: { title: { vi: 'P', en: 'F' }, form: kitchenSinkForm } as never,
  })
  const units: string[] = []
  for (const _ of peopleOf) units.push((await makeUnit()).id)
  const { wave, groups } = await makeBallotWave({ formId: form.id, units, people: Math.max(...peopleOf) + 2 })
  waveId = wave.id
  await jobStore().start()
  sequencesBefore = await readSequences()
  const client = ballotClient(fetch, `http://127.0.0.1:${server.port}`)
  const codes = groups.flatMap(({ unit, codes: all }) =>
    shuffled(all)
      .slice(0, peopleOf[units.indexOf(unit)])
      .map((code) => ({ unit, code })),
  )
  truths = []
  for (const { unit, code } of shuffled(codes)) {
    const answers = {
      used: 0,
      channels: ['loa'],
      code: `AB${truths.length % 9}`,
      areas: ['x', 'y'],
      place: { village: 'Bình'.repeat(1 + (truths.length % 5)) },
    }
    const ballot = await prepareBallot(client, code, answers)
    const draft = randomBytes(32).toString('base64url')
    await client.putDraft(draft, randomBytes(4096 + 28))
    const { leaf } = await client.cast(ballot)
    truths.push({ unit, code, draft, leaf, invitation: '', receipt: ballot.receipt, token: ballot.token })
  }
  for (const truth of truths) {
    const codeHash = hashInvitationCode(env().INVITATION_KEY!, truth.code)
    truth.invitation = (await database().prisma.invitation.findUniqueOrThrow({ where: { codeHash } })).id
  }
}

function shuffled<Item>(items: Item[]): Item[] {
  return items
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

type Key = keyof Truth
/** The rows of two tables, paired as they truly belong together, by unit. */
function pairs(
  tables: Map<string, SeenRow[]>,
  left: [string, string, Key],
  right: [string, string, Key],
): Pairs {
  const find = ([table, column, key]: [string, string, Key]) => {
    const rows = new Map((tables.get(`public.${table}`) ?? []).map((row) => [row.get(column), row]))
    return (truth: Truth) => rows.get(truth[key])
  }
  const [leftOf, rightOf] = [find(left), find(right)]
  const units = [...new Set(truths.map(({ unit }) => unit))]
  return units.map((unit) =>
    truths
      .filter((truth) => truth.unit === unit)
      .flatMap((truth) => {
        const [one, other] = [leftOf(truth), rightOf(truth)]
        return one && other ? [{ left: one, right: other }] : []
      }),
  )
}

const invitation: [string, string, Key] = ['"Invitation"', 'id', 'invitation']
const ballot: [string, string, Key] = ['"Ballot"', 'receipt', 'receipt']
const draft: [string, string, Key] = ['"SealedDraft"', 'id', 'draft']
const response: [string, string, Key] = ['"Response"', 'receipt', 'receipt']
const leaf: [string, string, Key] = ['"LedgerLeaf"', 'hash', 'leaf']

const worst = (findings: Finding[]) => findings.filter(({ z }) => Math.abs(z) > farBeyondChance)
const namesOf = (findings: Finding[]) => worst(findings).map(({ left, right }) => `${left} × ${right}`)

const marksOfInvitations = () =>
  truths.map(({ invitation: id, code }) => [id, hashInvitationCode(env().INVITATION_KEY!, code)])
const marksOfBallots = () => truths.map(({ receipt, leaf: hash }) => [receipt, hash])

describe('whoever has the database, the jobs and the log', () => {
  it('links no answer to its invitation while the box is closed; and finds every link that is put back', async () => {
    await vote()
    const { pool } = database()
    const sealed = await readEverything()
    expect(sealed.get('public."Ballot"')).toHaveLength(200)
    expect([...sealed.keys()].some((name) => name.startsWith('pgboss.'))).toBe(true)

    // — clean: orders, values, sequences, log —
    for (const [one, other] of [
      [invitation, ballot],
      [invitation, draft],
      [draft, ballot],
    ] as const) {
      const found = pairs(sealed, one, other)
      expect(found.flat()).toHaveLength(200)
      expect(worst(compareOrders(found)), `${one[0]} and ${other[0]}`).toEqual([])
    }
    expect(sharedValues(sealed, marksOfInvitations(), marksOfBallots())).toEqual([])
    expect(await readSequences()).toBe(sequencesBefore)
    expect(
      server
        .printed()
        .split('\n')
        .filter((line) => line && !line.startsWith('{"port"')),
    ).toEqual([])

    // — links put back on purpose: first into what stands on the disk —
    const inOrder = async (sql: string, key: Key) => {
      for (const truth of truths) await pool.query(sql, [truth[key]])
    }
    const attack = async (one = invitation, other = ballot) =>
      namesOf(compareOrders(pairs(await readEverything(), one, other)))

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
    for (const [at, { invitation: id, receipt }] of truths.entries()) {
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
    expect(sharedValues(await readEverything(), marksOfInvitations(), marksOfBallots())).toContain(
      first!.invitation,
    )

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

  it('cannot go on from the opened box either: not from answers, not from the log, and not from who has answered', async () => {
    await vote()
    const { prisma, pool } = database()
    await prisma.wave.update({ where: { id: waveId }, data: { closesAt: new Date() } })
    await openBox(makeActor({ role: 'district' }), { wave: waveId })
    const opened = await readEverything()
    for (const other of [response, leaf]) {
      const found = pairs(opened, invitation, other)
      expect(found.flat()).toHaveLength(200)
      expect(worst(compareOrders(found)), other[0]).toEqual([])
      expect(worst(compareOrders(pairs(opened, draft, other))), other[0]).toEqual([])
    }
    expect(sharedValues(opened, marksOfInvitations(), marksOfBallots())).toEqual([])
    const unused = [...opened.get('public."Invitation"')!].filter(
      (row) => !truths.some(({ invitation: id }) => row.get('id') === id),
    )
    expect(unused.length).toBeGreaterThan(10)
    const facts = (row: SeenRow) =>
      [row.get('blindedHash'), row.get('~xmin'), row.get('version'), row.get('~length')].join()
    expect(
      new Set([...opened.get('public."Invitation"')!].map(facts)).size,
      'used and unused look alike',
    ).toBe(1)

    // put back: leaves that enter the log as they come, beside invitations that are written one by one
    for (const { invitation: id } of truths)
      await pool.query('update "Invitation" set version = version where id = $1::uuid', [id])
    await pool.query('alter table "LedgerLeaf" disable trigger user')
    await pool.query('update "LedgerLeaf" set "index" = "index" + 100000 where "waveId" = $1', [waveId])
    for (const [at, { leaf: hash }] of truths.entries())
      await pool.query('update "LedgerLeaf" set "index" = $2 where hash = $1', [hash, at + 1])
    await pool.query('alter table "LedgerLeaf" enable trigger user')
    const found = namesOf(compareOrders(pairs(await readEverything(), invitation, leaf)))
    expect(found).toContain('~xmin × index')
  }, 600_000)
})
