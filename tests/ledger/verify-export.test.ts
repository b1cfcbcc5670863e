import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LeafLine } from '#lib/ledger/export-line'
import { answerLeaf } from '#lib/ledger/leaf'
import { makeLedgerKey, openLedgerKey } from '#lib/ledger/signing-key'
import { type Expectations, exportVerifier } from '#lib/ledger/verify-export'
import { madeUpAnswer, madeUpLog, signer, someBatches } from './made-up-log'

function verify(lines: string[], expected: Expectations = {}) {
  const verifier = exportVerifier(expected)
  for (const line of lines) verifier.line(line)
  return verifier.finish()
}
const named = (lines: string[], expected: Expectations = {}) =>
  verify(lines, expected).problems.map(({ code, index, size }) => `${code} ${index ?? size ?? ''}`.trim())

/** Line number of leaf n among the lines. */
const lineOf = (lines: string[], n: number) => lines.findIndex((line) => JSON.parse(line).index === n)
const change = (lines: string[], n: number, into: (line: LeafLine) => object) =>
  lines.map((line, at) => (at === lineOf(lines, n) ? JSON.stringify(into(JSON.parse(line))) : line))

const log = madeUpLog([20, 30, 10])

describe('a log that nobody has touched', () => {
  it('verifies, with and without answers, whatever its batches', () => {
    fc.assert(
      fc.property(someBatches, fc.boolean(), (batches, isOpen) => {
        const verdict = verify(madeUpLog(batches, { isOpen }))
        const answers = batches.reduce((sum, n) => sum + n, 0)
        expect(verdict.problems).toEqual([])
        expect(verdict).toMatchObject({ isValid: true, leaves: answers + 1, answers: isOpen ? answers : 0 })
        expect(verdict.heads).toHaveLength(batches.length + 1)
      }),
      { numRuns: 20 },
    )
  })

  it('says where a leaf stands, and that another does not', () => {
    const leaf = answerLeaf(madeUpAnswer(33))
    const { found } = verify(log, { leaves: [leaf, answerLeaf(madeUpAnswer(99))] })
    expect(JSON.parse(log[lineOf(log, found[leaf]!)]!).leaf).toBe(leaf)
    expect(found[answerLeaf(madeUpAnswer(99))]).toBeNull()
  })
})

describe('tampering is named', () => {
  const leaf = fc.integer({ min: 1, max: 60 })
  const always = (check: (n: number) => void) => fc.assert(fc.property(leaf, check), { numRuns: 25 })

  it('an answer that was changed, by its leaf and receipt', () => {
    always((n) => {
      const changed = change(log, n, (line) => ({
        ...line,
        answer: { ...line.answer!, answers: { ...line.answer!.answers, q1: 9 } },
      }))
      const { problems } = verify(changed)
      const { receipt } = JSON.parse(log[lineOf(log, n)]!).answer
      expect(problems).toMatchObject([{ code: 'answer_changed', index: n, receipt }])
      expect(problems[0]!.message.vi).toContain(receipt)
    })
  })

  it('any other fact of an answer that was changed', () => {
    for (const other of [{ weight: 2 }, { unit: 'xa-2' }, { day: '2026-11-21' }, { isLate: true }]) {
      const changed = change(log, 8, (line) => ({ ...line, answer: { ...line.answer!, ...other } }))
      expect(named(changed)).toEqual(['answer_changed 8'])
    }
  })

  it('an answer that was changed together with its leaf, by the batch at least', () => {
    always((n) => {
      const forged = { ...madeUpAnswer(200 + n), answers: { q1: 5 } }
      const changed = change(log, n, (line) => ({ ...line, leaf: answerLeaf(forged), answer: forged }))
      const [start, end] = n <= 20 ? [1, 21] : n <= 50 ? [21, 51] : [51, 61]
      const { problems } = verify(changed)
      expect(problems).toContainEqual(
        expect.objectContaining({ code: 'head_differs', from: start, to: end - 1 }),
      )
      for (const { code, index } of problems)
        if (code === 'leaf_suspicious') expect(Math.abs((index as number) - n)).toBeLessThanOrEqual(1)
    })
  })

  it('an answer that was dropped, by its number', () => {
    always((n) => {
      const dropped = log.filter((_line, at) => at !== lineOf(log, n))
      const isLast = [20, 50, 60].includes(n) // the head after it misses it as well
      if (isLast) expect(named(dropped)).toContain(n === 60 ? 'leaves_dropped 61' : `leaf_missing ${n}`)
      else expect(named(dropped)).toEqual([`leaf_missing ${n}`])
    })
  })

  it('an answer that was dropped and its traces with it, by the batch and how many', () => {
    const renumbered = log
      .filter((_line, at) => at !== lineOf(log, 30))
      .map((line) => {
        const raw = JSON.parse(line)
        return raw.index > 30 ? JSON.stringify({ ...raw, index: raw.index - 1 }) : line
      })
    expect(verify(renumbered).problems).toMatchObject([
      { code: 'leaves_dropped', size: 51, found: 50, from: 21 },
    ])
    const before = log.flatMap((line) => JSON.parse(line).leaf ?? [])
    expect(named(renumbered, { earlier: before })).toContain('leaf_dropped_since 30')
  })

  it('an answer that was added, wherever', () => {
    const forged = madeUpAnswer(500)
    const line = (index: number) => JSON.stringify({ index, leaf: answerLeaf(forged), answer: forged })
    expect(named([...log, line(61)])).toEqual(['leaf_without_head 61'])
    always((n) => {
      const added = log.toSpliced(lineOf(log, n) + 1, 0, line(n))
      expect(named(added)).toContain(`leaf_added ${n}`)
    })
    const smuggled = log.toSpliced(lineOf(log, 25) + 1, 0, line(26)).map((text, at) => {
      const raw = JSON.parse(text)
      return at > lineOf(log, 25) + 1 && raw.index > 25
        ? JSON.stringify({ ...raw, index: raw.index + 1 })
        : text
    })
    expect(verify(smuggled).problems).toContainEqual(
      expect.objectContaining({ code: 'leaves_added', size: 51, found: 52 }),
    )
    const before = log.flatMap((text) => JSON.parse(text).leaf ?? [])
    expect(named(smuggled, { earlier: before })).toContain('leaf_added_since 26')
  })

  it('answers that have changed places, each by its number', () => {
    fc.assert(
      fc.property(leaf, leaf, (a, b) => {
        if (a === b) return
        const [x, y] = [lineOf(log, a), lineOf(log, b)]
        const swapped = log.with(x, log[y]!).with(y, log[x]!)
        const names = named(swapped)
        expect(names).toContain(`leaf_moved ${Math.min(a, b)}`)
        expect(names.every((name) => !name.startsWith('answer_changed'))).toBe(true)
      }),
      { numRuns: 25 },
    )
    const renumbered = change(
      change(log, 7, (line) => ({ ...JSON.parse(log[lineOf(log, 11)]!), index: line.index })),
      11,
      (line) => ({ ...JSON.parse(log[lineOf(log, 7)]!), index: line.index }),
    )
    expect(named(renumbered)).toContain('head_differs 21')
    const before = log.flatMap((line) => JSON.parse(line).leaf ?? [])
    expect(named(renumbered, { earlier: before })).toContain('leaf_moved_since 11')
  })

  it('the same receipt with two answers', () => {
    const twice = change(log, 9, (line) => {
      const { receipt } = JSON.parse(log[lineOf(log, 5)]!).answer
      return { ...line, answer: { ...line.answer!, receipt } }
    })
    expect(named(twice)).toContain('receipt_twice 9')
  })

  it('other keys or another form than those of the first leaf', () => {
    const beginning = JSON.parse(log[0]!)
    const keys = [{ unit: 'xa-1', stratum: '', publicKey: 'AAAA' }]
    expect(named(log.with(0, JSON.stringify({ ...beginning, keys })))).toEqual(['keys_changed 0'])
    expect(named(log.with(0, JSON.stringify({ ...beginning, form: 'other.v1' })))).toEqual(['keys_changed 0'])
  })
})

describe('heads', () => {
  const headsAt = log.flatMap((line, at) => (JSON.parse(line).head ? [at] : []))
  const last = headsAt.at(-1)!
  const changeHead = (given: object) =>
    log.with(last, JSON.stringify({ head: { ...JSON.parse(log[last]!).head, ...given } }))

  it('must be signed, by a key that is expected, for this wave', () => {
    expect(named(changeHead({ day: '2026-11-01' }))).toEqual(['head_forged 61'])
    expect(named(changeHead({ wave: 'dot-khac' }))).toEqual(['head_of_other_wave 61', 'head_forged 61'])
    expect(named(log, { keys: [signer.key] })).toEqual([])
    const other = openLedgerKey(makeLedgerKey()).key
    expect(named(log, { keys: [other] })).toEqual(
      [1, 21, 51, 61].map((size) => `head_of_unknown_key ${size}`),
    )
  })

  it('that somebody has seen must be in the log', () => {
    const { size, root } = JSON.parse(log[headsAt[1]!]!).head
    expect(named(log, { head: { size, root } })).toEqual([])
    expect(named(log, { head: { size: size + 1, root } })).toEqual(['head_not_here 22'])
    // the file was cut after an earlier head: true in itself, but not what had been published
    const cut = log.slice(0, headsAt[1]! + 1)
    expect(named(cut)).toEqual([])
    const newest = JSON.parse(log[last]!).head
    expect(named(cut, { head: newest })).toEqual(['head_not_here 61'])
  })

  it('must not be missing', () => {
    expect(named(log.filter((_line, at) => !headsAt.includes(at)))).toContain('no_head')
    expect(named([])).toEqual(['beginning_missing', 'no_head'])
  })
})

it('a line that is none is named, and nothing breaks', () => {
  expect(named(log.with(5, '{"index": 4, "leaf"'))).toContain('line_unreadable')
  expect(
    verify(['<html>', 'null', '[]', '{"index":-1,"leaf":"x"}']).problems.map(({ line }) => line),
  ).toEqual([1, 2, 3, 4, undefined, undefined])
  const strange = change(log, 3, (line) => ({
    ...line,
    answer: { ...line.answer!, answers: { q1: '\ud800' } },
  }))
  expect(named(strange)).toEqual(['answer_changed 3'])
})
