// A draw, its weights and its design, through lib/stats: the same numbers as R's survey (4.1) gives for the drawn rows with
// svydesign(strata, ids, weights = 1/p, fpc) and svytotal, svymean. The draw itself is repeated from its seed, so this also
// fails when a seed no longer means the same people.
import { describe, expect, it } from 'vitest'
import { type DrawPlan, drawSample } from '#lib/contacts/draw-sample'
import { hashFrame, orderFrame } from '#lib/contacts/frame'
import { sampleDesign } from '#lib/contacts/sample-design'
import { makeDesign } from '#lib/stats/design'
import { populationTotal } from '#lib/stats/population-total'
import { weightedMean } from '#lib/stats/weighted-mean'

const frame = orderFrame(
  Array.from({ length: 60 }, (_, at) => ({
    id: `p${String(at).padStart(2, '0')}`,
    stratum: at < 35 ? 'a' : 'b',
    cluster: `${at < 35 ? 'a' : 'b'}${at % 6}`,
    size: at === 7 ? 400 : ((at * 37) % 23) + 3,
  })),
)
const answerOf = (id: string) => ((Number(id.slice(1)) * 13) % 17) + Number(id.slice(1)) / 10

const cases: [string, DrawPlan, { total: number; totalError: number; mean: number; meanError: number }][] = [
  [
    'a stratified simple sample',
    { method: 'simple', sizes: { a: 9, b: 6 }, perCluster: null },
    {
      total: 755.47222222222229,
      totalError: 58.038699041413338,
      mean: 12.591203703703703,
      meanError: 0.96731165069022229,
    },
  ],
  [
    'clusters taken whole',
    { method: 'cluster', sizes: { a: 3, b: 3 }, perCluster: null },
    {
      total: 664.60000000000002,
      totalError: 34.609536258089328,
      mean: 10.719354838709677,
      meanError: 0.36426353013550733,
    },
  ],
  [
    'a sample by size with a unit taken for sure',
    { method: 'pps', sizes: { a: 8, b: 6 }, perCluster: null },
    {
      total: 462.90812154127519,
      totalError: 142.34149282920637,
      mean: 9.2746348729275248,
      meanError: 2.1109307612315629,
    },
  ],
  [
    'a systematic sample',
    { method: 'systematic', sizes: { a: 7, b: 5 }, perCluster: null },
    { total: 662, totalError: 88.432884155160309, mean: 11.033333333333333, meanError: 1.4738814025860052 },
  ],
  [
    'two people of each drawn cluster',
    { method: 'cluster', sizes: { a: 3, b: 4 }, perCluster: 2 },
    {
      total: 564.30000000000007,
      totalError: 79.978559626940012,
      mean: 9.1756097560975611,
      meanError: 1.1862699797249203,
    },
  ],
]

describe.each(cases)('%s', (_name, plan, expected) => {
  it('gives the estimates and errors that R gives', () => {
    const result = drawSample(frame, plan, 'R', hashFrame(frame))
    if ('faults' in result) throw new Error('not drawn')
    const design = makeDesign(sampleDesign(plan.method, result.drawn, result.strata))
    const values = result.drawn.map(({ id }) => answerOf(id))
    const total = populationTotal(design, values)
    const mean = weightedMean(design, values)
    expect(total.value / expected.total).toBeCloseTo(1, 12)
    expect(total.standardError! / expected.totalError).toBeCloseTo(1, 11)
    expect(mean.value / expected.mean).toBeCloseTo(1, 12)
    expect(mean.standardError! / expected.meanError).toBeCloseTo(1, 11)
  })
})
