import type { ChartConfiguration } from 'chart.js'
import { describe, expect, it } from 'vitest'
import { charts, findChart } from '#lib/charts/registry'
import type { Cell } from '#lib/scoring/cell'
import {
  answerCells,
  changeOfUnits,
  countOfUnits,
  eventCells,
  labels,
  levelCells,
  openCells,
  publishedCells,
  spendingCells,
} from '../support/golden-cells'

const oneCriterion = levelCells.filter(({ criterion }) => criterion === 'access')
const own: Record<string, Cell[]> = {
  'heat-map': levelCells,
  ranking: oneCriterion,
  change: changeOfUnits,
  distribution: answerCells,
  counts: countOfUnits,
  series: publishedCells,
  'event-study': eventCells,
  'reach-spending': spendingCells,
}

/** The configuration as data: functions by what they are called, plugins by their id. */
function asData(config: ChartConfiguration): unknown {
  const plugins = config.plugins?.map(({ id }) => id)
  return JSON.parse(
    JSON.stringify({ ...config, plugins }, (_, value) =>
      typeof value === 'function' ? '(function)' : Number.isNaN(value) ? 'NaN' : value,
    ),
  )
}

const build = (name: string, cells: Cell[]) => findChart(name)!.build(cells, labels)
// biome-ignore lint/suspicious/noExplicitAny: looks into any kind of configuration
const tooltip = (config: any, dataIndex: number, datasetIndex = 0): string =>
  config.options.plugins.tooltip.callbacks.label({ dataIndex, datasetIndex })

describe.each(charts.map((chart) => [chart.name, chart] as const))('chart %s', (name, chart) => {
  it('draws its golden cells as in the snapshot', () => {
    expect(chart.accepts(own[name]!)).toBe(true)
    expect(asData(chart.build(own[name]!, labels))).toMatchSnapshot()
  })

  it('accepts none of the cells of the other charts', () => {
    for (const [other, cells] of Object.entries(own)) {
      const isKin = name === 'heat-map' && other === 'ranking'
      if (other !== name && !isKin) expect(`${other}: ${chart.accepts(cells)}`).toBe(`${other}: false`)
    }
    expect(chart.accepts([])).toBe(false)
  })

  it('grows with its rows', () => {
    expect(chart.height(own[name]!)).toBeGreaterThan(chart.height(own[name]!.slice(0, 1)) - 1)
    expect(chart.height(own[name]!)).toBeGreaterThanOrEqual(100)
  })

  it('never draws a number that its cell does not have', () => {
    const empty = own[name]!.map(
      (cell): Cell => ({ ...cell, value: null, low: null, high: null, status: 'too-few' }),
    )
    const { datasets } = chart.build(empty, labels).data
    const drawn = datasets
      .flatMap(({ data }) => data as unknown[])
      .flatMap((point) => (typeof point === 'object' ? Object.values(point as object) : point))
    expect(drawn.filter((value) => typeof value === 'number' && !Number.isNaN(value))).toEqual([])
  })
})

describe('ranking', () => {
  it('refuses an open survey: its figures describe the answers and nobody else', () => {
    expect(findChart('ranking')!.accepts(openCells)).toBe(false)
    expect(findChart('ranking')!.accepts([oneCriterion[0]!, openCells[1]!])).toBe(false)
  })

  it('puts the highest first and units without a number last', () => {
    const config = build(
      'ranking',
      levelCells.filter(({ criterion }) => criterion === 'staff'),
    )
    expect(config.data.labels).toEqual(['Xã Phước Hậu', 'Xã Phước Sơn', 'Xã Phước Hữu'])
  })
})

describe('tooltips', () => {
  it('carry value, interval and n', () => {
    expect(tooltip(build('ranking', oneCriterion), 0)).toBe(
      'Xã Phước Hậu, Tiếp cận dịch vụ: 82,3 (78,1 – 86,2), n = 380',
    )
  })

  it('say why there is no number', () => {
    expect(tooltip(build('heat-map', levelCells), 3)).toBe('Xã Phước Sơn, Công chức: ít dữ liệu')
    expect(tooltip(build('change', changeOfUnits), 3)).toContain('không so sánh được')
  })
})

describe('change', () => {
  it('colours a direction only where the data show one', () => {
    const [up, down, unclear, broken] = build('change', changeOfUnits).data.datasets[0]!
      .backgroundColor as string[]
    expect(new Set([up, down, unclear]).size).toBe(3)
    expect(broken).toBe(unclear)
  })

  it('gives both directions the same room', () => {
    const { min, max } = build('change', changeOfUnits).options!.scales!.x as { min: number; max: number }
    expect(min).toBe(-max)
    expect(max).toBeGreaterThanOrEqual(12)
  })
})

describe('event-study', () => {
  it('orders waves around the start and colours only what is after it and clear of zero', () => {
    const config = build('event-study', eventCells)
    expect(config.data.labels).toEqual(['-2', '0', '1'])
    const colours = config.data.datasets[0]!.backgroundColor as string[]
    expect(colours[0]).toBe(colours[1])
    expect(colours[2]).not.toBe(colours[1])
  })
})

describe('reach-spending', () => {
  it('puts the dearest channel first, with its money beside its name', () => {
    const config = build('reach-spending', spendingCells)
    expect(config.data.labels).toEqual([
      ['loudspeaker', '12 triệu đ'],
      ['leaflet', '4,5 triệu đ'],
    ])
  })
})
