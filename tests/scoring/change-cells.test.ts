import { describe, expect, it } from 'vitest'
import type { CellFlag } from '#lib/scoring/cell'
import { changeCells } from '#lib/scoring/change-cells'
import { makePanel } from '#lib/scoring/panel'
import { scoreIndex } from '#lib/scoring/score-tree'
import { makeDesign } from '#lib/stats/design'
import { designCovariance } from '#lib/stats/design-covariance'
import { ratio } from '#lib/stats/ratio'
import { codebook, index, makePeople, type Person, sampleOf } from '../support/made-up-survey'

const first = makePeople({ seed: 3, units: ['a'], villages: 8, people: 15 })
// The same villages with the same weights, other people.
const again = makePeople({ seed: 3, units: ['a'], villages: 8, people: 15, lift: 0.1 })
const elsewhere = makePeople({ seed: 4, units: ['a'], villages: 8, people: 15, lift: 0.1 }).map((person) => ({
  ...person,
  cluster: `other ${person.cluster}`,
}))

function change(
  before: Person[],
  after: Person[],
  options: { entered?: [string, number][]; design?: 'none'; breaks?: CellFlag[] } = {},
) {
  const design = options.design ?? 'clusters'
  const old = sampleOf(before, { wave: 'w0', design })
  const recent = sampleOf(after, { wave: 'w1', design })
  const panel = makePanel([old, recent], new Set(['a']))
  const scoreOf = (sample: typeof old, entered: [string, number][]) =>
    scoreIndex({ index, samples: new Map([[sample.form.slug, sample]]), panel, entered: new Map(entered) })
  const cells = changeCells({
    index,
    unit: 'a',
    period: 'w0→w1',
    source: 'made-up.v1; made-up-form.v1',
    entry: 'drawn',
    panel,
    before: scoreOf(old, [['online', 20]]),
    after: scoreOf(recent, options.entered ?? [['online', 30]]),
    breaks: options.breaks ?? [],
  })
  return (code: string) => cells.find((cell) => cell.criterion === code)!
}

/** Share satisfied of staff_1 in one wave, by rows of both waves in one design. */
function fromRows(before: Person[], after: Person[], isLinked: boolean) {
  const at = codebook.findIndex((variable) => variable.name === 'staff_1')
  const rows = [...before.map((row) => ({ ...row, wave: 0 })), ...after.map((row) => ({ ...row, wave: 1 }))]
  const label = (row: (typeof rows)[number], text: string) => (isLinked ? text : `${row.wave} ${text}`)
  const design = makeDesign({
    weights: rows.map((row) => row.weight),
    strata: rows.map((row) => label(row, row.stratum)),
    clusters: [rows.map((row) => label(row, row.cluster))],
  })
  const estimate = (wave: number) =>
    ratio(
      design,
      rows.map((row) => (row.coded[at]! >= 4 && row.coded[at]! <= 5 ? 1 : 0)),
      rows.map(() => 1),
      { domain: rows.map((row) => row.wave === wave && row.coded[at]! >= 1 && row.coded[at]! <= 5) },
    )
  const [old, recent] = [estimate(0), estimate(1)]
  const influence = recent.influence.map((value, row) => value - old.influence[row]!)
  return {
    value: recent.value - old.value,
    standardError: Math.sqrt(designCovariance(design, [influence])[0]!),
  }
}

describe('changeCells', () => {
  it('links the villages that serve in both waves, as one design of all rows would', () => {
    const cell = change(first, again)('manner')
    const rows = fromRows(first, again, true)
    expect(cell.value! / 100 / rows.value).toBeCloseTo(1, 11)
    expect(cell.standardError! / 100 / rows.standardError).toBeCloseTo(1, 11)
    expect(cell.flags).not.toContain('unlinked')
    expect(cell.low!).toBeLessThan(cell.value!)
  })

  it('treats villages drawn afresh as two independent samples, and says so', () => {
    const cell = change(first, elsewhere)('manner')
    const rows = fromRows(first, elsewhere, false)
    expect(cell.standardError! / 100 / rows.standardError).toBeCloseTo(1, 11)
    expect(cell.flags).toContain('unlinked')
    expect(cell.degreesOfFreedom).toBe(12)
  })

  it('shows the change of an entered figure as exact', () => {
    expect(change(first, again)('online')).toMatchObject({ value: 25, low: null, n: 0, status: 'ok' })
  })

  it('does not compare an index of all criteria with one of a part of them', () => {
    const cell = change(first, again, { entered: [] })
    expect(cell('online')).toMatchObject({ value: null, status: 'missing' })
    expect(cell('made-up')).toMatchObject({
      value: null,
      status: 'not-comparable',
      flags: ['method-changed'],
    })
    expect(cell('access').status).toBe('ok')
  })

  it('gives no number across a break', () => {
    const cell = change(first, again, { breaks: ['design-changed'] })('made-up')
    expect(cell).toMatchObject({
      value: null,
      low: null,
      status: 'not-comparable',
      flags: ['design-changed'],
    })
  })

  it('gives no number when one end has too few answers', () => {
    expect(change(first.slice(0, 10), again)('manner')).toMatchObject({ value: null, status: 'too-few' })
  })

  it('gives no interval for open surveys', () => {
    expect(change(first, again, { design: 'none' })('manner')).toMatchObject({
      status: 'no-design',
      low: null,
    })
  })

  it('marks a unit that takes part in one wave only as not comparable', () => {
    const sample = sampleOf(first)
    const panel = makePanel([sample], new Set(['a']))
    const after = scoreIndex({
      index,
      samples: new Map([['made-up-form', sample]]),
      panel,
      entered: new Map(),
    })
    const head = { index, unit: 'a', period: 'w0→w1', source: '', entry: 'drawn' as const, panel, breaks: [] }
    const cells = changeCells({ ...head, before: null, after })
    expect(cells).toHaveLength(6)
    expect(cells.every((cell) => cell.status === 'not-comparable' && cell.value === null)).toBe(true)
    expect(cells[0]!.flags).toEqual(['units-changed'])
  })
})
