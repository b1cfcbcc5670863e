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
    expect(first.draws).toBe(10_000)
    expect(first.warnings).toEqual(['random_selection_of_relabellings'])
    expect(wildClusterBootstrap(makeDesign({ weights }), data, many, { seed: 5 })).toEqual(first)
  })
})
