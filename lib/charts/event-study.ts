// Communes with the campaign against those still without it, wave by wave around the start. Points before the start should lie
// at zero: where they do not, the communes differed already and the points after it mean little.
import type { ChartConfiguration } from 'chart.js'
import type { ChartDefinition, ChartLabels } from '#lib/charts/chart-definition'
import { errorBars } from '#lib/charts/error-bars'
import { formatInterval, formatNumber } from '#lib/charts/format-number'
import { palette } from '#lib/charts/palette'
import type { Cell } from '#lib/scoring/cell'

/** One outcome; `period` counts waves since the start: 0 is the first wave after it. */
export const eventStudy: ChartDefinition = {
  name: 'event-study',
  title: { vi: 'Trước và sau khi bắt đầu', en: 'Before and after the start' },

  accepts: (cells) =>
    cells.length > 0 &&
    cells.every(({ scale, period }) => scale === 'difference' && /^-?\d+$/.test(period)) &&
    new Set(cells.map(({ unit, criterion }) => `${unit} ${criterion}`)).size === 1,

  minimumWidth: (cells) => 200 + cells.length * 60,

  height: () => 280,

  build(given, labels) {
    const cells = [...given].sort((a, b) => Number(a.period) - Number(b.period))
    const config = {
      type: 'lineWithErrorBars',
      data: {
        labels: cells.map((cell) => nameOf(cell, labels)),
        datasets: [
          {
            data: cells.map(({ value, low, high }) => {
              const y = value ?? Number.NaN
              return { y, yMin: low ?? y, yMax: high ?? y }
            }),
            showLine: false,
            pointRadius: 6,
            pointStyle: cells.map(({ period }) => (Number(period) < 0 ? 'rectRot' : 'circle')),
            backgroundColor: cells.map(colourOf),
            borderColor: cells.map(colourOf),
            ...errorBars,
          },
        ],
      },
      options: {
        maintainAspectRatio: false,
        plugins: {
          legend: { display: false },
          tooltip: {
            callbacks: {
              title: () => '',
              label: ({ dataIndex }: { dataIndex: number }) => describe(cells[dataIndex]!, labels),
            },
          },
        },
        scales: {
          x: { type: 'category', offset: true, grid: { display: false }, ticks: { color: palette.ink } },
          y: {
            ...rangeOf(cells),
            grid: {
              color: ({ tick }: { tick: { value: number } }) =>
                tick.value === 0 ? palette.ink : palette.grid,
              lineWidth: ({ tick }: { tick: { value: number } }) => (tick.value === 0 ? 2 : 1),
            },
            ticks: {
              color: palette.ink,
              callback: (value: number | string) => formatNumber(Number(value), 'difference', labels.locale),
            },
          },
        },
      },
    }
    return config as unknown as ChartConfiguration
  },
}

const nameOf = ({ period }: Cell, labels: ChartLabels) => labels.criteria[`event=${period}`] ?? period

function describe(cell: Cell, labels: ChartLabels): string {
  if (cell.value === null) return nameOf(cell, labels)
  const interval = formatInterval(cell, labels.locale)
  const value = formatNumber(cell.value, 'difference', labels.locale)
  return `${nameOf(cell, labels)}: ${value}${interval ? ` (${interval})` : ''}`
}

/** Grey before the start and where zero lies within the interval. */
function colourOf({ period, low, high }: Cell): string {
  if (Number(period) < 0 || low === null || high === null || (low <= 0 && high >= 0)) return palette.unclear
  return low > 0 ? palette.up : palette.down
}

/** The same room on both sides of zero. */
function rangeOf(cells: readonly Cell[]): { min: number; max: number } {
  const ends = cells.flatMap(({ value, low, high }) => [value ?? 0, low ?? 0, high ?? 0]).map(Math.abs)
  const side = Math.max(5, Math.ceil(Math.max(...ends) / 5) * 5)
  return { min: -side, max: side }
}
