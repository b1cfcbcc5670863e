// Campaigns whose numbers were published (a city campaign with a knowledge index before and after; a national one with
// exposed and unexposed people): the estimators must give the differences that follow from the printed means.
import { describe, expect, it } from 'vitest'
import { communeChanges } from '#lib/stats/commune-changes'
import { communeLevelEffect } from '#lib/stats/commune-level-effect'
import { makeDesign } from '#lib/stats/design'
import { differenceInDifferences } from '#lib/stats/difference-in-differences'
import { exposureDifference } from '#lib/stats/exposure-difference'
import { staggeredEffect } from '#lib/stats/staggered-effect'

/** Means of the knowledge index: [before, after]. */
const published = {
  control: [1.37, 1.63],
  intervention: [1.38, 1.67],
  notRecalled: [1.36, 1.62],
  recalled: [1.51, 1.97],
  oneChannel: [1.51, 1.89],
  twoOrMore: [1.45, 2.24],
  television: [1.51, 2.02],
  poster: [1.3, 2.1],
  mobile: [1.46, 2.14],
} as const
type Group = keyof typeof published

/** Two people of each cell, a little above and below its mean. */
function peopleOf(group: Group, other: Group) {
  const cells = [other, group].flatMap((name, isExposed) =>
    published[name].flatMap((mean, isAfter) =>
      [-0.1, 0.1].map((off) => ({ value: mean + off, isExposed, isAfter })),
    ),
  )
  return {
    values: cells.map(({ value }) => value),
    isExposed: cells.map(({ isExposed }) => isExposed),
    isAfter: cells.map(({ isAfter }) => isAfter),
  }
}

const rounded = (value: number) => Math.round(value * 100) / 100

describe('the published city campaign', () => {
  it.each([
    ['intervention', 'control', 0.03],
    ['recalled', 'notRecalled', 0.2],
    ['oneChannel', 'notRecalled', 0.12],
    ['twoOrMore', 'notRecalled', 0.53],
    ['television', 'notRecalled', 0.25],
    ['poster', 'notRecalled', 0.54],
    ['mobile', 'notRecalled', 0.42],
  ] as const)('%s against %s gives %f', (group, other, expected) => {
    const data = peopleOf(group, other)
    const design = makeDesign({ weights: data.values.map(() => 1) })
    expect(rounded(differenceInDifferences(design, data).effect.value)).toBe(expected)
  })

  it.each([
    ['control', 0.26],
    ['intervention', 0.29],
    ['notRecalled', 0.26],
    ['recalled', 0.46],
    ['oneChannel', 0.38],
    ['twoOrMore', 0.79],
    ['television', 0.51],
    ['poster', 0.8],
    ['mobile', 0.68],
  ] as const)('%s changed by the printed %f, as the rows of the study page compute it', (group, expected) => {
    const data = peopleOf(group, group === 'control' ? 'intervention' : 'control')
    const design = makeDesign({ weights: data.values.map(() => 1) })
    const { means } = differenceInDifferences(design, data)
    expect(rounded(means.exposedBefore)).toBe(published[group][0])
    expect(rounded(means.exposedAfter)).toBe(published[group][1])
    const { changes } = communeChanges(design, data, data.isExposed)
    expect(rounded(changes.find(({ isExposed }) => isExposed)!.change)).toBe(expected)
  })

  it('has the same effect from the kernel of the effect page', () => {
    const means = [published.intervention, published.intervention, published.control, published.control].map(
      ([before, after], at) => [before, after + (at % 2 ? 0.01 : -0.01)],
    )
    const panel = { communes: ['a', 'b', 'c', 'd'], means, starts: [1, 1, null, null] }
    const effect = staggeredEffect(panel)!
    expect(rounded(effect.value)).toBe(0.03)
    const twoGroups = communeLevelEffect(
      means.map(([before, after], at) => ({ commune: `${at}`, isExposed: at < 2, change: after! - before! })),
    )
    expect(effect.low).toBeCloseTo(twoGroups.low!, 12)
    expect(effect.high).toBeCloseTo(twoGroups.high!, 12)
    // 0.03 (standard error of the published model 0.038): not told from nothing, here neither
    expect(effect.low).toBeLessThan(0)
  })
})

describe('the published attitude campaign', () => {
  it('has 14 points between the exposed (77 %) and the others (63 %)', () => {
    const people = [77, 63].flatMap((share, other) =>
      Array.from({ length: 100 }, (_, at) => ({ agrees: at < share ? 1 : 0, isExposed: 1 - other })),
    )
    const comparison = exposureDifference(
      makeDesign({ weights: people.map(() => 1) }),
      {
        outcome: people.map(({ agrees }) => agrees),
        isExposed: people.map(({ isExposed }) => isExposed),
        covariates: [],
      },
      { reading: 'crude' },
    )
    expect(rounded(comparison.exposed)).toBe(0.77)
    expect(rounded(comparison.unexposed)).toBe(0.63)
    expect(rounded(comparison.difference)).toBe(0.14)
  })
})
