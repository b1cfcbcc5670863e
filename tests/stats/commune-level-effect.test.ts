import { describe, expect, it } from 'vitest'
import type { CommuneChange } from '#lib/stats/commune-changes'
import { communeLevelEffect } from '#lib/stats/commune-level-effect'
import { drawStandardNormals } from '#lib/stats/normal-draws'

const changes = (exposed: number[], others: number[]): CommuneChange[] => [
  ...exposed.map((change, index) => ({ commune: `E${index}`, isExposed: true, change })),
  ...others.map((change, index) => ({ commune: `O${index}`, isExposed: false, change })),
]

describe('communeLevelEffect', () => {
  it('agrees with the textbook two-sample t test', () => {
    // Student's sleep data, R: t.test(extra ~ group, var.equal = TRUE) and FALSE
    const effect = communeLevelEffect(
      changes(
        [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
        [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
      ),
    )
    expect(effect.value).toBeCloseTo(1.58, 12)
    expect(effect.pValue).toBeCloseTo(0.07918671, 8)
    expect(effect.low).toBeCloseTo(-0.203874, 6)
    expect(effect.welch.degreesOfFreedom).toBeCloseTo(17.77647, 5)
    expect(effect.welch.pValue).toBeCloseTo(0.07939414, 8)
  })

  it('describes but does not test with one exposed commune', () => {
    expect(communeLevelEffect(changes([0.2], [0.1, 0, 0.05]))).toMatchObject({
      standardError: null,
      low: null,
      pValue: null,
      welch: { pValue: null },
      warnings: ['too_few_communes'],
    })
  })

  it('gives no interval when all changes of a group agree exactly', () => {
    expect(communeLevelEffect(changes([0.2, 0.2], [0.1, 0.1]))).toMatchObject({
      standardError: 0,
      low: null,
      pValue: null,
    })
  })

  it('raises a false alarm in about one of twenty studies without effect', () => {
    const communes = 9
    const studies = 2000
    const noise = drawStandardNormals(communes * studies, 20260101)
    let alarms = 0
    for (let study = 0; study < studies; study++) {
      const drawn = noise.subarray(study * communes, (study + 1) * communes)
      if (communeLevelEffect(changes([...drawn.slice(0, 4)], [...drawn.slice(4)])).pValue! < 0.05) alarms++
    }
    expect(Math.abs(alarms / studies - 0.05)).toBeLessThan(0.015)
  })
})
