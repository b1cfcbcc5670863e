// Units by criteria, each cell coloured by its share of full marks and carrying its number. "Ít dữ liệu" is hatched.
import type { ChartConfiguration } from 'chart.js'
import type { MatrixDataPoint } from 'chartjs-chart-matrix'
import { cellTextPlugin } from '#lib/charts/cell-text-plugin'
import type { ChartDefinition, ChartLabels } from '#lib/charts/chart-definition'
import { describeCell } from '#lib/charts/describe-cell'
import { formatNumber } from '#lib/charts/format-number'
import { palette, shade } from '#lib/charts/palette'
import { statusWords } from '#lib/charts/status-words'
import { uniqueInOrder } from '#lib/charts/unique-in-order'
import type { Cell } from '#lib/scoring/cell'

export const heatMap: ChartDefinition = {
  name: 'heat-map',
  title: { vi: 'Bản đồ nhiệt', en: 'Heat map' },

  /** Levels of one period: colours of changes or counts would rank what has no full marks. */
  accepts: (cells) =>
    cells.length > 0 &&
    cells.every((cell) => cell.scale === 'percent' || cell.scale === 'points') &&
    new Set(cells.map((cell) => cell.period)).size === 1 &&
    cells.every((cell) => !cell.criterion.includes('=')),

  minimumWidth: (cells) => 150 + uniqueInOrder(cells.map((cell) => cell.criterion)).length * 62,

  height: (cells) => 120 + uniqueInOrder(cells.map((cell) => cell.unit)).length * 34,

  build(cells, labels) {
    const units = uniqueInOrder(cells.map((cell) => cell.unit))
    const criteria = uniqueInOrder(cells.map((cell) => cell.criterion))
    const looks = cells.map((cell) => lookOf(cell, labels))
    const config: ChartConfiguration<'matrix', MatrixDataPoint[], string> = {
      type: 'matrix',
      data: {
        datasets: [
          {
            data: cells.map((cell) => ({ x: cell.criterion, y: cell.unit })),
            backgroundColor: looks.map((look) => look.background),
            borderColor: palette.paper,
            borderWidth: 1,
            width: ({ chart }) => ((chart.chartArea?.width ?? 0) / criteria.length || 1) - 2,
            height: ({ chart }) => ((chart.chartArea?.height ?? 0) / units.length || 1) - 2,
          },
        ],
      },
      options: {
        maintainAspectRatio: false,
        plugins: {
          legend: { display: false },
          tooltip: {
            callbacks: { title: () => '', label: ({ dataIndex }) => describeCell(cells[dataIndex]!, labels) },
          },
        },
        scales: {
          x: {
            type: 'category',
            position: 'top',
            labels: criteria,
            offset: true,
            grid: { display: false },
            ticks: {
              color: palette.ink,
              minRotation: 35,
              maxRotation: 60,
              autoSkip: false,
              callback: (_, at) => shorten(labels.criteria[criteria[at]!] ?? criteria[at]!, 22),
            },
          },
          y: {
            type: 'category',
            labels: units,
            reverse: false, // first unit on top; this kind of chart turns it round otherwise
            offset: true,
            grid: { display: false },
            ticks: {
              color: palette.ink,
              autoSkip: false,
              callback: (_, at) => labels.units[units[at]!] ?? units[at]!,
            },
          },
        },
      },
      plugins: [cellTextPlugin(looks, 'inside')],
    }
    return config as unknown as ChartConfiguration
  },
}

function lookOf(cell: Cell, { locale }: ChartLabels) {
  if (cell.value === null) {
    const text = statusWords[cell.status][locale]
    return { background: palette.noData, ink: palette.ink, text, isHatched: true }
  }
  const colours = shade(cell.maximum ? cell.value / cell.maximum : 0)
  return { ...colours, text: formatNumber(cell.value, cell.scale, locale), isHatched: false }
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}
