// What must hold for every index, whatever its tree, means and figures: tried on random ones.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Aggregation, Criterion, IndexFile } from '#lib/definitions/index-file'
import { flattenScore } from '#lib/scoring/score'
import type { EnteredFigure } from '#lib/scoring/score-input'
import { scoreIndex } from '#lib/scoring/score-tree'

const text = (vi: string) => ({ vi, en: vi })
type Shape = { max: number; share: EnteredFigure | null }[][]

const share = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100) },
  { weight: 1, arbitrary: fc.constant<EnteredFigure>('not-applicable') },
  { weight: 1, arbitrary: fc.constant(null) },
)
const leaf = fc.record({ max: fc.integer({ min: 1, max: 20 }), share })
const shapes: fc.Arbitrary<Shape> = fc.array(fc.array(leaf, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
})
const meanKinds = fc.constantFrom<Aggregation>('arithmetic', 'geometric', 'harmonic')

function build(shape: Shape, aggregation: Aggregation, rename = (code: string) => code) {
  const entered = new Map<string, EnteredFigure>()
  const criteria = shape.map((leaves, area): Criterion => {
    const children = leaves.map(({ max, share: given }, at): Criterion => {
      const code = rename(`c${area}_${at}`)
      if (given !== null) entered.set(code, typeof given === 'number' ? given * max : given)
      return {
        code,
        name: text(code),
        max,
        source: { entered: { rule: { kind: 'points', full: max }, mayNotApply: true } },
      }
    })
    const sum = leaves.reduce((total, { max }) => total + max, 0)
    return { code: rename(`a${area}`), name: text('a'), max: sum, children }
  })
  const index: IndexFile = {
    $schema: '',
    slug: 'any',
    version: 1,
    title: text('t'),
    method: text('m'),
    scale: { min: 0, max: 100, unit: text('điểm') },
    minimum: { answers: 1, share: 0.3 },
    bands: [{ name: text('b'), from: 0 }],
    aggregation,
    criteria,
  }
  return { index, entered }
}

function scoreOf(built: ReturnType<typeof build>) {
  return scoreIndex({ ...built, samples: new Map(), panel: null })
}

it('never falls when a component rises', () => {
  fc.assert(
    fc.property(shapes, meanKinds, fc.nat(), fc.integer({ min: 1, max: 50 }), (shape, mean, pick, rise) => {
      const known = shape.flatMap((leaves, area) =>
        leaves.flatMap((one, at) => (typeof one.share === 'number' ? [{ area, at }] : [])),
      )
      if (known.length === 0) return
      const { area, at } = known[pick % known.length]!
      const raised = shape.map((leaves) => leaves.map((one) => ({ ...one })))
      const one = raised[area]![at]!
      one.share = Math.min(1, (one.share as number) + rise / 100)
      const [before, after] = [scoreOf(build(shape, mean)).share, scoreOf(build(raised, mean)).share]
      if (before === null) expect(after).toBeNull()
      else expect(after!).toBeGreaterThanOrEqual(before - 1e-12)
    }),
  )
})

it('does not care for names or for the order of criteria', () => {
  fc.assert(
    fc.property(shapes, meanKinds, (shape, mean) => {
      const plain = scoreOf(build(shape, mean))
      const turned = [...shape].reverse().map((leaves) => [...leaves].reverse())
      const other = scoreOf(build(turned, mean, (code) => `x_${code}`))
      expect(other.status).toBe(plain.status)
      if (plain.share === null) expect(other.share).toBeNull()
      else expect(other.share).toBeCloseTo(plain.share, 12)
    }),
  )
})

it('is 100 where every component that applies has full marks, and “not applicable” where none applies', () => {
  fc.assert(
    fc.property(shapes, meanKinds, (shape, mean) => {
      const full = shape.map((leaves) =>
        leaves.map((one) => ({ ...one, share: one.share === 'not-applicable' ? one.share : 1 })),
      )
      const root = scoreOf(build(full, mean))
      const applies = full.flat().some((one) => one.share !== 'not-applicable')
      if (applies) expect(root.share).toBeCloseTo(1, 12)
      const nothing = shape.map((leaves) =>
        leaves.map((one) => ({ ...one, share: 'not-applicable' as const })),
      )
      for (const score of flattenScore(scoreOf(build(nothing, mean))))
        expect([score.status, score.share, score.applicable]).toEqual(['not-applicable', null, 0])
    }),
  )
})

it('is achieved points over applicable points in an index of points where nothing is missing', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const whole = shape.map((leaves) => leaves.map((one) => ({ ...one, share: one.share ?? 0.5 })))
      const leaves = whole.flat().filter((one) => one.share !== 'not-applicable')
      const achieved = leaves.reduce((sum, one) => sum + one.max * (one.share as number), 0)
      const applicable = leaves.reduce((sum, one) => sum + one.max, 0)
      const root = scoreOf(build(whole, 'arithmetic'))
      if (applicable === 0) expect(root.share).toBeNull()
      else expect(root.share).toBeCloseTo(achieved / applicable, 12)
    }),
  )
})
