import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDesign } from '#lib/stats/design'
import { sortByCovariates, sumCells } from '#lib/stats/exposure-cells'
import { exposureJackknifeVariance } from '#lib/stats/exposure-jackknife'
import { exposureShares } from '#lib/stats/exposure-shares'
import { replicateEstimate } from '#lib/stats/replicate-estimate'
import { jackknife } from '#lib/stats/replicates'

const person = fc.record({
  stratum: fc.integer({ min: 0, max: 2 }),
  village: fc.integer({ min: 0, max: 3 }),
  weight: fc.integer({ min: 1, max: 5 }),
  outcome: fc.constantFrom(0, 0.5, 1, Number.NaN),
  isExposed: fc.constantFrom(0, 1),
  cell: fc.integer({ min: 0, max: 3 }),
})

describe('exposureJackknifeVariance', () => {
  it.each(['crude', 'standardised'] as const)(
    'is the jackknife that computes everything anew for every village left out: %s',
    (reading) => {
      fc.assert(
        fc.property(fc.array(person, { minLength: 6, maxLength: 60 }), fc.boolean(), (people, knowsSizes) => {
          const valid = people.filter(({ outcome }) => !Number.isNaN(outcome))
          fc.pre([0, 1].every((one) => valid.some(({ isExposed }) => isExposed === one)))
          const design = makeDesign({
            weights: people.map(({ weight }) => weight),
            strata: people.map(({ stratum }) => stratum),
            clusters: [people.map(({ stratum, village }) => `${stratum} ${village}`)],
            populationSizes: knowsSizes ? [people.map(() => 9)] : null,
            lonelyPsu: 'adjust',
          })
          const cells = sortByCovariates(design, {
            outcome: people.map(({ outcome }) => outcome),
            isExposed: people.map(({ isExposed }) => isExposed),
            covariates: [people.map(({ cell }) => cell)],
          })
          const slow = replicateEstimate(jackknife(design), (weights) => {
            const { exposed, unexposed } = exposureShares(cells, sumCells(cells, weights), { reading })
            return exposed - unexposed
          })
          const variance = exposureJackknifeVariance(design, cells, reading, slow.value)
          if (slow.standardError === null) expect(variance).toBeNaN()
          else expect(variance).toBeCloseTo(slow.standardError ** 2, 12)
        }),
        { numRuns: 300 },
      )
    },
  )
})
