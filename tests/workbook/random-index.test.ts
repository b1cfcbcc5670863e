// Random definitions with random figures: whatever an index may say, its workbook comes to the engine's numbers.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Aggregation, Criterion, IndexFile, Normalise } from '#lib/definitions/index-file'
import type { EnteredRule, Source } from '#lib/definitions/index-source'
import type { EnteredFigure } from '#lib/scoring/score-input'
import { asVolunteers, makePeople, sampleOf } from '../support/made-up-survey'
import { recalculate } from '../support/recalculate'
import { workbookOf } from '../support/workbook-of'

const text = (vi: string) => ({ vi, en: vi })
const units = ['a', 'b', 'c', 'd']
const people = makePeople({ seed: 11, units, villages: 6, people: 9 })
const samples = [
  sampleOf(people),
  sampleOf(asVolunteers(people), { design: 'none', entry: 'open' }),
  // a unit whose answers are too few to be told
  sampleOf(people.filter(({ unit, cluster }) => unit !== 'b' || cluster === 'v0')),
]

const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)
const meanKinds = fc.constantFrom<Aggregation>('arithmetic', 'geometric', 'harmonic')

/** A rule with the figures that it takes. */
const rules: fc.Arbitrary<{ rule: EnteredRule; figure: fc.Arbitrary<number> }> = fc.constantFrom(
  { rule: { kind: 'linear', zero: 10, full: 90 }, figure: fc.integer({ min: 10, max: 90 }) },
  { rule: { kind: 'linear', zero: 40, full: 0 }, figure: fc.integer({ min: 0, max: 40 }) },
  {
    rule: { kind: 'points', full: 4 },
    figure: fc.integer({ min: 0, max: 16 }).map((quarter) => quarter / 4),
  },
  { rule: { kind: 'deduction', full: 3, perUnit: 0.5, least: 0.5 }, figure: fc.integer({ min: 0, max: 9 }) },
  {
    rule: {
      kind: 'steps',
      full: 2,
      steps: [
        { from: 0, points: 0 },
        { from: 50, points: 0.7 },
        { from: 80, points: 2 },
      ],
    },
    figure: fc.constantFrom(0, 30, 50, 79.9, 80, 120),
  },
  {
    rule: {
      kind: 'choice',
      full: 1,
      options: [
        { value: 2, name: text('một phần'), points: 0.4 },
        { value: 1, name: text('có'), points: 1 },
        { value: 0, name: text('không'), points: 0 },
      ],
    },
    figure: fc.constantFrom(0, 1, 2),
  },
)

const scales: fc.Arbitrary<Normalise | undefined> = fc.constantFrom<Normalise | undefined>(
  { method: 'min-max', to: [1, 10] },
  { method: 'goalposts', low: 0, high: 60 },
  { method: 'goalposts', low: 80, high: 10 },
  { method: 'z-score', mean: 5, deviation: 1.5, full: 10 },
  { method: 'percentile-rank' },
  { method: 'distance-to-best' },
)

const points = { 1: 0, 2: 0.25, 3: 0.5, 4: 0.75, 5: 1, 98: null }
const satisfied = { 1: 0, 2: 0, 3: 0, 4: 1, 5: 1, 98: null }
const conversion = [
  [0.3, 0],
  [0.5, 0.6],
  [0.9, 1],
] as [number, number][]

const surveys: fc.Arbitrary<Source> = fc
  .record({
    variables: fc.constantFrom<string[]>(
      ['access_1'],
      ['access_1', 'access_2'],
      ['staff_1', 'staff_2', 'knows'],
    ),
    points: fc.constantFrom(points, satisfied),
    pooling: fc.constantFrom('answers' as const, 'questions' as const),
    conversion: fc.constantFrom(undefined, conversion),
  })
  .map((one) => ({ form: 'made-up-form', ...one }))

type Figures = Map<string, Map<string, EnteredFigure>>
type Leaf = Pick<Criterion, 'source' | 'direction' | 'normalise'> & {
  /** Part ("" for the leaf itself) -> figure by unit; null: nothing entered. */
  figures: Record<string, (EnteredFigure | null)[]>
}

const given = (figure: fc.Arbitrary<number>) =>
  fc.array(
    fc.oneof(
      { weight: 7, arbitrary: figure },
      { weight: 1, arbitrary: fc.constant<EnteredFigure>('not-applicable') },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    { minLength: units.length, maxLength: units.length },
  )

const entered: fc.Arbitrary<Leaf> = rules.chain(({ rule, figure }) =>
  given(figure).map((all) => ({ source: { entered: { rule, mayNotApply: true } }, figures: { '': all } })),
)
const direction = fc.constantFrom(undefined, 'lower' as const)
const placed: fc.Arbitrary<Leaf> = fc.record({
  source: fc.constant<Source>({ entered: { rule: { kind: 'figure' } } }),
  direction,
  normalise: scales,
  figures: given(fc.integer({ min: 0, max: 100 })).map((all) => ({ '': all })),
})
const surveyed: fc.Arbitrary<Leaf> = fc.record({ source: surveys, direction, figures: fc.constant({}) })
const computed: fc.Arbitrary<Leaf> = fc
  .record({
    expression: fc.constantFrom(
      '0.6 * soft + 0.4 * hard',
      'min(soft, hard, 0.9)',
      '0.1 + soft * (hard + 0.5) - hard / 4',
      'soft / (hard - 0.5)',
    ),
    soft: surveys,
    hard: rules.chain(({ rule, figure }) => given(figure).map((all) => ({ rule, all }))),
  })
  .map(({ expression, soft, hard: { rule, all } }) => ({
    source: { expression, parts: { soft, hard: { entered: { rule } } } },
    figures: { hard: all },
  }))
const published: fc.Arbitrary<Leaf> = share.map((zero) => ({
  source: { external: { series: 'papi', zero: zero * 10, full: 50 } },
  figures: {},
}))

const leaf = fc.oneof(
  { weight: 4, arbitrary: entered },
  { weight: 2, arbitrary: placed },
  { weight: 3, arbitrary: surveyed },
  { weight: 2, arbitrary: computed },
  { weight: 1, arbitrary: published },
)

const child = fc.record({
  leaf,
  max: fc.integer({ min: 1, max: 12 }),
  extra: fc.constantFrom(undefined, undefined, undefined, 'bonus' as const, 'minus' as const),
  isOptional: fc.boolean(),
})
const area = fc.record({
  children: fc.array(child, { minLength: 1, maxLength: 4 }),
  isPoints: fc.boolean(),
  mean: fc.option(meanKinds, { nil: undefined }),
  max: fc.integer({ min: 5, max: 40 }),
  weight: fc.integer({ min: 0, max: 3 }),
})
const indexes = fc.record({
  areas: fc.array(area, { minLength: 1, maxLength: 3 }),
  isPoints: fc.boolean(),
  mean: meanKinds,
  missing: fc.constantFrom(undefined, 'zero' as const),
  mayExceedFull: fc.boolean(),
  minimumShare: fc.constantFrom(0, 0.5, 0.9),
  gradeDecimals: fc.constantFrom(undefined, 1),
  sample: fc.nat(samples.length - 1),
})

type Drawn = typeof indexes extends fc.Arbitrary<infer One> ? One : never

function build(drawn: Drawn): { index: IndexFile; figures: Figures } {
  const figures: Figures = new Map(units.map((unit) => [unit, new Map()]))
  const enter = (code: string, { figures: all }: Leaf) => {
    for (const [part, byUnit] of Object.entries(all))
      for (const [at, figure] of byUnit.entries())
        if (figure !== null) figures.get(units[at]!)!.set(part ? `${code}.${part}` : code, figure)
  }
  const criteria = drawn.areas.map((one, at): Criterion => {
    const children = one.children.map((each, place): Criterion => {
      const code = `c${at}_${place}`
      enter(code, each.leaf)
      const { figures: _figures, ...rest } = each.leaf
      const counts = one.isPoints && place > 0 ? each.extra : undefined
      const size = one.isPoints ? { max: each.max } : { weight: each.max / 12 }
      const more = { ...(counts ? { counts } : {}), ...(each.isOptional ? { isOptional: true } : {}) }
      return { code, name: text(code), ...size, ...more, ...rest }
    })
    const size = drawn.isPoints ? { max: one.max } : { weight: at === 0 ? 1 : one.weight / 3 }
    return { code: `a${at}`, name: text(`Lĩnh vực ${at}`), ...size, aggregation: one.mean, children }
  })
  const index: IndexFile = {
    $schema: '',
    slug: 'any',
    version: 1,
    title: text('Bộ thử'),
    method: text('m'),
    scale: { min: 0, max: 100, unit: text('điểm') },
    minimum: { answers: 15, share: drawn.minimumShare },
    missing: drawn.missing,
    mayExceedFull: drawn.mayExceedFull,
    gradeDecimals: drawn.gradeDecimals,
    aggregation: drawn.mean,
    bands: [
      { name: text('Thấp'), from: 10 },
      { name: text('Khá'), from: 40.5 },
      { name: text('Tốt'), from: 70 },
    ],
    criteria,
  }
  return { index, figures }
}

it('comes to the values of the engine for any index, any figures and any answers', () => {
  let compared = 0
  let largest = 0
  fc.assert(
    fc.property(
      indexes,
      fc.array(fc.integer({ min: 10, max: 50 }), { minLength: 4, maxLength: 4 }),
      (drawn, scores) => {
        const { index, figures } = build(drawn)
        const sample = samples[drawn.sample]!
        const input = {
          index,
          samples: new Map([[sample.form.slug, sample]]),
          entered: figures,
          published: new Map(units.map((unit, at) => [unit, new Map([['papi', scores[at]!]])])),
        }
        const found = recalculate(workbookOf(input, units))
        expect(found.faults).toEqual([])
        expect(found.largest).toBeLessThan(1e-9)
        compared += found.compared
        largest = Math.max(largest, found.largest)
      },
    ),
    { numRuns: 12, endOnFailure: true },
  )
  expect(compared).toBeGreaterThan(2_000)
  expect(largest).toBeLessThan(1e-9)
})
