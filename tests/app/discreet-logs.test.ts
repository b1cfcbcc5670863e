// Rows that the database refuses, behind a real server with the database that it brings along: PostgreSQL would repeat the
// whole row, and every statement, in its own log, and its error in ours. Neither log may say what anybody has answered.
import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ballotClient } from '#lib/ballots/ballot-client'
import { connectDatabase, database, disconnectDatabase } from '#lib/db/client'
import { settle } from '#lib/env'
import { good, openWave } from '../support/front-door-scene'
import { makeBallotWave, prepareBallot } from '../support/make-ballot-wave'
import { type FrontDoorProcess, startFrontDoor } from '../support/start-front-door'

settle({ AUTH_SECRET: 'a secret for tests that is long enough' })
const mark = 'NóiThậtLòng'
const answers = { ...good, place: { village: mark } }

let server: FrontDoorProcess
beforeAll(async () => {
  server = await startFrontDoor({ NO_SAMPLE_DATA: '1', LOG_LEVEL: 'debug' })
  await disconnectDatabase()
  connectDatabase(server.databaseUrl, 3)
}, 120_000)
afterAll(() => server.stop())

const refuseAll = (table: string) =>
  database().pool.query(`alter table "${table}" add constraint "refuses_all" check (false) not valid`)
const at = (path: string) => `http://127.0.0.1:${server.port}${path}`

it('say that a row was refused, and neither its values nor whose it is', async () => {
  const { wave, unit } = await openWave()
  const { groups } = await makeBallotWave({ formId: wave.formId, units: [unit] })
  const client = ballotClient(fetch, at(''))
  const [early, late] = groups[0]!.codes
  const ballot = await prepareBallot(client, early!, answers)
  const marks = [mark, ballot.receipt, ballot.token, late!]
  for (const table of ['Response', 'Ballot', 'Invitation', 'SealedDraft']) await refuseAll(table)

  const receipt = randomUUID()
  const reply = await fetch(at('/api/answers'), {
    method: 'POST',
    body: JSON.stringify({ wave: wave.id, unit, receipt, answers }),
  })
  expect(reply.status).toBe(500)
  await expect(client.cast(ballot)).rejects.toMatchObject({ status: 500 })
  await expect(prepareBallot(client, late!, answers)).rejects.toMatchObject({ status: 500 })
  const draft = randomBytes(32).toString('base64url')
  await expect(client.putDraft(draft, randomBytes(4096 + 28))).rejects.toMatchObject({ status: 500 })

  await expect.poll(() => server.printed().match(/"unexpected error/g)?.length).toBe(4)
  const ours = server.printed()
  const theirs = readFileSync(join(server.folder, 'database/postgres.log'), 'utf8')
  expect(theirs.match(/violates check constraint "refuses_all"/g)).toHaveLength(4)
  for (const [name, text] of Object.entries({ ours, theirs }))
    for (const one of [...marks, receipt, draft]) expect(text, name).not.toContain(one)
  expect(theirs).not.toMatch(/Failing row|STATEMENT|insert into/i)
  expect(ours).not.toMatch(/Failing row/)
  const { rows } = await database().pool.query<{ query: string }>('select query from pg_stat_activity')
  for (const one of [...marks, receipt, draft])
    expect(rows.map(({ query }) => query).join('\n')).not.toContain(one)
}, 120_000)
