import { describe, expect, it } from 'vitest'
import type { IndexFile } from '#lib/definitions/index-file'
import { makePanel } from '#lib/scoring/panel'
import type { Sample } from '#lib/scoring/sample'
import { flattenScore } from '#lib/scoring/score'
import { scoreIndex } from '#lib/scoring/score-tree'
import { makeDesign } from '#lib/stats/design'
import { designCovariance } from '#lib/stats/design-covariance'
import { ratio } from '#lib/stats/ratio'
import { codebook, index, makePeople, type Person, sampleOf } from '../support/made-up-survey'

const people = makePeople({ seed: 7, units: ['a', 'b', 'c'], villages: 8, people: 15 })

function score(
  sample: Sample,
  units: string[] | null,
  entered: [string, number][] = [['online', 30]],
  of = index,
) {
  return scoreIndex({
    index: of,
    samples: new Map([[sample.form.slug, sample]]),
    panel: makePanel([sample], units && new Set(units)),
    entered: new Map(entered),
  })
}

const find = (root: ReturnType<typeof score>, code: string) =>
  flattenScore(root).find((one) => one.code === code)!

/** The same index from single people, through the row-level functions of lib/stats. */
function scoreFromRows(rows: Person[], unit: string) {
  const design = makeDesign({
    weights: rows.map((row) => row.weight),
    strata: rows.map((row) => `${row.unit} ${row.stratum}`),
    clusters: [rows.map((row) => `${row.unit} ${row.cluster}`)],
  })
  const satisfied = (code: number) => (code >= 4 && code <= 5 ? 1 : 0)
  const leaf = (names: string[], points: (code: number) => number) => {
    const columns = names.map((name) => codebook.findIndex((variable) => variable.name === name))
    const valid = (row: Person) => columns.filter((at) => row.coded[at]! >= 1 && row.coded[at]! <= 5)
    return ratio(
      design,
      rows.map((row) => valid(row).reduce((sum, at) => sum + points(row.coded[at]!), 0)),
      rows.map((row) => valid(row).length),
      { domain: rows.map((row) => row.unit === unit && valid(row).length > 0) },
    )
  }
  const access = leaf(['access_1', 'access_2'], satisfied)
  const manner = leaf(['staff_1'], satisfied)
  const skill = leaf(['staff_2', 'knows'], (code) => code / 5)
  const weights = [0.4, 0.175, 0.175]
  const covariance = designCovariance(
    design,
    [access, manner, skill].map((estimate) => estimate.influence),
  )
  const variance = weights.reduce(
    (sum, a, i) => sum + weights.reduce((inner, b, j) => inner + a * b * covariance[i * 3 + j]!, 0),
    0,
  )
  return {
    value: weights[0]! * access.value + weights[1]! * manner.value + weights[2]! * skill.value + 0.25 * 0.75,
    standardError: Math.sqrt(variance),
    access,
    manner,
  }
}

describe('scoreIndex', () => {
  it('gives from tallies what single rows give, value and error, to 1e-12', () => {
    for (const unit of ['a', 'b', 'c']) {
      const fromTallies = score(sampleOf(people), [unit])
      const fromRows = scoreFromRows(people, unit)
      expect(Math.abs(fromTallies.share! / fromRows.value - 1)).toBeLessThan(1e-12)
      expect(Math.abs(fromTallies.estimate!.standardError! / fromRows.standardError - 1)).toBeLessThan(1e-12)
      for (const code of ['access', 'manner'] as const) {
        const leaf = find(fromTallies, code)
        expect(Math.abs(leaf.share! / fromRows[code].value - 1)).toBeLessThan(1e-12)
        expect(Math.abs(leaf.estimate!.standardError! / fromRows[code].standardError! - 1)).toBeLessThan(
          1e-12,
        )
        expect(leaf.estimate!.degreesOfFreedom).toBe(fromRows[code].degreesOfFreedom)
      }
    }
  })

  it('counts the people of the question that most of them answered', () => {
    const validIn = (name: string) => {
      const at = codebook.findIndex((variable) => variable.name === name)
      return people.filter(({ unit, coded }) => unit === 'a' && coded[at]! >= 1 && coded[at]! <= 5).length
    }
    const root = score(sampleOf(people), ['a'])
    expect(find(root, 'access').n).toBe(Math.max(validIn('access_1'), validIn('access_2')))
    expect(find(root, 'manner').n).toBe(validIn('staff_1'))
  })

  it('keeps missing apart from zero: an entered 0 counts, a figure not entered leaves the sum', () => {
    const sample = sampleOf(people)
    const full = score(sample, ['a'])
    const withZero = score(sample, ['a'], [['online', 0]])
    const without = score(sample, ['a'], [])
    expect(withZero.share).toBeCloseTo(full.share! - 0.25 * 0.75, 12)
    expect(without.share).toBeCloseTo(withZero.share! / 0.75, 12)
    expect(without.flags).toContain('rescaled')
    expect(withZero.flags).not.toContain('rescaled')
    expect(find(without, 'online').status).toBe('missing')
  })

  it('gives no index when less of the weight is measured than the definition asks for', () => {
    const strict: IndexFile = { ...index, minimum: { answers: 20, share: 0.8 } }
    const root = score(sampleOf(people), ['a'], [], strict)
    expect(root).toMatchObject({ share: null, status: 'missing' })
    expect(find(root, 'access').share).not.toBeNull()
  })

  it('says too few below the minimum of answers, and for the index that hangs on it', () => {
    const few = people.filter(({ unit }) => unit === 'a').slice(0, 15)
    const root = score(sampleOf(few), ['a'])
    expect(find(root, 'access')).toMatchObject({ share: null, status: 'too-few', n: expect.any(Number) })
    expect(find(root, 'access').n).toBeGreaterThan(0)
    expect(root).toMatchObject({ share: null, status: 'too-few' })
  })

  it('says missing for a unit nobody answered for', () => {
    expect(score(sampleOf(people), ['nowhere'], [])).toMatchObject({ share: null, status: 'missing', n: 0 })
  })

  it('marks an open survey as a description of its answers only', () => {
    const root = score(sampleOf(people, { design: 'none' }), ['a'])
    expect(root.status).toBe('no-design')
    expect(find(root, 'manner').status).toBe('no-design')
  })

  it('says nothing about lonely or few villages where none were drawn', () => {
    const oneVillage = people.map((person) => ({ ...person, cluster: '', stratum: '' }))
    expect(score(sampleOf(oneVillage, { design: 'clusters' }), ['a']).flags).not.toEqual([])
    expect(score(sampleOf(oneVillage, { design: 'none' }), ['a']).flags).toEqual([])
  })

  it('shows a criterion of weight 0 without counting it', () => {
    const extra = {
      code: 'extra',
      name: { vi: 'Thêm', en: 'Extra' },
      weight: 0,
      source: index.criteria[0]!.source!,
    }
    const root = score(sampleOf(people), ['a'], undefined, { ...index, criteria: [...index.criteria, extra] })
    expect(root.share).toBe(score(sampleOf(people), ['a']).share)
    expect(find(root, 'extra').share).toBe(find(root, 'access').share)
  })

  it('refuses an entered figure beyond its maximum', () => {
    expect(() => score(sampleOf(people), ['a'], [['online', 41]])).toThrow(/online is 41/)
  })

  it('does not score a form version that the source does not name', () => {
    const source = {
      form: 'made-up-form',
      versions: [2],
      variables: ['staff_1'],
      points: { 1: 0, 2: 0, 3: 0, 4: 1, 5: 1 },
    }
    const root = score(sampleOf(people), ['a'], [], {
      ...index,
      criteria: [{ code: 'manner', name: { vi: 'Thái độ', en: 'Manner' }, weight: 1, source }],
    })
    expect(root).toMatchObject({ share: null, status: 'missing' })
  })
})
