// How many people recall each channel, with what was spent on it beside its name, the dearest first: a long bar far down is
// cheap reach, a short bar on top is money without listeners.
import type { ChartConfiguration } from 'chart.js'
import type { IErrorBarXDataPoint } from 'chartjs-chart-error-bars'
import { barRowOptions } from '#lib/charts/bar-row-options'
import { cellTextPlugin } from '#lib/charts/cell-text-plugin'
import type { ChartDefinition, ChartLabels } from '#lib/charts/chart-definition'
import { describeCell, textOfRow } from '#lib/charts/describe-cell'
import { errorBars } from '#lib/charts/error-bars'
import { labelLines } from '#lib/charts/label-lines'
import { palette } from '#lib/charts/palette'
import { pointOfCell } from '#lib/charts/point-of-cell'
import type { Cell } from '#lib/scoring/cell'

/** Two cells a channel (its code as `unit`): `reach` in percent and `cost` as a count of VND. */
export const reachSpending: ChartDefinition = {
  name: 'reach-spending',
  title: { vi: 'Tiếp cận và tiền chi', en: 'Reach and spending' },

  accepts: (cells) =>
    cells.some(({ criterion, scale }) => criterion === 'reach' && scale === 'percent') &&
    cells.every(({ criterion, scale }) => scale === (criterion === 'cost' ? 'count' : 'percent')) &&
    cells.every(({ criterion }) => criterion === 'reach' || criterion === 'cost') &&
    cells.some(({ criterion }) => criterion === 'cost'),

  minimumWidth: () => 300,

  height: (cells) => 90 + cells.length * 24,

  build(cells, labels) {
    const rows = rowsOf(cells)
    const config: ChartConfiguration<'barWithErrorBars', IErrorBarXDataPoint[], string[]> = {
      type: 'barWithErrorBars',
      data: {
        labels: rows.map(({ reach, cost }) => [
          ...labelLines(labels.units[reach.unit] ?? reach.unit),
          money(cost, labels),
        ]),
        datasets: [
          {
            label: labels.criteria.reach ?? 'reach',
            data: rows.map(({ reach }) => pointOfCell(reach)),
            backgroundColor: palette.bar,
            ...errorBars,
            maxBarThickness: 22,
          },
        ],
      },
      options: barRowOptions({
        min: 0,
        max: 100,
        describe: (at) => `${describeCell(rows[at]!.reach, labels)}; ${money(rows[at]!.cost, labels)}`,
        hasLegend: false,
        scale: 'percent',
        locale: labels.locale,
      }),
      plugins: [
        cellTextPlugin(
          rows.map(({ reach }) => textOfRow(reach, labels.locale)),
          'row',
        ),
      ],
    }
    return config as unknown as ChartConfiguration
  },
}

function rowsOf(cells: readonly Cell[]): { reach: Cell; cost: number | null }[] {
  const costs = new Map(cells.flatMap((cell) => (cell.criterion === 'cost' ? [[cell.unit, cell.value]] : [])))
  return cells
    .filter(({ criterion }) => criterion === 'reach')
    .map((reach) => ({ reach, cost: costs.get(reach.unit) ?? null }))
    .sort((a, b) => (b.cost ?? 0) - (a.cost ?? 0))
}

const millions = {
  vi: ['vi-VN', 'triệu đ', 'không ghi tiền'],
  en: ['en-GB', 'm VND', 'no money recorded'],
} as const

function money(cost: number | null, { locale }: ChartLabels): string {
  const [language, unit, none] = millions[locale]
  if (!cost) return none
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(cost / 1e6)} ${unit}`
}
