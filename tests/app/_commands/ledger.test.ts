// The command as somebody at a terminal meets it: exit code, JSON on stdout, sentences on stderr; no database anywhere.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fingerprint } from '#lib/ledger/head'
import { answerLeaf } from '#lib/ledger/leaf'
import { signPromise } from '#lib/ledger/promise'
import { madeUpAnswer, madeUpLog, signer, wave } from '../../ledger/made-up-log'

const folder = mkdtempSync(join(tmpdir(), 'ledger-command-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string[] | object): string {
  const path = join(folder, name)
  writeFileSync(path, Array.isArray(content) ? `${content.join('\n')}\n` : JSON.stringify(content))
  return path
}

function ledger(...words: string[]) {
  const command = ['--import', 'tsx', 'app/_commands/ledger.ts', ...words]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: 'postgres://nowhere.invalid/' },
  })
  return { status, verdict: stdout ? JSON.parse(stdout) : undefined, stderr }
}

const log = madeUpLog([20, 30])
const whole = file('log.jsonl', log)
const answer = madeUpAnswer(7)
const leaf = answerLeaf(answer)
const promise = signPromise(wave, leaf, signer)
const receipt = { thuocDoReceipt: 1, answer, leaf, promise, proof: null }
const { head } = JSON.parse(log.at(-1)!)

test('a log that nobody has touched is valid, with its newest head and the key to compare', () => {
  const { status, verdict } = ledger(
    'verify',
    whole,
    '--key',
    signer.key,
    '--head',
    `${head.size}:${head.root}`,
  )
  expect(status).toBe(0)
  expect(verdict).toMatchObject({ valid: true, wave, leaves: 51, answers: 50, heads: 3, head, problems: [] })
  expect(verdict.keys).toEqual([{ key: signer.key, fingerprint: fingerprint(signer.key) }])
})

test('what was changed, dropped and moved is named, with exit code 1', () => {
  const at = (n: number) => log.findIndex((line) => JSON.parse(line).index === n)
  const changed = JSON.parse(log[at(9)]!)
  changed.answer.answers.q1 = 'x'
  for (const [lines, code, index] of [
    [log.with(at(9), JSON.stringify(changed)), 'answer_changed', 9],
    [log.toSpliced(at(9), 1), 'leaf_missing', 9],
    [log.with(at(9), log[at(12)]!).with(at(12), log[at(9)]!), 'leaf_moved', 9],
  ] as const) {
    const { status, verdict } = ledger('verify', file('tampered.jsonl', lines))
    expect(status).toBe(1)
    expect(verdict.problems).toContainEqual(expect.objectContaining({ code, index }))
  }
})

test('an earlier file and a receipt are held against the log', () => {
  const shorter = file(
    'without-7.jsonl',
    madeUpLog([20, 30], { isOpen: false }).filter((line) => !line.includes(leaf)),
  )
  const mine = file('receipt.json', receipt)
  const good = ledger('verify', whole, '--receipt', mine, '--against', whole)
  expect(good).toMatchObject({
    status: 0,
    verdict: { receipts: [{ receipt: answer.receipt, isOwnLeaf: true }] },
  })
  const { status, verdict } = ledger('verify', shorter, '--receipt', mine, '--against', whole)
  expect(status).toBe(1)
  expect(verdict.receipts).toEqual([{ receipt: answer.receipt, isOwnLeaf: true, index: null }])
  expect(verdict.problems.map(({ code }: { code: string }) => code)).toContain('leaf_dropped_since')
})

test('a receipt is judged by itself', () => {
  const alone = ledger('verify', file('receipt.json', receipt), '--key', signer.key)
  expect(alone).toMatchObject({
    status: 0,
    verdict: { valid: true, isOwnLeaf: true, promise: 'signed', proof: 'none' },
  })
  const forged = file('forged.json', { ...receipt, answer: { ...answer, unit: 'xa-2' } })
  expect(ledger('verify', forged)).toMatchObject({ status: 1, verdict: { valid: false, isOwnLeaf: false } })
})

test.each([
  ['a missing file', ['verify', 'nowhere.jsonl'], 'nowhere.jsonl'],
  ['a missing earlier file', ['verify', whole, '--against', 'nowhere.jsonl'], 'nowhere.jsonl'],
  ['a head that is none', ['verify', whole, '--head', '12'], 'is no head'],
  ['a receipt that is none', ['verify', whole, '--receipt', whole], 'is no receipt'],
  ['no wave', ['export'], 'A wave is needed'],
  ['an unknown command', ['verfy'], 'Usage'],
])('%s is answered with a sentence and exit code 2', (_what, words, sentence) => {
  const { status, verdict, stderr } = ledger(...words)
  expect({ status, verdict }).toEqual({ status: 2, verdict: undefined })
  expect(stderr).toContain(sentence)
})
