// Nothing that is stored says who answered or when: answers of every kind come in from a known address, with a known browser
// and a known device number, and then every column of every table is searched.
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { database } from '#lib/db/client'
import { settle } from '#lib/env'
import { createVisitCodes } from '#lib/flows/create-visit-codes'
import { frontDoorScene, good, openWave } from '../support/front-door-scene'
import { makeActor } from '../support/make'

settle({ AUTH_SECRET: 'a secret for tests that is long enough', TRUST_PROXY: '1' })
const { post } = frontDoorScene()

const address = '203.0.113.77'
const agent = 'Mozilla/5.0 (Vsmart Joy 3; Hexenbesen 7.7)'
const device = 'KnownDeviceNumber12345'
const headers = {
  'x-forwarded-for': address,
  'user-agent': agent,
  cookie: `device=${device}`,
  'accept-language': 'rog-x-known',
}

async function sendAll(): Promise<{ wave: string; code: string }> {
  const { wave, unit, page } = await openWave({ entries: ['open', 'visit-code'], modes: ['self', 'kiosk'] })
  const today = dayInVietNam()
  const batch = { wave: wave.id, unit, count: 20, validFrom: today, validTo: today }
  const { codes } = await createVisitCodes(makeActor({ role: 'district' }), batch)
  const answer = () => ({ wave: wave.id, unit, receipt: randomUUID(), answers: good })
  for (const more of [{}, { mode: 'kiosk', place: 'desk' }, { visitCode: codes[0] }]) {
    const reply = await post('/api/answers', JSON.stringify({ ...answer(), ...more }), headers)
    expect(reply.status, await reply.text()).toBe(201)
  }
  const fields = new URLSearchParams([
    ['~page', '3'],
    ['~shown', [...Array(20).keys()].join(' ')],
    ['~consent', '1'],
    ['~receipt', randomUUID()],
    ['used', '0'],
    ['channels', 'loa'],
    ['areas', 'x'],
    ['areas', 'y'],
    ['place.village', 'Bình'],
    ['code', 'AB1'],
  ])
  expect((await post(page, fields.toString(), headers)).status).toBe(201)
  return { wave: wave.id, code: codes[0]! }
}

async function allTables(): Promise<Map<string, string>> {
  const { pool } = database()
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const texts = rows.map(async ({ name }) => {
    const found = await pool.query<{ line: string }>(`select t::text as line from ${name} t`)
    return [name, found.rows.map(({ line }) => line).join('\n')] as const
  })
  return new Map(await Promise.all(texts))
}

it('keeps neither address nor browser nor device nor code, in no table', async () => {
  const { wave, code } = await sendAll()
  const tables = await allTables()
  expect(
    tables
      .get('"Response"')!
      .split('\n')
      .filter((line) => line.includes(wave)),
  ).toHaveLength(4)
  const traces = [address, '203.0.113', 'Vsmart', 'Hexenbesen', 'Mozilla', device, 'rog-x-known', code]
  for (const [name, text] of tables)
    for (const trace of traces) expect(text.includes(trace), `${trace} stands in ${name}`).toBe(false)
})

it('has no column with a time of day where answers and codes are', async () => {
  const { rows } = await database().pool.query<{ column: string }>(
    `select table_name || '.' || column_name as column from information_schema.columns
     where table_schema = 'public' and data_type ~ '^(time|interval)'
       and table_name in ('Response', 'Tally', 'VisitBatch', 'VisitCode', 'UnusedVisitCode', 'Ballot', 'BallotGroup', 'SealedDraft', 'PaperBatch', 'PaperEntry')`,
  )
  expect(rows).toEqual([])
})
