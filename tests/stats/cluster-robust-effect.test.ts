import { describe, expect, it } from 'vitest'
import { clusterRobustEffect } from '#lib/stats/cluster-robust-effect'
import { makeDesign } from '#lib/stats/design'

const communes = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((name) => Array.from({ length: 6 }, () => name))
const isExposed = communes.map((name) => Number('abc'.includes(name)))
const isAfter = communes.map((_, row) => row % 2)
const values = communes.map((_, row) => Math.sin(3 * row) + (isExposed[row]! * isAfter[row]!) / 2)
const weights = communes.map((_, row) => 1 + (row % 5))
const data = { values, isExposed, isAfter }

describe('clusterRobustEffect', () => {
  const effect = clusterRobustEffect(makeDesign({ weights }), data, communes)

  it('corrects the sandwich error for few communes', () => {
    const [count, n] = [6, 36]
    expect((effect.standardErrorCr1 / effect.standardErrorCr0) ** 2).toBeCloseTo(
      ((count / (count - 1)) * (n - 1)) / (n - 4),
      12,
    )
    expect(effect.standardErrorCr2).toBeGreaterThan(effect.standardErrorCr0)
    expect(effect.degreesOfFreedomCr2).toBeLessThan(5)
  })

  it('does not depend on the order of rows, the scale of weights or the villages of the design', () => {
    const order = communes.map((_, row) => row).reverse()
    const pick = <T>(column: T[]) => order.map((row) => column[row]!)
    const design = makeDesign({
      weights: pick(weights).map((weight) => 1000 * weight),
      clusters: [order.map((row) => row % 7)],
    })
    const other = clusterRobustEffect(
      design,
      { values: pick(values), isExposed: pick(isExposed), isAfter: pick(isAfter) },
      pick(communes),
    )
    expect(other.standardErrorCr1).toBeCloseTo(effect.standardErrorCr1, 10)
    expect(other.standardErrorCr2).toBeCloseTo(effect.standardErrorCr2, 10)
    expect(other.degreesOfFreedomCr2).toBeCloseTo(effect.degreesOfFreedomCr2, 8)
  })

  it('works on a domain as on its rows alone', () => {
    const domain = communes.map((name) => name !== 'f')
    const kept = communes.flatMap((name, row) => (name === 'f' ? [] : [row]))
    const pick = <T>(column: T[]) => kept.map((row) => column[row]!)
    const inDomain = clusterRobustEffect(makeDesign({ weights }), data, communes, { domain })
    const alone = clusterRobustEffect(
      makeDesign({ weights: pick(weights) }),
      { values: pick(values), isExposed: pick(isExposed), isAfter: pick(isAfter) },
      pick(communes),
    )
    expect(inDomain).toEqual(alone)
    expect(inDomain.warnings).toEqual(['few_treated_communes'])
    expect(effect.warnings).toEqual([])
  })
})
