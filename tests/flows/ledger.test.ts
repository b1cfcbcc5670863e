import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { exportLedger } from '#lib/flows/export-ledger'
import { exportOpenedLedger } from '#lib/flows/export-opened-ledger'
import { findReceipt } from '#lib/flows/find-receipt'
import { logAnswers } from '#lib/flows/log-answers'
import { removeSampleData } from '#lib/flows/remove-sample-data'
import { exportVerifier } from '#lib/ledger/verify-export'
import { makeActor, makeResponse, makeWave } from '../support/make'

const analyst = makeActor({ role: 'analyst' })
const tomorrow = new Date(Date.now() + 24 * 3600 * 1000)

async function verdictOn(texts: AsyncGenerator<string>) {
  const verifier = exportVerifier()
  const lines: string[] = []
  for await (const text of texts) lines.push(...text.split('\n').slice(0, -1))
  for (const line of lines) verifier.line(line)
  return { ...verifier.finish(), lines }
}

/** All kinds of answers: late ones, drawn ones, out of a stack of paper, with visit codes, with odd characters and numbers. */
async function storeAllKinds(wave: Awaited<ReturnType<typeof makeWave>>) {
  const [first, second] = wave.units
  await makeResponse(wave, {
    answers: { text: 'Nguyễn “A” \\ \u2028 😀', list: ['a', { b: [1.5, 1e21, 0.1] }], no: null },
  })
  await makeResponse(wave, { entry: 'visit-code', unitId: second!.unitId })
  await makeResponse(wave, { isLate: true, answers: { '10': 1, '9': 2 } })
  await makeResponse(wave, { mode: 'paper', batch: '7', collector: 'enumerator', unitId: first!.unitId })
  await makeResponse(wave, { cluster: 'v0', stratum: 's', weight: 1 / 3 })
}

it('every kind of answer is a leaf, and the analysts’ file shows that it is the one that is stored', async () => {
  const wave = await makeWave()
  await storeAllKinds(wave)
  const heads = await logAnswers(null, { wave: wave.id, isAtOnce: true })
  expect(heads.map(({ size }) => size)).toEqual([6])
  const { texts } = await exportOpenedLedger(analyst, { wave: wave.id })
  expect(await verdictOn(texts)).toMatchObject({ isValid: true, leaves: 6, answers: 5, problems: [] })
  const { prisma } = database()
  expect(await prisma.auditEvent.findMany()).toMatchObject([
    { action: 'export-opened-ledger', subject: wave.id },
  ])
})

it('an answer that an administrator changes in the database is named by the next file', async () => {
  const wave = await makeWave()
  for (let n = 0; n < 12; n++) await makeResponse(wave, { answers: { n } })
  await logAnswers(null, { wave: wave.id, isAtOnce: true })
  await database().pool.query(
    `begin; set local session_replication_role = replica; update "Response" set answers = '{"n": 99}' where answers = '{"n": 7}'; commit`,
  )
  const { texts } = await exportOpenedLedger(analyst, { wave: wave.id })
  const { lines, ...verdict } = await verdictOn(texts)
  expect(verdict).toMatchObject({ leaves: 13, answers: 11 })
  const { receipt } = lines.map((line) => JSON.parse(line).stray).find((stray) => stray?.answers.n === 99)
  expect(verdict.problems).toMatchObject([
    { code: 'answer_missing', index: expect.any(Number) },
    { code: 'answer_not_logged', receipt },
  ])
})

it('an answer that was put in or taken out behind the log is named, one that only waits is not', async () => {
  const wave = await makeWave()
  for (let n = 0; n < 3; n++) await makeResponse(wave, { answers: { n } })
  await logAnswers(null, { wave: wave.id, isAtOnce: true })
  await makeResponse(wave, { answers: { n: 'waits' } })
  const verify = async () => {
    const { problems } = await verdictOn((await exportOpenedLedger(analyst, { wave: wave.id })).texts)
    return problems.map(({ code }) => code)
  }
  expect(await verify()).toEqual([])
  await database().pool.query(
    `begin; set local session_replication_role = replica;
     delete from "Response" where answers = '{"n": 1}';
     update "Response" set xid = (select min(xid::text::bigint)::text::xid8 from "Response") where answers = '{"n": "waits"}'; commit`,
  )
  expect(await verify()).toEqual(['answer_missing', 'answer_not_logged'])
})

it('answers enter by the day, and closing takes the rest in', async () => {
  const wave = await makeWave()
  const run = async (now?: Date) => (await logAnswers(null, { wave: wave.id, now })).map(({ size }) => size)
  expect(await run()).toEqual([1])
  await makeResponse(wave)
  expect(await run()).toEqual([])
  expect(await run(tomorrow)).toEqual([2])
  await makeResponse(wave)
  expect(await run(tomorrow)).toEqual([])
  await database().prisma.wave.update({ where: { id: wave.id }, data: { closesAt: new Date() } })
  expect(await run(tomorrow)).toEqual([3])
  expect(await run(tomorrow)).toEqual([])
})

it('a receipt number tells whether its answer is in the log, and nothing of the answer', async () => {
  const wave = await makeWave()
  const receipt = await makeResponse(wave, {
    unitId: wave.units[1]!.unitId,
    answers: { secret: 'điều riêng' },
  })
  const find = (typed: string) => findReceipt(null, { wave: wave.id, receipt: typed })
  expect(await find(receipt)).toMatchObject({ state: 'waiting' })
  await logAnswers(null, { isAtOnce: true })
  const found = await find(` ${receipt.toUpperCase().replaceAll('-', '')} `)
  expect(found).toMatchObject({ state: 'logged', index: 1, head: { size: 2 } })
  expect(JSON.stringify(found)).not.toContain('riêng')
  expect(await find(randomUUID())).toEqual({ state: 'unknown' })
  await expect(find('123')).rejects.toMatchObject({ code: 'receipt_mistyped' })
  await expect(findReceipt(null, { wave: 'không có', receipt })).rejects.toMatchObject({
    code: 'unknown_wave',
  })
})

it('the public file has no answer, also when the box is still closed', async () => {
  const wave = await makeWave()
  await storeAllKinds(wave)
  await logAnswers(null, { isAtOnce: true })
  const { texts } = await exportLedger(null, { wave: wave.id })
  const { lines, ...verdict } = await verdictOn(texts)
  expect(verdict).toMatchObject({ isValid: true, leaves: 6, answers: 0 })
  expect(lines.join()).not.toMatch(/answer|receipt/)
})

it('sample data take their log with them', async () => {
  const sample = await makeWave({ isSample: true })
  const real = await makeWave()
  for (let n = 0; n < 3; n++) await makeResponse(sample)
  await logAnswers(null, { isAtOnce: true })
  await removeSampleData(makeActor({ role: 'admin' }))
  const { prisma } = database()
  const left = { where: { waveId: sample.id } }
  expect([await prisma.ledgerLeaf.count(left), await prisma.ledgerNode.count(left)]).toEqual([0, 0])
  expect(await prisma.ledgerHead.count({ where: { waveId: real.id } })).toBe(1)
})
