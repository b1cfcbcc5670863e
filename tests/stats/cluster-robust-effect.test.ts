import { describe, expect, it } from 'vitest'
import { clusterRobustEffect } from '#lib/stats/cluster-robust-effect'
import { makeDesign } from '#lib/stats/design'
import { wildClusterBootstrap } from '#lib/stats/wild-cluster-bootstrap'

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

describe('wildClusterBootstrap', () => {
  const test = wildClusterBootstrap(makeDesign({ weights }), data, communes)

  it('uses the t statistic of the cluster-robust effect and all sign patterns', () => {
    expect(test.draws).toBe(64)
    expect(test.statistic).toBeCloseTo(
      clusterRobustEffect(makeDesign({ weights }), data, communes).statistic!,
      10,
    )
  })

  it('counts the observed pattern and its mirror image, so p is never below 2 / 2^G', () => {
    expect(test.pValue).toBeGreaterThanOrEqual(2 / 64)
    const clear = values.map((value, row) => value / 1000 + isExposed[row]! * isAfter[row]!)
    expect(wildClusterBootstrap(makeDesign({ weights }), { ...data, values: clear }, communes).pValue).toBe(
      2 / 64,
    )
  })

  it('draws patterns from a seed when there are more than sixteen communes', () => {
    const many = communes.map((_, row) => `commune ${Math.floor(row / 2)}`)
    const first = wildClusterBootstrap(makeDesign({ weights }), data, many, { seed: 5 })
    expect(first.draws).toBe(65_536)
    expect(first.warnings).toEqual(['random_selection_of_relabellings'])
    expect(wildClusterBootstrap(makeDesign({ weights }), data, many, { seed: 5 })).toEqual(first)
  })
})
