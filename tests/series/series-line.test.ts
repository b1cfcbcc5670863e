import { describe, expect, it } from 'vitest'
import type { SeriesFile } from '#lib/definitions/series-file'
import { seriesCells } from '#lib/series/series-cells'
import { type Figure, figuresOf, seriesLine } from '#lib/series/series-line'
import papi from '../../surveys/series/papi.v1.json'
import par from '../../surveys/series/par-index.v1.json'
import sipas from '../../surveys/series/sipas.v1.json'

const ninhThuan = '58-1'
const figure = (given: Partial<Figure>): Figure => ({
  unitId: ninhThuan,
  year: 2023,
  dimension: '',
  kind: 'value',
  value: 80,
  rank: null,
  outOf: null,
  isDerived: false,
  source: 'báo cáo',
  ...given,
})
const line = (series: unknown, entered: Figure[] = [], dimension = '') =>
  seriesLine(series as SeriesFile, figuresOf(series as SeriesFile, entered, ninhThuan), dimension)

describe('seriesLine', () => {
  it('gives the published changes of PAPI: 46.0002 - 43.83 = 2.1702, and 3.086 in the year before', () => {
    const { points } = line(papi)
    expect(points.map(({ year, value }) => [year, value])).toEqual([
      [2020, 40.744],
      [2021, 43.83],
      [2022, 46.0002],
      [2023, 45.5054],
    ])
    const until = (year: number) => {
      const cut = { ...papi, figures: papi.figures.filter((one) => one.year <= year) }
      return line(cut).change?.value
    }
    expect(until(2022)).toBeCloseTo(2.1702, 10)
    expect(until(2021)).toBeCloseTo(3.086, 10)
    expect(line(papi).change?.value).toBeCloseTo(-0.4948, 10)
  })

  it('compares nothing across a change of method, although a difference was published', () => {
    const { last, change, noChange } = line(sipas)
    expect(last).toMatchObject({ year: 2022, value: 81.83, rank: 20, outOf: 63 })
    expect(last?.breakBefore?.why.vi).toContain('Phương pháp mới')
    expect([change, noChange]).toEqual([null, 'break'])
    expect(line(par).noChange).toBe('break')
  })

  it('notices a break in a year that itself has no figure', () => {
    const gap = { ...par, figures: par.figures.filter(({ year }) => year === 2021) }
    expect(line(gap, [figure({ year: 2023 })]).noChange).toBe('break')
    expect(line({ ...gap, breaks: [] }, [figure({ year: 2023 })]).change).toEqual({
      from: 2021,
      value: 80 - 86.55,
    })
  })

  it('says what is missing instead of a number', () => {
    const none = line({ ...papi, figures: [] })
    expect([none.last, none.change, none.noChange, none.distance]).toEqual([null, null, 'no-figure', null])
    expect(line({ ...papi, figures: [] }, [figure({ value: 44 })]).noChange).toBe('first-figure')
  })

  it('measures the distance in the better direction, to the next target that is not past', () => {
    const targets = [
      figure({ kind: 'target', year: 2022, value: 50 }),
      figure({ kind: 'target', year: 2025, value: 47 }),
      figure({ kind: 'target', year: 2026, value: 48 }),
    ]
    expect(line(papi, targets).target).toMatchObject({ year: 2025, value: 47 })
    expect(line(papi, targets).distance).toBeCloseTo(-1.4946, 10)
    expect(line({ ...papi, better: 'lower' }, targets).distance).toBeCloseTo(1.4946, 10)
  })

  it('lets a later entry replace an earlier one and the file, and lets an empty one take a figure back', () => {
    const entered = [
      figure({ year: 2022, value: 82 }),
      figure({ year: 2022, value: 82.5 }),
      figure({ year: 2021, value: null }),
    ]
    expect(line(sipas, entered).points.map(({ year, value }) => [year, value])).toEqual([
      [2020, 85.17],
      [2022, 82.5],
    ])
  })

  it('keeps units and dimensions apart', () => {
    const entered = [figure({ unitId: '56-1', value: 1 }), figure({ dimension: 'services', value: 7 })]
    expect(line(papi, entered).last?.value).toBe(45.5054)
    expect(line(papi, entered, 'services').last?.value).toBe(7)
  })
})

describe('seriesCells', () => {
  it('marks every cell as published and the year after a break as not comparable', () => {
    const cells = seriesCells(sipas as SeriesFile, ninhThuan, line(sipas))
    expect(cells.map(({ period, flags }) => [period, flags.join(' ')])).toEqual([
      ['2020', 'published'],
      ['2021', 'published'],
      ['2022', 'published method-changed'],
    ])
    expect(cells.every(({ standardError, low }) => standardError === null && low === null)).toBe(true)
  })
})
