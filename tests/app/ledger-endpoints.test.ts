import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { logAnswers } from '#lib/flows/log-answers'
import { fromBase64url } from '#lib/ledger/base64url'
import { checkReceipt, isProven, readReceiptFile } from '#lib/ledger/receipt-file'
import { exportVerifier } from '#lib/ledger/verify-export'
import { isConsistent } from '#lib/ledger/verify-proof'
import { frontDoorScene, good, openWave } from '../support/front-door-scene'

const { at, post, postJson } = frontDoorScene()
const get = async (path: string) => (await fetch(at(path))).json()
const day = (n: number) => new Date(Date.now() + n * 24 * 3600 * 1000)

/** A wave whose log has two heads over answers. */
async function loggedWave() {
  const { wave, unit } = await openWave()
  const sent = () => ({ wave: wave.id, unit, receipt: randomUUID(), answers: good })
  const first = sent()
  await postJson(first)
  await logAnswers(null, { isAtOnce: true })
  for (const one of [sent(), sent(), sent()]) await postJson(one)
  await logAnswers(null, { now: day(1) })
  return { wave: wave.id, first, path: `/api/ledger/${wave.id}`, sent }
}

describe('/api/ledger', () => {
  it('lists logs, and shows the heads of one with what it began with', async () => {
    const { wave, path } = await loggedWave()
    expect(await get('/api/ledger')).toMatchObject([{ wave, head: { size: 5 } }])
    const { heads, ...ledger } = await get(path)
    expect(heads.map(({ size }: { size: number }) => size)).toEqual([1, 2, 5])
    expect(ledger).toMatchObject({ wave, secrecy: 'open', keys: [] })
    expect((await (await fetch(at(`${path}/head`))).text()).split('\n').slice(0, 2)).toEqual([
      `thuoc-do/wave/${wave}`,
      '5',
    ])
  })

  it('gives the file of a log, which verifies', async () => {
    const { path } = await loggedWave()
    const response = await fetch(at(`${path}/log`))
    expect(response.headers.get('content-disposition')).toContain('_5-leaves.jsonl')
    const verifier = exportVerifier()
    const text = await response.text()
    for (const line of text.split('\n')) verifier.line(line)
    expect(verifier.finish()).toMatchObject({ isValid: true, leaves: 5, answers: 0, problems: [] })
    expect(text).not.toContain('receipt')
  })

  it('proves that heads go on from each other', async () => {
    const { path } = await loggedWave()
    const { heads } = await get(path)
    const { path: proof } = await get(`${path}/consistency?from=2&to=5`)
    const of = ({ size, root }: { size: number; root: string }): [number, Uint8Array] => [
      size,
      fromBase64url(root)!,
    ]
    expect(isConsistent(of(heads[1]), of(heads[2]), proof.map(fromBase64url))).toBe(true)
  })

  it('hands the receipt file to whoever knows the answer, and its proof once the log has it', async () => {
    const { first, sent, path, wave } = await loggedWave()
    const response = await post('/api/ledger/receipts', JSON.stringify(first))
    expect(response.headers.get('content-disposition')).toContain('bien-nhan-')
    const file = readReceiptFile(await response.text())!
    expect(checkReceipt(file)).toEqual({ isOwnLeaf: true, promise: 'signed', proof: 'holds' })
    expect(file.answer).toMatchObject({ receipt: first.receipt, answers: good, day: expect.any(String) })
    expect(isProven(wave, file.leaf, await get(`${path}/proof/${file.leaf}`))).toBe(true)
    const fresh = sent()
    await postJson(fresh)
    const fields = new URLSearchParams({ submission: JSON.stringify(fresh) }).toString()
    const plain = await post('/api/ledger/receipts', fields, {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(checkReceipt(readReceiptFile(await plain.text())!)).toMatchObject({
      promise: 'signed',
      proof: 'none',
    })
  })

  it('tells nobody an answer by its number', async () => {
    const { first } = await loggedWave()
    for (const answers of [{}, { ...good, used: 1 }]) {
      const response = await post('/api/ledger/receipts', JSON.stringify({ ...first, answers }))
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ code: 'receipt_not_yours' })
    }
  })

  it('does not want to know the receipt of a confidential ballot', async () => {
    const { wave, unit } = await openWave({ audience: 'delegates', secrecy: 'ballot' })
    const response = await post(
      '/api/ledger/receipts',
      JSON.stringify({ wave: wave.id, unit, receipt: randomUUID(), answers: good }),
    )
    expect(await response.json()).toMatchObject({ code: 'receipt_stays_secret' })
  })

  it.each<[string, number, string]>([
    ['/api/ledger/nowhere', 404, 'unknown_wave'],
    ['/api/ledger/%00/log', 404, 'unknown_wave'],
    ['/api/ledger/W/proof/short', 404, 'leaf_not_logged'],
    ['/api/ledger/W/consistency?from=1&to=3', 404, 'head_unknown'],
    ['/api/ledger/W/consistency?from=x', 422, 'invalid_input'],
    ['/api/ledger/W/what', 404, 'not_found'],
    ['/api/ledger/W/proof/a/b', 404, 'not_found'],
    ['/api/ledger/receipts', 405, 'method_not_allowed'],
  ])('answers %s with a problem', async (path, status, code) => {
    const { wave } = await loggedWave()
    const response = await fetch(at(path.replace('W', wave)))
    expect({ status: response.status, ...(await response.json()) }).toMatchObject({ status, code })
  })

  it('leaves other paths to others and takes no broken body', async () => {
    expect((await fetch(at('/api/ledgers'))).headers.get('content-type') ?? '').not.toContain('problem')
    expect(await (await post('/api/ledger/receipts', '{')).json()).toMatchObject({ code: 'broken_json' })
  })
})

it('logging leaves citizens alone: nothing about the log is written while an answer is stored', async () => {
  const { wave, unit } = await openWave()
  await postJson({ wave: wave.id, unit, receipt: randomUUID(), answers: good })
  const { prisma } = database()
  expect([await prisma.ledgerLeaf.count(), await prisma.ledgerState.count()]).toEqual([0, 0])
})
