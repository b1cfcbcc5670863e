// Placing among units is checked against lib/composite, which is checked against COINr: two roads, one place.
import { describe, expect, it } from 'vitest'
import { normalise } from '#lib/composite/normalise'
import { treat } from '#lib/composite/treat'
import type { Criterion, IndexFile, Normalise } from '#lib/definitions/index-file'
import { isRelative, relativeColumn } from '#lib/scoring/relative-scale'
import { flattenScore } from '#lib/scoring/score'
import { scoreCells } from '#lib/scoring/score-cells'
import { relativeColumns, scoreUnits } from '#lib/scoring/score-units'

const plain = [3, 8, 5, 5, 9, 1]
const skewed = [1, 2, 3, 4, 5, 6, 7, 8, 9, 400]

function byComposite(
  values: number[],
  f_n: 'n_minmax' | 'n_zscore' | 'n_rank' | 'n_prank' | 'n_dist2max',
  f_n_para = {},
) {
  const stage = { units: values.map((_, at) => `u${at}`), columns: new Map([['x', values]]) }
  const member = {
    code: 'x',
    name: 'x',
    level: 1,
    parent: null,
    direction: 1 as const,
    weight: 1,
    denominator: null,
    settings: {},
  }
  const structure = {
    indicators: [member],
    aggregates: [],
    levels: 1,
    groups: [],
    denominators: [],
    others: [],
  }
  return normalise(stage, structure, { global_specs: { f_n, f_n_para }, indiv_specs: {} }).columns.get('x')!
}

function shares(scale: { normalise: Normalise; treat?: Criterion['treat'] }, values: number[]) {
  const column = relativeColumn(scale, values)
  return values.map((value) => column.place(value)?.share)
}

describe('a place among the units', () => {
  it('is that of COINr for ranges, z-scores, ranks and distances, as a share of full marks', () => {
    const pairs: [Normalise, number[]][] = [
      [
        { method: 'min-max', to: [1, 10] },
        byComposite(plain, 'n_minmax', { l_u: [1, 10] }).map((x) => x / 10),
      ],
      [
        { method: 'min-max', to: [-5, 20] },
        byComposite(plain, 'n_minmax', { l_u: [-5, 20] }).map((x) => x / 20),
      ],
      [
        { method: 'z-score', mean: 50, deviation: 10, full: 100 },
        byComposite(plain, 'n_zscore', { m_sd: [50, 10] }).map((x) => x / 100),
      ],
      [{ method: 'rank' }, byComposite(plain, 'n_rank').map((x) => x / plain.length)],
      [{ method: 'percentile-rank' }, byComposite(plain, 'n_prank')],
      [{ method: 'distance-to-best' }, byComposite(plain, 'n_dist2max')],
    ]
    for (const [scale, expected] of pairs) {
      const found = shares({ normalise: scale }, plain)
      for (const [at, share] of expected.entries()) expect(found[at], scale.method).toBeCloseTo(share, 12)
    }
  })

  it('is none where all units are equal, and for ranks of a figure that is none of theirs', () => {
    expect(shares({ normalise: { method: 'min-max', to: [0, 1] } }, [4, 4])).toEqual([undefined, undefined])
    expect(relativeColumn({ normalise: { method: 'rank' } }, plain).place(4)).toBeNull()
    expect(
      relativeColumn({ normalise: { method: 'min-max', to: [0, 1] } }, plain).place(4)?.share,
    ).toBeCloseTo(3 / 8, 12)
  })

  it('needs the other units for all but untreated goalposts', () => {
    const posts = { method: 'goalposts', low: 0, high: 10 } as const
    expect(isRelative({ normalise: posts })).toBe(false)
    expect(isRelative({ normalise: posts, treat: { first: 'winsorise' } })).toBe(true)
    expect(isRelative({ normalise: { method: 'rank' } })).toBe(true)
    expect(relativeColumn({ normalise: posts }, []).place(2.5)).toEqual({
      treated: 2.5,
      share: 0.25,
      slope: 0.1,
    })
  })
})

describe('outliers', () => {
  const scale: Normalise = { method: 'min-max', to: [0, 1] }
  const composite = (specs: object) =>
    treat(
      { units: skewed.map(String), columns: new Map([['x', skewed]]) },
      { global_specs: specs, indiv_specs: {}, combine_treat: false, disable: false },
    ).stage.columns.get('x')!

  it('are treated as in lib/composite before the scale is set', () => {
    for (const [first, second] of [
      ['winsorise', undefined],
      ['log_CT', undefined],
      ['log_CT_orig', undefined],
      ['winsorise', 'log_CT'],
    ] as const) {
      const found = shares({ normalise: scale, treat: { first, second } }, skewed)
      const expected = byComposite(composite({ f1: first, f2: second ?? null }), 'n_minmax', { l_u: [0, 1] })
      for (const [at, share] of expected.entries()) expect(found[at], first).toBeCloseTo(share, 12)
    }
    expect(shares({ normalise: scale }, skewed)[4]).toBeCloseTo(4 / 399, 12)
  })

  it('are left alone where the figures are within the thresholds, and the column says what was done', () => {
    const treatment = (values: number[]) =>
      relativeColumn({ normalise: scale, treat: { first: 'winsorise' } }, values).treatment
    expect([treatment(plain), treatment(skewed)]).toEqual(['', 'winsorise 1'])
  })

  it('pull a figure that is none of the units’ in as well, and bend its slope with the scale', () => {
    const pulled = relativeColumn({ normalise: scale, treat: { first: 'winsorise' } }, skewed)
    expect(pulled.place(300)).toMatchObject({ treated: 9, share: 1 })
    const bent = relativeColumn({ normalise: scale, treat: { first: 'log_CT' } }, skewed)
    const near = (bent.place(50.0001)!.share - bent.place(50)!.share) / 0.0001
    expect(bent.place(50)!.slope).toBeCloseTo(near, 6)
  })

  it('are told in the cell of the criterion', () => {
    const text = { vi: 'a', en: 'a' }
    const index = {
      slug: 'x',
      version: 1,
      scale: { min: 0, max: 100, unit: { vi: 'điểm', en: 'points' } },
      minimum: { answers: 1, share: 0.5 },
      bands: [{ name: text, from: 0 }],
      basis: { document: 'QĐ 1' },
      criteria: [
        {
          code: 'cases',
          name: text,
          weight: 1,
          direction: 'lower',
          treat: { first: 'winsorise' },
          normalise: { method: 'min-max', to: [1, 10] },
          source: { entered: { rule: { kind: 'figure' } } },
        },
      ],
    } as unknown as IndexFile
    const units = skewed.map((_, at) => `u${at}`)
    const entered = new Map(units.map((unit, at) => [unit, new Map([['cases', skewed[at]!]])]))
    const input = { index, samples: new Map(), entered }
    const data = { ...input, columns: relativeColumns(input, units) }
    const last = scoreUnits(data, 'u9', new Set(['u9']))
    expect(flattenScore(last)[1]).toMatchObject({ measured: 400, treated: -9, share: 0.1 })
    const cells = scoreCells(last, { index, unit: 'u9', period: 'p', source: '', entry: 'all' })
    expect(cells.map(({ flags }) => flags)).toEqual([['exact'], ['exact', 'treated']])
  })
})
