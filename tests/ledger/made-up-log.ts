// A log as the server writes one: the leaf of the wave, then batches of answers, each sorted and under a signed head.
import fc from 'fast-check'
import { fromBase64url, toBase64url } from '#lib/ledger/base64url'
import type { LeafLine } from '#lib/ledger/export-line'
import { growingRoot } from '#lib/ledger/growing-root'
import { signHead } from '#lib/ledger/head'
import { type AnswerFacts, answerLeaf, waveLeaf } from '#lib/ledger/leaf'
import { openLedgerKey } from '#lib/ledger/signing-key'

export const signer = openLedgerKey('MC4CAQAwBQYDK2VwBCIEIAMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMD')
export const wave = 'dot-thu'
const about = { wave, form: 'citizen-satisfaction.v1', secrecy: 'open', keys: [] }

/** Answer number n of the made-up log. */
export function madeUpAnswer(n: number): AnswerFacts {
  return {
    ...{ wave, unit: 'xa-1', form: about.form, language: 'vi', mode: 'self', place: 'home', collector: '' },
    ...{ entry: 'open', batch: '', cluster: '', stratum: '', weight: 1, day: '2026-11-22', isLate: false },
    receipt: `3f2504e0-4f89-41d3-9a0c-${String(n).padStart(12, '0')}`,
    answers: { q1: n % 5, q2: `Ý kiến ${n}` },
  }
}

/** Lines of an export with batches of these sizes; `isOpen` with the answers. */
export function madeUpLog(batches: number[], { isOpen = true, title = 'Đợt thử' } = {}): string[] {
  const tree = growingRoot()
  const size = batches.reduce((sum, n) => sum + n, 1)
  const lines: object[] = [{ thuocDoLog: 1, ...about, title, titleEn: '', size }]
  const add = (leaf: string, answer?: AnswerFacts) => {
    lines.push({ index: tree.size(), leaf, ...(isOpen && answer ? { answer } : {}) } satisfies LeafLine)
    tree.append(fromBase64url(leaf)!)
  }
  const sign = () => {
    const head = { wave, size: tree.size(), root: toBase64url(tree.root()), day: '2026-11-23' }
    lines.push({ head: signHead(head, signer) })
  }
  add(waveLeaf(about))
  sign()
  let number = 0
  for (const n of batches) {
    const answers = Array.from({ length: n }, () => madeUpAnswer(number++))
    const leaves = answers.map((answer): [string, AnswerFacts] => [answerLeaf(answer), answer])
    for (const [leaf, answer] of leaves.sort(([a], [b]) => (a < b ? -1 : 1))) add(leaf, answer)
    sign()
  }
  return lines.map((line) => JSON.stringify(line))
}

/** Sizes of batches. */
export const someBatches = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 })
