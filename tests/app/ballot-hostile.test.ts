// 10,000 posts to each endpoint of the ballots that no honest page sends: none makes the server fail, none stores anything.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type BallotToCast, ballotClient } from '#lib/ballots/ballot-client'
import { database } from '#lib/db/client'
import { frontDoorScene, good } from '../support/front-door-scene'
import { makeDefinition, makeUnit } from '../support/make'
import { makeBallotWave, prepareBallot } from '../support/make-ballot-wave'
import { kitchenSinkForm } from '../surveys/kitchen-sink-form'

const { at, post } = frontDoorScene()
const many = 10_000
const atOnce = 40

type Json = { [key: string]: unknown }
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e308,
    '',
    '\u0000',
    '\ud800',
    '__proto__',
    "'; drop table",
    '½'.repeat(500),
    [],
    {},
    [[[[]]]],
    '0'.repeat(20),
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.base64String({ maxLength: 400 }),
  fc.jsonValue({ maxDepth: 2 }),
)

/** One member gone, changed, doubled as an array, or one too many; or the text itself cut and stirred. */
const mutation = (base: Json): fc.Arbitrary<string> => {
  const names = fc.constantFrom(...Object.keys(base))
  const changed = fc.tuple(names, odd).map(([name, value]) => JSON.stringify({ ...base, [name]: value }))
  const gone = names.map((name) => JSON.stringify({ ...base, [name]: undefined }))
  const inside = fc.tuple(names, fc.nat(), odd).map(([name, place, value]) => {
    const text = String(typeof base[name] === 'string' ? base[name] : '')
    const spot = text.length > 0 ? place % text.length : 0
    return JSON.stringify({
      ...base,
      [name]: text.slice(0, spot) + JSON.stringify(value).slice(0, 9) + text.slice(spot + 1),
    })
  })
  const more = fc
    .tuple(fc.string({ maxLength: 20 }), odd)
    .map(([name, value]) => JSON.stringify({ ...base, [`x${name}`]: value }))
  const stirred = fc.tuple(fc.nat(), fc.string({ unit: 'binary', maxLength: 5 })).map(([place, text]) => {
    const whole = JSON.stringify(base)
    return whole.slice(0, place % whole.length) + text
  })
  return fc.oneof({ arbitrary: changed, weight: 4 }, gone, { arbitrary: inside, weight: 3 }, more, stirred)
}

async function everything(): Promise<string> {
  const { prisma } = database()
  const rows = await Promise.all([
    prisma.ballot.findMany(),
    prisma.invitation.findMany({ orderBy: { id: 'asc' } }),
    prisma.response.findMany(),
    prisma.sealedDraft.findMany(),
    prisma.auditEvent.count(),
  ])
  return JSON.stringify(rows)
}

it('survives mutated posts to every endpoint without a failure and without a trace', async () => {
  const form = await makeDefinition({
    slug: 'hostile',
    body: { title: { vi: 'P', en: 'F' }, form: kitchenSinkForm } as never,
  })
  const { groups } = await makeBallotWave({ formId: form.id, units: [(await makeUnit()).id] })
  const client = ballotClient(fetch, at(''))
  const code = groups[0]!.codes[0]!
  const ballot: BallotToCast = await prepareBallot(client, code, good)
  await client.cast(ballot) // so that a mutation that changes nothing is no new ballot
  const before = await everything()
  const wrongToken = { ...ballot, signature: 'A'.repeat(342), receipt: randomUUID() }
  const endpoints: [string, Json][] = [
    ['/api/ballots/invitation', { code }],
    ['/api/ballots/sign', { code, blinded: 'A'.repeat(342) }],
    ['/api/ballots', ballot],
    ['/api/ballots', wrongToken],
  ]
  const statuses = new Map<number, number>()
  for (const [path, base] of endpoints) {
    const bodies = fc.sample(mutation(base), path === '/api/ballots' ? many / 2 : many)
    for (let from = 0; from < bodies.length; from += atOnce)
      await Promise.all(
        bodies.slice(from, from + atOnce).map(async (body) => {
          const reply = await post(path, body)
          await reply.arrayBuffer()
          statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1)
          if (reply.status >= 500) throw new Error(`${reply.status} for ${path}: ${body.slice(0, 500)}`)
        }),
      )
  }
  expect([...statuses.values()].reduce((sum, n) => sum + n, 0)).toBe(3 * many)
  expect(statuses.get(400)).toBeGreaterThan(many / 4)
  expect(await everything()).toBe(before)
}, 900_000)

it('survives mutated drafts, and keeps only whole ones', async () => {
  const paths = fc.sample(
    fc.tuple(fc.string({ unit: 'binary', maxLength: 50 }), fc.uint8Array({ maxLength: 6000 })),
    1000,
  )
  for (const [name, bytes] of paths) {
    const reply = await fetch(at(`/api/drafts/${encodeURIComponent(Buffer.from(name).toString())}`), {
      method: 'PUT',
      body: bytes as BodyInit,
    })
    expect(reply.status).toBeLessThan(500)
  }
  expect(await database().prisma.sealedDraft.count()).toBe(0)
}, 300_000)
