import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, allocations } from '#lib/contacts/allocate'

const sizes = (...populations: number[]) =>
  populations.map((population, at) => ({ stratum: `s${at}`, population }))

describe('an allocation', () => {
  it('adds up to the whole, gives everybody one and nobody more than there are', () => {
    const anySizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(
        anySizes,
        fc.nat({ max: 3000 }),
        fc.constantFrom(...allocations),
        (populations, more, rule) => {
          const strata = sizes(...populations)
          const total = strata.length + more
          const found = allocate(strata, total, rule)
          const all = populations.reduce((sum, one) => sum + one, 0)
          expect([...found.values()].reduce((sum, one) => sum + one, 0)).toBe(Math.min(total, all))
          for (const { stratum, population } of strata) {
            expect(found.get(stratum)).toBeGreaterThanOrEqual(1)
            expect(found.get(stratum)).toBeLessThanOrEqual(population)
          }
        },
      ),
    )
  })

  it('follows the populations, within one of the exact share', () => {
    expect([...allocate(sizes(100, 300, 600), 50, 'proportional').values()]).toEqual([5, 15, 30])
    expect([...allocate(sizes(100, 300, 600), 9, 'proportional').values()]).toEqual([1, 3, 5])
  })

  it('gives a full stratum’s rest to the others', () => {
    expect([...allocate(sizes(2, 50, 50), 20, 'equal').values()]).toEqual([2, 9, 9])
  })

  it('is Neyman’s where deviations are known', () => {
    const strata = [
      { stratum: 'a', population: 100, deviation: 3 },
      { stratum: 'b', population: 300, deviation: 1 },
    ]
    expect([...allocate(strata, 40, 'neyman').values()]).toEqual([20, 20])
  })

  it('needs one for every stratum', () => {
    expect(() => allocate(sizes(5, 5), 1, 'equal')).toThrow(RangeError)
  })
})
