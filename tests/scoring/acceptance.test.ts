// Published tables of Vietnamese indices, scored by the engine. Where a table does not follow from its own parts, the test
// says so and by how much.
import { describe, expect, it } from 'vitest'
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import { gradeOf } from '#lib/scoring/grade-of'
import { roundHalfUp } from '#lib/scoring/round-half-up'
import { flattenScore } from '#lib/scoring/score'
import { scoreCells } from '#lib/scoring/score-cells'
import type { EnteredFigure } from '#lib/scoring/score-input'
import { relativeColumns, scoreUnits } from '#lib/scoring/score-units'
import provinceFrame from '../../surveys/indexes/par-index-province.v1.json'

const text = (vi: string) => ({ vi, en: vi })

function makeIndex(criteria: Criterion[], more: Partial<IndexFile> = {}): IndexFile {
  return {
    $schema: '',
    slug: 'table',
    version: 1,
    title: text('Bảng'),
    method: text('Cộng điểm'),
    scale: { min: 0, max: 100, unit: text('điểm') },
    minimum: { answers: 1, share: 0.5 },
    bands: [{ name: text('C'), from: 0 }],
    criteria,
    ...more,
  }
}

const points = (code: string, max: number, more: Partial<Criterion> = {}): Criterion => ({
  code,
  name: text(code),
  max,
  source: { entered: { rule: { kind: 'points', full: max }, mayNotApply: true } },
  ...more,
})

function score(index: IndexFile, figures: Record<string, EnteredFigure>) {
  const entered = new Map([['u', new Map(Object.entries(figures))]])
  const root = scoreUnits({ index, samples: new Map(), entered }, 'u', new Set(['u']))
  const cells = scoreCells(root, { index, unit: 'u', period: '2022', source: '', entry: 'all' })
  return { root, scores: flattenScore(root), cells, value: cells[0]!.value }
}

describe('AT-PAR-1, Ninh Thuận 2022', () => {
  const index = makeIndex([
    points('appraisal', 61.5),
    {
      code: 'impact',
      name: text('Tác động'),
      max: 38.5,
      children: [points('sipas', 10), points('leaders', 22), points('economy', 6.5)],
    },
  ])
  const { cells, value } = score(index, { appraisal: 54.2, sipas: 8.23, leaders: 18.05, economy: 5.31 })
  const percent = (code: string) => {
    const cell = cells.find((one) => one.criterion === code)!
    return (100 * cell.value!) / cell.maximum!
  }

  it('gives the printed parts', () => {
    expect(percent('appraisal')).toBeCloseTo(88.13, 2)
    expect(percent('impact')).toBeCloseTo(82.05, 2)
    expect(cells.find((one) => one.criterion === 'impact')!.value).toBeCloseTo(31.59, 10)
  })

  it('comes within 0.01 of the printed total, which does not follow from its rounded parts', () => {
    expect(value).toBeCloseTo(85.79, 10)
    expect(Math.abs(value! - 85.78)).toBeLessThanOrEqual(0.01 + 1e-9)
    expect(roundHalfUp(85.78 - 0.99, 2)).toBe(84.79)
  })
})

it('AT-PAR-1 on the province frame in surveys/: the same figures give the same parts', () => {
  const frame = provinceFrame as unknown as IndexFile
  const areas = { direction: 7.5, institutions: 7, procedures: 9.5, organization: 7, civil_service: 10 }
  const rest = { public_finance: 4.2, digital: 9 }
  const appraised = Object.entries({ ...areas, ...rest }).map(([area, got]) => [`area_${area}`, got])
  const impact = { satisfaction: 8.23, leaders_survey: 18.05, economy: 5.31 }
  const { cells, value } = score(frame, { ...Object.fromEntries(appraised), ...impact })
  const of = (code: string) => cells.find((one) => one.criterion === code)!
  expect(of('appraisal').value).toBeCloseTo(54.2, 10)
  expect((100 * of('appraisal').value!) / of('appraisal').maximum!).toBeCloseTo(88.13, 2)
  expect(of('impact').value).toBeCloseTo(31.59, 10)
  expect(Math.abs(value! - 85.78)).toBeLessThanOrEqual(0.01 + 1e-9)
  expect(gradeOf(frame, 85.78).name.vi).toBe('B')
  expect(cells.every(({ flags }) => flags.includes('no-text'))).toBe(true)
})

describe('AT-PAR-2, criteria that do not apply, Thanh Hóa 2023', () => {
  const index = makeIndex([points('a', 60), points('b', 24), points('c', 16)])

  it('measures 68.32 points by the applicable maximum of 84: 81.33 %', () => {
    const { value, root } = score(index, { a: 50, b: 18.32, c: 'not-applicable' })
    expect(root.applicable).toBe(84)
    expect(roundHalfUp(value!, 2)).toBe(81.33)
  })

  it('leaves 92.83 points as they are where everything applies', () => {
    expect(score(index, { a: 55, b: 22.83, c: 15 }).value).toBeCloseTo(92.83, 10)
  })

  it('says “không áp dụng”, not 0, where nothing applies', () => {
    const { cells } = score(index, { a: 'not-applicable', b: 'not-applicable', c: 'not-applicable' })
    expect(cells.map(({ status, value }) => [status, value])).toEqual(Array(4).fill(['not-applicable', null]))
  })

  it('takes the maximum away through every level', () => {
    const nested = makeIndex([
      points('a', 60),
      { code: 'area', name: text('B'), max: 40, children: [points('b', 24), points('c', 16)] },
    ])
    const { value, cells } = score(nested, { a: 50, b: 18.32, c: 'not-applicable' })
    expect(value).toBeCloseTo((100 * 68.32) / 84, 10)
    expect(cells.find(({ criterion }) => criterion === 'area')).toMatchObject({ maximum: 24, value: 18.32 })
  })
})

it('AT-PAR-3: the areas of the 2017 set add up to 100 points', () => {
  const areas = [10, 10, 14.5, 11, 16, 7, 16, 15.5]
  const index = makeIndex(areas.map((max, at) => points(`area_${at + 1}`, max)))
  const all = Object.fromEntries(areas.map((max, at) => [`area_${at + 1}`, max]))
  expect(score(index, all).value).toBe(100)
})

it('AT-PAR-4: a score on the edge of a band has the higher grade', () => {
  const bands = [
    { name: text('-'), from: 0 },
    { name: text('C'), from: 70 },
    { name: text('B'), from: 80 },
    { name: text('A'), from: 90 },
  ]
  const grade = (value: number, gradeDecimals?: number) => gradeOf({ bands, gradeDecimals }, value).name.vi
  expect([90, 89.99, 80, 79.99, 70, 69.99].map((value) => grade(value))).toEqual([
    'A',
    'B',
    'B',
    'C',
    'C',
    '-',
  ])
  // 0.1 + 0.2 style dirt is no grade
  expect(grade(70.1 + 19.9 - 1e-13)).toBe('A')
  expect([grade(89.996), grade(89.996, 2)]).toEqual(['B', 'A'])
})

it('AT-PAR-5: shares of grades, Khánh Hòa 2020', () => {
  const shares = [29, 11, 4, 0].map((count) => roundHalfUp((100 * count) / 44, 2))
  expect(shares).toEqual([65.91, 25, 9.09, 0])
})

it('AT-766, Quảng Nam 19/8/2024: six groups give 80.1 of 100', () => {
  const groups: [string, number, number, number][] = [
    ['open', 13.2, 18, 73.3],
    ['progress', 18.4, 20, 92],
    ['online', 7.7, 12, 64.2],
    ['payment', 7.6, 10, 76],
    ['satisfaction', 17.6, 18, 97.8],
    ['digitised', 15.6, 22, 70.9],
  ]
  const index = makeIndex(groups.map(([code, , max]) => points(code, max)))
  const { value, scores } = score(index, Object.fromEntries(groups.map(([code, got]) => [code, got])))
  expect(value).toBeCloseTo(80.1, 10)
  for (const [code, , , percent] of groups)
    expect(roundHalfUp(100 * scores.find((one) => one.code === code)!.share!, 1), code).toBe(percent)
})

describe('DDCI', () => {
  const hatinh: [string, number[], number, string | null][] = [
    ['Hồng Lĩnh', [9.21, 8.97, 9.72, 8.77, 8.54, 9.78, 7.74, 8.36, 8.99], 89.45, 'Rất tốt'],
    ['TP Hà Tĩnh', [8.4, 8.37, 9.26, 8.21, 5.89, 9.69, 8.19, 6.61, 7.64], 80.26, 'Rất tốt'],
    ['Hương Khê', [8.07, 7.04, 9.07, 8.26, 6.47, 8.68, 7.23, 7.43, 8.22], 79.12, 'Tốt'],
    ['TX Kỳ Anh', [7.29, 8.24, 7.74, 7.81, 5.01, 7.92, 9.04, 6.64, 6.35], 73.07, 'Tốt'],
    ['Vũ Quang', [7.02, 6.62, 7.71, 6.79, 5.1, 7.64, 6.37, 8.77, 5.99], 68.85, 'Khá'],
    ['Lộc Hà', [5.48, 4.08, 7.04, 5.58, 5.6, 5.55, 4.49, 5.88, 4.87], 54.52, 'Trung bình'],
    ['Cẩm Xuyên', [1, 2.58, 1, 1.23, 1.85, 1, 1.89, 1, 1.15], 13.77, 'Rất thấp'],
    ['Sở GDĐT', [8.42, 7.44, 9.78, 7.76, 7.58, 9.66, 8.39, Number.NaN, 8.21], 84.89, null],
    ['Sở LĐTBXH', [8.84, 7.95, 7.35, 9, 8.01, 8.92, 5.97, Number.NaN, 8.5], 84.48, null],
    ['Sở Tư pháp', [7.66, 8.27, 7.08, 8.81, 5.42, 7.95, 4.82, Number.NaN, 5.6], 68.2, 'Khá'],
    ['Sở KHĐT', [6.48, 6.49, 7.27, 7.03, 5.86, 7.86, 5.4, Number.NaN, 6.71], 67.8, null],
    ['Sở Y tế', [6.17, 5.31, 7.78, 6.16, 2.84, 7.7, 7.43, Number.NaN, 6.33], 62.08, null],
  ]
  const bands = [
    [0, 'Rất thấp'],
    [50, 'Trung bình'],
    [60, 'Khá'],
    [70, 'Tốt'],
    [80, 'Rất tốt'],
  ].map(([from, name]) => ({ from: from as number, name: text(name as string) }))
  const codes = ['mb', 'tg', 'nd', 'kct', 'ht', 'tc', 'bd', 'dd', 'nang_dong']
  const index = makeIndex(
    codes.map((code) => points(code, 10)),
    { scale: { min: 0, max: 100, unit: text('điểm') }, bands },
  )
  const computed = hatinh.map(([, parts]) => {
    const figures = codes.map((code, at) => [code, Number.isNaN(parts[at]) ? 'not-applicable' : parts[at]!])
    return score(index, Object.fromEntries(figures)).value!
  })

  it('ranks and grades Hà Tĩnh 2021 as printed', () => {
    const districts = computed.slice(0, 7)
    expect([...districts].sort((a, b) => b - a)).toEqual(districts)
    for (const [unit, , total, grade] of hatinh)
      if (grade) expect(gradeOf(index, total).name.vi, unit).toBe(grade)
    const grades = computed.slice(0, 7).map((value) => gradeOf(index, value).name.vi)
    expect(grades).toEqual(hatinh.slice(0, 7).map(([, , , grade]) => grade))
  })

  it('does not give the printed totals: the page uses weights it does not print', () => {
    const differences = computed.map((value, at) => value - hatinh[at]![2])
    expect(Math.min(...differences)).toBeCloseTo(-3.81, 1)
    expect(Math.max(...differences)).toBeCloseTo(1.31, 1)
  })

  it('places figures among the units from 1 to 10, downwards where less is better', () => {
    const placed = makeIndex([
      {
        code: 'more',
        name: text('Càng nhiều càng tốt'),
        weight: 0.5,
        normalise: { method: 'min-max', to: [1, 10] },
        source: { entered: { rule: { kind: 'figure' } } },
      },
      {
        code: 'less',
        name: text('Càng ít càng tốt'),
        weight: 0.5,
        direction: 'lower',
        normalise: { method: 'min-max', to: [1, 10] },
        source: { entered: { rule: { kind: 'figure' } } },
      },
    ])
    const figures: [string, number][] = [
      ['a', 20],
      ['b', 35],
      ['c', 50],
    ]
    const entered = new Map(
      figures.map(([unit, x]) => [
        unit,
        new Map([
          ['more', x],
          ['less', x],
        ]),
      ]),
    )
    const input = { index: placed, samples: new Map(), entered }
    const columns = relativeColumns(input, ['a', 'b', 'c'])
    for (const [unit, x] of figures) {
      const [, more, less] = flattenScore(scoreUnits({ ...input, columns }, unit, new Set([unit])))
      const forward = (9 * (x - 20)) / 30 + 1
      expect(10 * more!.share!).toBeCloseTo(forward, 12)
      expect(10 * less!.share!).toBeCloseTo(11 - forward, 12)
    }
  })

  it('Ninh Thuận 2023: the printed distance to the median is a difference of printed figures', () => {
    expect(roundHalfUp(77.26 - 4.68, 2)).toBe(72.58)
  })
})

it('AT-PAPI: printed differences of Ninh Thuận', () => {
  expect(roundHalfUp(46.0002 - 42.2377, 4)).toBe(3.7625)
  expect(roundHalfUp(46.0002 - 43.83, 4)).toBe(2.1702)
  expect(roundHalfUp(43.83 - 42.269, 3)).toBe(1.561)
})

describe('AT-PCI', () => {
  const weights = [5, 5, 20, 5, 10, 5, 5, 20, 20, 5]
  const index = makeIndex(
    weights.map((weight, at) => ({
      code: `s${at + 1}`,
      name: text(`s${at + 1}`),
      weight: weight / 100,
      source: {
        expression: '0.6 * survey + 0.4 * hard',
        parts: {
          survey: { entered: { rule: { kind: 'points', full: 10 } } },
          hard: { entered: { rule: { kind: 'points', full: 10 } } },
        },
      },
    })),
  )
  const figures = (survey: number, hard: number) =>
    Object.fromEntries(
      weights.flatMap((_, at) => [
        [`s${at + 1}.survey`, survey],
        [`s${at + 1}.hard`, hard],
      ]),
    )

  it('gives 70 where all ten sub-indices are 7', () => {
    expect(score(index, figures(7, 7)).value).toBeCloseTo(70, 10)
  })

  it('mixes 60 % survey with 40 % hard data: 6 and 8 give 6.8', () => {
    expect(10 * score(index, figures(6, 8)).scores[1]!.share!).toBeCloseTo(6.8, 12)
  })
})

it('DTI: nine main indices give 1,000 points, one of them none', () => {
  const maxima = [100, 100, 100, 100, 100, 200, 150, 150]
  const index = makeIndex(
    maxima.map((max, at) => points(`m${at}`, max)),
    {
      scale: { min: 0, max: 1000, unit: text('điểm') },
    },
  )
  const all = Object.fromEntries(maxima.map((max, at) => [`m${at}`, max]))
  expect(score(index, all).value).toBe(1000)
  expect(maxima.reduce((sum, max) => sum + max, 0)).toBe(1000)
  expect(10 + 11 + 7 + 13 + 12 + 22 + 12 + 8 + 3).toBe(98)
})

describe('SIPAS tables', () => {
  it('AT-2, AT-3, AT-4, AT-6: rates, changes and sums as printed', () => {
    expect(roundHalfUp((100 * 28439) / 30000, 2)).toBe(94.8)
    expect(roundHalfUp((100 * 28372) / 28439, 2)).toBe(99.76)
    expect(roundHalfUp((100 * 28372) / 30000, 2)).toBe(94.57)
    expect([82.66 - 80.08, 83.94 - 82.66, 81.83 - 88.64].map((one) => roundHalfUp(one, 2))).toEqual([
      2.58, 1.28, -6.81,
    ])
    expect(roundHalfUp(90.06 + 8.98 + 0.96, 2)).toBe(100)
    expect(3200 + 5000 + 15800).toBe(24000)
  })

  it('AT-5: the total of 2022 is the plain mean of both blocks, rounded half up; those of 2023 and 2024 are not', () => {
    const total = (policy: number, service: number) => {
      const index = makeIndex([
        { ...points('policy', 100), max: undefined, weight: 0.5 },
        { ...points('service', 100), max: undefined, weight: 0.5 },
      ])
      return score(index, { policy, service }).value!
    }
    expect(roundHalfUp(total(79.72, 80.43), 2)).toBe(80.08)
    expect(roundHalfUp(1.005, 2)).toBe(1.01)
    expect(roundHalfUp(total(82.49, 82.97), 2)).not.toBe(82.66)
    expect(roundHalfUp(total(83.84, 84.09), 2)).not.toBe(83.94)
  })
})

describe('parts that are left out', () => {
  const criteria = [
    points('appraised', 70),
    { code: 'survey', name: text('Điều tra'), max: 30, isOptional: true, children: [points('asked', 30)] },
  ]

  it('re-scales the appraisal to the whole when the optional survey is absent', () => {
    const { value, root } = score(makeIndex(criteria), { appraised: 63 })
    expect(value).toBeCloseTo(90, 10)
    expect(root.flags).toContain('rescaled')
  })

  it('tells missing from zero, unless the definition counts what is missing as nothing', () => {
    const plain = makeIndex([points('a', 50), points('b', 50)])
    expect(score(plain, { a: 40 }).value).toBeCloseTo(80, 10)
    expect(score(plain, { a: 40, b: 0 }).value).toBeCloseTo(40, 10)
    expect(score({ ...plain, missing: 'zero' }, { a: 40 }).value).toBeCloseTo(40, 10)
    expect(score({ ...plain, minimum: { answers: 1, share: 0.6 } }, { a: 40 }).value).toBeNull()
  })

  it('adds bonus and takes minus points without moving the maximum', () => {
    const index = makeIndex([
      points('a', 100),
      points('bonus', 5, { counts: 'bonus' }),
      points('minus', 10, { counts: 'minus' }),
    ])
    expect(score(index, { a: 80 }).value).toBeCloseTo(80, 10)
    expect(score(index, { a: 80, bonus: 2, minus: 6 }).value).toBeCloseTo(76, 10)
    expect(score(index, { a: 99, bonus: 5 }).value).toBe(100)
    expect(score({ ...index, mayExceedFull: true }, { a: 99, bonus: 5 }).value).toBeCloseTo(104, 10)
    expect(score(index, { a: 3, minus: 10 }).value).toBe(0)
  })
})
