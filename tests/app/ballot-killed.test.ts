// The server is killed (SIGKILL, a real process) inside every step of the protocol and between any two: before the transaction
// commits, and after it has committed while its reply is still on the way. The delegate goes on with what the browser keeps and
// always comes to exactly one ballot. Commits are held up by a trigger that waits for a lock of the test; replies are swallowed
// by a proxy between browser and server.
import { randomUUID } from 'node:crypto'
import { connect, createServer, type Server } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { ballotClient } from '#lib/ballots/ballot-client'
import { blindToken } from '#lib/ballots/blind-token'
import { database } from '#lib/db/client'
import { settle } from '#lib/env'
import { good } from '../support/front-door-scene'
import { makeDefinition, makeUnit } from '../support/make'
import { makeBallotWave, settleKeys } from '../support/make-ballot-wave'
import { databaseUrl } from '../support/own-database'
import { type FrontDoorProcess, startFrontDoor } from '../support/start-front-door'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'

settleKeys()
settle({ AUTH_SECRET: 'a secret for tests that is long enough' })

let server: FrontDoorProcess | undefined
let proxy: Server | undefined
/** Kill the server at the first byte of its reply, which never gets through. */
let swallowsReply = false

async function start() {
  server = await startFrontDoor({ DATABASE_URL: databaseUrl(), NO_SAMPLE_DATA: '1' })
}

async function killAndStartAgain() {
  server!.kill()
  await server!.stop()
  await start()
}

async function openProxy(): Promise<string> {
  proxy = createServer((browser) => {
    const upstream = connect(server!.port, '127.0.0.1')
    browser.on('error', () => upstream.destroy())
    upstream.on('error', () => browser.destroy())
    browser.on('close', () => upstream.destroy())
    upstream.on('close', () => browser.destroy())
    browser.pipe(upstream)
    upstream.on('data', (bytes) => {
      if (!swallowsReply) return void browser.write(bytes)
      swallowsReply = false
      server!.kill()
      browser.destroy()
    })
  })
  await new Promise<void>((resolve) => proxy!.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(proxy.address() as { port: number }).port}`
}

afterEach(async () => {
  proxy?.close()
  await server?.stop()
})

const lock = 4711
/** Runs work that writes to a table and kills the server while its transaction waits to go on. */
async function killBeforeCommit(table: string, work: () => Promise<unknown>) {
  const holder = await database().pool.connect()
  await holder.query(`create or replace function hold_up() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock(${lock}); return null; end $$`)
  await holder.query(
    `create trigger "held_up" after insert or update on "${table}" for each statement execute function hold_up()`,
  )
  await holder.query('select pg_advisory_lock($1)', [lock])
  const outcome = work().then(
    () => 'answered',
    () => 'lost',
  )
  for (;;) {
    const waiting = await holder.query(
      `select from pg_locks where locktype = 'advisory' and not granted and objid = $1`,
      [lock],
    )
    if (waiting.rowCount) break
    await pause(20)
  }
  server!.kill()
  expect(await outcome).toBe('lost')
  await server!.stop()
  await holder.query('select pg_advisory_unlock($1)', [lock])
  await holder.query(`drop trigger "held_up" on "${table}"`)
  holder.release()
  await start()
}

async function killAfterCommit(work: () => Promise<unknown>) {
  swallowsReply = true
  expect(
    await work().then(
      () => 'answered',
      () => 'lost',
    ),
  ).toBe('lost')
  await killAndStartAgain()
}

it('lets a delegate finish, and never twice, wherever the server is killed', async () => {
  const form = await makeDefinition({ body: { title: { vi: 'P', en: 'F' }, form: kitchenSinkForm } as never })
  const { groups } = await makeBallotWave({ formId: form.id, units: [(await makeUnit()).id] })
  await start()
  const client = ballotClient(fetch, await openProxy())
  const code = groups[0]!.codes[0]!
  const { prisma } = database()
  const signed = async () =>
    (await prisma.invitation.findMany()).filter(({ blindedHash }) => !blindedHash.startsWith('---')).length

  await killAfterCommit(() => client.openInvitation(code))
  const { publicKey, wave, unit, stratum, form: name } = await client.openInvitation(code)
  const state = await blindToken(publicKey) // the browser keeps this before it asks
  await killAndStartAgain()

  await killBeforeCommit('Invitation', () => client.sign(code, state))
  expect(await signed(), 'nothing was signed').toBe(0)
  await killAfterCommit(() => client.sign(code, state))
  expect(await signed(), 'signed, but the reply is lost').toBe(1)
  await expect(client.sign(code, await blindToken(publicKey))).rejects.toMatchObject({
    code: 'ballot_already_signed',
  })
  const token = await client.sign(code, state)
  await killAndStartAgain()

  const ballot = {
    ...token,
    wave,
    unit,
    stratum,
    form: name,
    receipt: randomUUID(),
    language: 'vi',
    answers: good,
  }
  await killBeforeCommit('Ballot', () => client.cast(ballot))
  expect(await prisma.ballot.count(), 'nothing was cast').toBe(0)
  await killAfterCommit(() => client.cast(ballot))
  expect(await prisma.ballot.count(), 'cast, but the reply is lost').toBe(1)
  const reply = await client.cast(ballot)
  expect(reply.receipt).toBe(ballot.receipt)
  await expect(client.cast({ ...ballot, receipt: randomUUID() })).rejects.toMatchObject({
    code: 'token_used',
  })
  expect(await prisma.ballot.findMany()).toMatchObject([
    { receipt: ballot.receipt, answers: good, leaf: reply.leaf },
  ])
}, 400_000)
