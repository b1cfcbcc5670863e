import { expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '#lib/ledger/base64url'
import type { Head } from '#lib/ledger/head'
import { answerLeaf } from '#lib/ledger/leaf'
import { hashesOf, inclusionProof } from '#lib/ledger/merkle-tree'
import { signPromise } from '#lib/ledger/promise'
import { checkReceipt, type ReceiptFile, readReceiptFile } from '#lib/ledger/receipt-file'
import { madeUpAnswer, madeUpLog, signer, wave } from './made-up-log'

const lines = madeUpLog([20, 30, 10]).map((line) => JSON.parse(line))
const leaves: string[] = lines.flatMap(({ leaf }) => leaf ?? [])
const head: Head = lines.at(-1).head
const answer = madeUpAnswer(12)
const leaf = answerLeaf(answer)
const index = leaves.indexOf(leaf)
const path = inclusionProof(hashesOf(leaves.map((one) => fromBase64url(one)!)), index, head.size).map(
  toBase64url,
)
const file: ReceiptFile = {
  ...{ thuocDoReceipt: 1, answer, leaf },
  promise: signPromise(wave, leaf, signer),
  proof: { index, path, head },
}

test('a receipt proves itself: own leaf, signed promise, place in the log', () => {
  const read = readReceiptFile(JSON.stringify(file))!
  expect(checkReceipt(read)).toEqual({ isOwnLeaf: true, promise: 'signed', proof: 'holds' })
  expect(checkReceipt({ ...file, promise: null, proof: null })).toEqual({
    isOwnLeaf: true,
    promise: 'none',
    proof: 'none',
  })
})

test('whatever was changed is told', () => {
  const changed = { ...answer, answers: { ...answer.answers, q1: 4.5 } }
  expect(checkReceipt({ ...file, answer: changed }).isOwnLeaf).toBe(false)
  const other = answerLeaf(changed)
  expect(checkReceipt({ ...file, answer: changed, leaf: other })).toEqual({
    isOwnLeaf: true,
    promise: 'forged',
    proof: 'broken',
  })
  const { proof } = file
  for (const wrong of [
    { ...proof!, index: index + 1 },
    { ...proof!, path: path.slice(1) },
    { ...proof!, path: path.with(0, '*') },
    { ...proof!, head: { ...head, day: '2026-01-01' } },
    { ...proof!, head: { ...head, wave: 'dot-khac' } },
  ])
    expect(checkReceipt({ ...file, proof: wrong }).proof).toBe('broken')
  expect(checkReceipt({ ...file, answer: { ...answer, language: '\ud800' } }).isOwnLeaf).toBe(false)
})

test('what is no receipt is not read', () => {
  for (const content of [
    '',
    '{}',
    '[]',
    'null',
    JSON.stringify({ ...file, answer: 3 }),
    JSON.stringify({ ...file, leaf: 7 }),
  ])
    expect(readReceiptFile(content)).toBeNull()
})
