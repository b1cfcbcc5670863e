// A published index year by year. Where the method changed the line stops and a new one begins: two figures that cannot
// be compared are never joined.
import type { ChartConfiguration } from 'chart.js'
import type { ChartDefinition } from '#lib/charts/chart-definition'
import { describeCell } from '#lib/charts/describe-cell'
import { formatNumber } from '#lib/charts/format-number'
import { palette } from '#lib/charts/palette'
import type { Cell } from '#lib/scoring/cell'

type Point = { x: number; y: number }

export const series: ChartDefinition = {
  name: 'series',
  title: { vi: 'Qua các năm', en: 'Year by year' },

  accepts: (cells) =>
    cells.length > 0 &&
    cells.every((cell) => cell.flags.includes('published')) &&
    new Set(cells.map((cell) => `${cell.unit} ${cell.criterion}`)).size === 1,

  minimumWidth: () => 280,

  height: () => 220,

  build(cells, labels) {
    const config: ChartConfiguration<'line', Point[]> = {
      type: 'line',
      data: {
        datasets: unbroken(cells).map((part) => ({
          data: part.map(({ period, value }) => ({
            x: value === null ? Number.NaN : Number(period),
            y: value ?? Number.NaN,
          })),
          borderColor: palette.up,
          backgroundColor: palette.up,
          borderWidth: 2,
          pointRadius: 5,
          pointHoverRadius: 7,
          spanGaps: false,
        })),
      },
      options: {
        responsive: true,
        maintainAspectRatio: false,
        scales: {
          x: {
            type: 'linear',
            ...yearRange(cells),
            afterBuildTicks: (axis) => {
              axis.ticks = wholeYears(axis.min, axis.max)
            },
            ticks: {
              color: palette.ink,
              callback: (year) => String(year),
              maxRotation: 0,
              autoSkipPadding: 12,
            },
            grid: { color: palette.grid },
          },
          y: {
            ticks: {
              color: palette.ink,
              callback: (value) => formatNumber(Number(value), 'points', labels.locale),
            },
            grid: { color: palette.grid },
            grace: '15%',
          },
        },
        plugins: {
          legend: { display: false },
          tooltip: {
            callbacks: {
              title: () => '',
              label: ({ datasetIndex, dataIndex }) => {
                const cell = unbroken(cells)[datasetIndex]?.[dataIndex]
                return cell ? `${cell.period}. ${describeCell(cell, labels)}` : ''
              },
            },
          },
        },
      },
    }
    return config as unknown as ChartConfiguration
  },
}

/** Runs of years that can be compared. */
function unbroken(cells: readonly Cell[]): Cell[][] {
  const parts: Cell[][] = []
  for (const cell of cells) {
    const part = parts.at(-1)
    if (part && !cell.flags.includes('method-changed')) part.push(cell)
    else parts.push([cell])
  }
  return parts
}

const wholeYears = (min: number, max: number) =>
  Array.from({ length: Math.floor(max) - Math.ceil(min) + 1 }, (_, at) => ({ value: Math.ceil(min) + at }))

/** Half a year of room on both sides, so that a lone point does not sit on the frame. */
function yearRange(cells: readonly Cell[]): { min: number; max: number } {
  const years = cells.map((cell) => Number(cell.period))
  return { min: Math.min(...years) - 0.5, max: Math.max(...years) + 0.5 }
}
