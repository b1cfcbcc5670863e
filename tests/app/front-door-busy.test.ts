// A database without a free connection: nothing is wrong with what was sent, so everybody is told to come back, and a
// browser without a script gets its answers back in a page that sends them again.
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { frontDoorScene, good, openWave } from '../support/front-door-scene'

const { postJson, postFields, at, count } = frontDoorScene()
const form = { elements: [{ type: 'text', name: 'note', isRequired: true }] }
const fields = (receipt = randomUUID()): [string, string][] => [
  ['~page', '1'],
  ['~consent', '1'],
  ['~receipt', receipt],
  ['~shown', '0'],
  ['note', 'Cảm ơn "cán bộ" <tiếp dân>'],
]

const held: { release: () => void }[] = []

async function takeEveryConnection() {
  const { pool } = database()
  for (let count = 0; count < pool.options.max; count++) held.push(await pool.connect())
  pool.options.connectionTimeoutMillis = 100
}

function giveBack() {
  for (const connection of held.splice(0)) connection.release()
  database().pool.options.connectionTimeoutMillis = 10_000
}

afterEach(giveBack)

/** The fields of the page's form, as a browser would send them. */
function fieldsOf(page: string): [string, string][] {
  const plain = (text: string) =>
    text.replace(/&(quot|lt|gt|amp|#39);/g, (_all, name: 'quot') => {
      return { quot: '"', lt: '<', gt: '>', amp: '&', '#39': "'" }[name]
    })
  return [...page.matchAll(/<input type=hidden name="([^"]*)" value="([^"]*)">/g)].map(
    ([, name = '', value = '']) => [plain(name), plain(value)],
  )
}

describe('while no connection to the database is free', () => {
  it('a machine is told when to come back', async () => {
    const { wave, unit } = await openWave()
    await takeEveryConnection()
    const reply = await postJson({ wave: wave.id, unit, receipt: randomUUID(), answers: good })
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '30'])
    expect(await reply.json()).toMatchObject({ code: 'database_down', retryAfterSeconds: 30 })
  })

  it('a plain page keeps the answers, and sends them when asked again', async () => {
    const { page } = await openWave({}, form)
    await takeEveryConnection()
    const sent = fields()
    const refused = await postFields(page, sent)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30'])
    const kept = fieldsOf(await refused.text())
    expect(kept).toEqual(sent)
    giveBack()
    expect(await count()).toBe(0)
    expect((await postFields(page, kept)).status).toBe(201)
    const stored = await database().prisma.response.findFirstOrThrow()
    expect(stored.answers).toEqual({ note: 'Cảm ơn "cán bộ" <tiếp dân>' })
  })

  it('a page that is only looked at says so', async () => {
    const { page } = await openWave({}, form)
    await takeEveryConnection()
    const reply = await fetch(at(page))
    expect(reply.status).toBe(503)
    expect(await reply.text()).not.toContain('<form')
  })
})
