import { describe, expect, it } from 'vitest'
import { drawVillages, villagesAsText } from '#lib/contacts/draw-villages'
import { parseClusters } from '#lib/imports/parse-clusters'

const units = ['u1', 'u2']
const frame = units.flatMap((unitId, unit) =>
  Array.from({ length: 6 }, (_, at) => ({
    unitId,
    code: `v${at}`,
    name: at === 0 ? 'Thôn Hoài Trung, khu “1”' : `Thôn ${at}`,
    stratum: at < 3 ? 'ven biển' : 'miền núi',
    size: 100 * (at + 1) + unit,
  })),
)
const drawn = (method: 'all' | 'simple' | 'pps', perStratum = 2) => {
  const result = drawVillages(frame, { method, perStratum, perVillage: 40 }, 'seed')
  if ('faults' in result) throw new Error('not drawn')
  return result
}

describe('drawn villages', () => {
  it('carry a weight that makes up for both stages', () => {
    const { clusters } = drawn('simple')
    expect(clusters).toHaveLength(8)
    for (const { unitId, code, weight } of clusters) {
      const { size } = frame.find((line) => line.unitId === unitId && line.code === code)!
      expect(weight).toBeCloseTo((3 / 2) * (size / 40), 10)
    }
  })

  it('by size give everybody of a stratum the same weight', () => {
    const weights = drawn('pps').clusters.filter(
      ({ unitId, stratum }) => unitId === 'u1' && stratum === 'miền núi',
    )
    expect(weights[0]!.weight).toBeCloseTo((400 + 500 + 600) / (2 * 40), 10)
    expect(weights[1]!.weight).toBeCloseTo(weights[0]!.weight, 10)
  })

  it('ask nobody twice in a village smaller than the aim', () => {
    const result = drawVillages(
      [{ ...frame[0]!, size: 10 }],
      { method: 'all', perStratum: 1, perVillage: 40 },
      's',
    )
    expect('clusters' in result && result.clusters[0]!.weight).toBe(1)
  })

  it('come back from the text that a wave takes over, to the last digit', () => {
    const { clusters } = drawn('pps')
    const read = parseClusters(
      villagesAsText(clusters),
      units.map((id) => ({ id, code: id })),
    )
    expect(read.faults).toEqual([])
    expect(read.clusters).toEqual(clusters)
  })
})
