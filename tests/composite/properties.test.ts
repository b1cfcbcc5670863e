// What must hold for every research index on fixed goalposts, tried on random ones: places among units would let one unit's
// gain move the others, and nothing could be promised.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildIndex } from '#lib/composite/build-index'
import { buildOptions } from '#lib/composite/build-options'

type Given = { values: number[][]; directions: number[]; weights: number[]; mean: string }

const given: fc.Arbitrary<Given> = fc.record({
  values: fc.array(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 4, maxLength: 4 }), {
    minLength: 3,
    maxLength: 6,
  }),
  directions: fc.array(fc.constantFrom(1, -1), { minLength: 4, maxLength: 4 }),
  weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
  mean: fc.constantFrom('a_amean', 'a_gmean', 'a_hmean'),
})

const indicators = [0, 1, 2, 3]

/** Two groups of two indicators below one index; codes and the order of everything may be turned. */
function scores(
  { values, directions, weights, mean }: Given,
  prefix = 'i',
  order = indicators,
): Map<string, number> {
  const meta = [
    'Level,iCode,Parent,Direction,Weight,Type',
    ...order.map((at) => `1,${prefix}${at},${at < 2 ? 'A' : 'B'},${directions[at]},${weights[at]},Indicator`),
    '2,A,T,1,2,Aggregate',
    '2,B,T,1,3,Aggregate',
    '3,T,,1,1,Aggregate',
  ]
  const rows = values.map((row, unit) => [`u${unit}`, ...order.map((at) => row[at])].join(','))
  const data = [['uCode', ...order.map((at) => `${prefix}${at}`)].join(','), ...rows]
  const options = buildOptions.parse({
    steps: ['Normalise', 'Aggregate'],
    Normalise: {
      global_specs: { f_n: 'n_goalposts', f_n_para: { gposts: [0, 100, 100] } },
      indiv_specs: Object.fromEntries(
        indicators
          .filter((at) => directions[at] === -1)
          .map((at) => [`${prefix}${at}`, { f_n: 'n_goalposts', f_n_para: { gposts: [-100, 0, 100] } }]),
      ),
    },
    Aggregate: { f_ag: mean },
  })
  const built = buildIndex(
    { file: 'D', text: data.join('\n') },
    { file: 'M', text: meta.join('\n') },
    options,
  )
  expect(built.faults).toEqual([])
  const { stage } = built.index!.stages.at(-1)!
  return new Map(stage.units.map((unit, at) => [unit, stage.columns.get('T')![at]!]))
}

it('never falls when an indicator gets better, and moves nobody else', () => {
  fc.assert(
    fc.property(given, fc.nat(), fc.integer({ min: 0, max: 3 }), (one, pick, at) => {
      const unit = pick % one.values.length
      const values = one.values.map((row) => [...row])
      values[unit]![at] = one.directions[at] === 1 ? 99 : 1
      const [before, after] = [scores(one), scores({ ...one, values })]
      for (const [code, score] of before)
        if (code === `u${unit}`) expect(after.get(code)!).toBeGreaterThanOrEqual(score - 1e-9)
        else expect(after.get(code)!).toBe(score)
    }),
    { numRuns: 60 },
  )
})

it('does not care for names, or for the order of indicators', () => {
  fc.assert(
    fc.property(given, (one) => {
      const turned = scores(one, 'other', [3, 1, 0, 2])
      for (const [code, score] of scores(one)) expect(turned.get(code)!).toBeCloseTo(score, 9)
    }),
    { numRuns: 60 },
  )
})

it('is 100 where every indicator is at its best', () => {
  fc.assert(
    fc.property(given, (one) => {
      const best = one.values.map(() => one.directions.map((direction) => (direction === 1 ? 100 : 0)))
      for (const score of scores({ ...one, values: best }).values()) expect(score).toBeCloseTo(100, 9)
    }),
    { numRuns: 30 },
  )
})
