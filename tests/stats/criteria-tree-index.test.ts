import { describe, expect, it } from 'vitest'
import { criteriaTreeIndex, type TreeArea } from '#lib/stats/criteria-tree-index'
import { makeDesign } from '#lib/stats/design'
import { countItems } from '#lib/stats/item-counts'
import { ratio } from '#lib/stats/ratio'

const rows = 60
const villages = Array.from({ length: rows }, (_, row) => Math.floor(row / 6))
const answers = Array.from({ length: rows }, (_, row) => 1 + ((row * row + 3 * Math.floor(row / 6)) % 5))
const design = makeDesign({
  weights: answers.map((answer, row) => 1 + ((row + answer) % 3)),
  clusters: [villages],
})
const counts = countItems([answers], { satisfied: [3, 4, 5], valid: [1, 2, 3, 4, 5] })
const rules = { missing: 'rescale', minimumCoverage: 0.5 } as const

const areas = (line: [number, number][], points: number | null = 3): TreeArea[] => [
  { name: 'direction', criteria: [{ kind: 'entered', name: 'plan', maximumPoints: 5, points }] },
  { name: 'staff', criteria: [{ kind: 'survey', name: 'satisfied', maximumPoints: 15, counts, line }] },
]

describe('criteriaTreeIndex', () => {
  it('passes the error of a share on in proportion to its points', () => {
    const share = ratio(design, counts.satisfied, counts.valid)
    const index = criteriaTreeIndex(
      design,
      areas([
        [0, 0],
        [1, 1],
      ]),
      rules,
    )
    expect(index.percent).toBeCloseTo(((3 + 15 * share.value) / 20) * 100, 10)
    expect(index.standardErrorLinearised).toBeCloseTo(75 * share.standardError!, 10)
    expect(index.standardErrorJackknife! / index.standardErrorLinearised!).toBeCloseTo(1, 1)
  })

  it('gives areas of entered points no sampling error', () => {
    const [direction] = criteriaTreeIndex(
      design,
      areas([
        [0, 0],
        [1, 1],
      ]),
      rules,
    ).areas
    expect(direction).toMatchObject({ percent: 60, standardErrorLinearised: 0, standardErrorJackknife: 0 })
  })

  it('recommends the jackknife near a corner of the scoring line, where the slope is only half the truth', () => {
    const { value } = ratio(design, counts.satisfied, counts.valid)
    expect(
      criteriaTreeIndex(
        design,
        areas([
          [0, 0],
          [value + 0.001, 1],
          [1, 1],
        ]),
        rules,
      ).recommended,
    ).toBe('jackknife')
    expect(
      criteriaTreeIndex(
        design,
        areas([
          [-9, 0],
          [10, 1],
        ]),
        rules,
      ).recommended,
    ).toBe('linearised')
  })

  it('leaves a survey criterion out when nobody of the unit answered it', () => {
    const nobody = countItems([answers.map(() => 8)], { satisfied: [4, 5], valid: [1, 2, 3, 4, 5] })
    const unknown = areas([
      [0, 0],
      [1, 1],
    ]).map((area) => ({
      ...area,
      criteria: area.criteria.map((criterion) =>
        criterion.kind === 'survey' ? { ...criterion, counts: nobody } : criterion,
      ),
    }))
    const index = criteriaTreeIndex(design, unknown, rules)
    expect(index.areas[1]).toMatchObject({ points: null, percent: null, standardErrorLinearised: null })
    expect(index).toMatchObject({ percent: 60, maximumPoints: 5 })
  })

  it('is unknown, interval and errors included, under the policy "null" with a gap', () => {
    expect(
      criteriaTreeIndex(
        design,
        areas(
          [
            [0, 0],
            [1, 1],
          ],
          null,
        ),
        { ...rules, missing: 'null' },
      ),
    ).toMatchObject({
      percent: null,
      standardErrorLinearised: null,
      standardErrorJackknife: null,
      low: null,
      high: null,
    })
  })
})
