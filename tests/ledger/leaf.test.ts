import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type AnswerFacts, answerLeaf, waveLeaf } from '#lib/ledger/leaf'

const facts: AnswerFacts = {
  wave: 'dot-1',
  unit: '22870-2009',
  receipt: '3F2504E0-4F89-41D3-9A0C-0305E82C3301',
  form: 'citizen-satisfaction.v1',
  language: 'vi',
  mode: 'self',
  place: '',
  collector: '',
  entry: 'open',
  batch: '',
  cluster: '',
  stratum: '',
  weight: 1,
  day: '2026-11-23',
  isLate: false,
  answers: { q2: 'Rất tốt', q1: 5 },
}
const text =
  '{"answers":{"q1":5,"q2":"Rất tốt"},"batch":"","cluster":"","collector":"","day":"2026-11-23","entry":"open",' +
  '"form":"citizen-satisfaction.v1","isLate":false,"language":"vi","mode":"self","place":"",' +
  '"receipt":"3f2504e0-4f89-41d3-9a0c-0305e82c3301","stratum":"","unit":"22870-2009","wave":"dot-1","weight":1}'

test('the leaf is SHA-256 of 0x00 and the canonical JSON of what is counted', () => {
  expect(answerLeaf(facts)).toBe(createHash('sha256').update(`\0${text}`).digest('base64url'))
})

test('every single fact changes the leaf, and nothing else does', () => {
  const leaf = answerLeaf(facts)
  for (const name of Object.keys(facts) as (keyof AnswerFacts)[]) {
    const changed = { ...facts, [name]: name === 'weight' ? 2 : name === 'isLate' ? true : `${facts[name]}x` }
    expect(answerLeaf(changed as AnswerFacts), name).not.toBe(leaf)
  }
  expect(answerLeaf({ ...facts, xid: '17' } as AnswerFacts)).toBe(leaf)
  expect(answerLeaf({ ...facts, receipt: facts.receipt.toLowerCase() })).toBe(leaf)
})

test('the first leaf of a wave holds the keys in one order', () => {
  const keys = [
    { unit: 'b', stratum: '', publicKey: 'B' },
    { unit: 'a', stratum: 'y', publicKey: 'A2' },
    { unit: 'a', stratum: 'x', publicKey: 'A1' },
  ]
  const wave = { wave: 'dot-2', form: 'delegate-assessment.v1', secrecy: 'ballot', keys }
  expect(waveLeaf(wave)).toBe(waveLeaf({ ...wave, keys: [...keys].reverse() }))
  expect(waveLeaf(wave)).not.toBe(waveLeaf({ ...wave, keys: keys.slice(1) }))
  expect(waveLeaf({ ...wave, keys: [] })).toBe(
    createHash('sha256')
      .update('\0{"form":"delegate-assessment.v1","keys":[],"secrecy":"ballot","wave":"dot-2"}')
      .digest('base64url'),
  )
})
