// Units in the order of one criterion, with their 95 % intervals. The surprise: it refuses an open survey, and says
// "cannot be told apart" by the intervals it draws: a bare rank would be a claim nobody can keep. Only entered figures,
// which have no sampling error, stand without one.
import type { ChartConfiguration } from 'chart.js'
import type { IErrorBarXDataPoint } from 'chartjs-chart-error-bars'
import { barRowOptions } from '#lib/charts/bar-row-options'
import { cellTextPlugin } from '#lib/charts/cell-text-plugin'
import type { ChartDefinition } from '#lib/charts/chart-definition'
import { describeCell, textOfRow } from '#lib/charts/describe-cell'
import { errorBars } from '#lib/charts/error-bars'
import { inOrderOfValue } from '#lib/charts/in-order-of-value'
import { palette } from '#lib/charts/palette'
import { pointOfCell } from '#lib/charts/point-of-cell'
import { flagWords } from '#lib/charts/status-words'
import type { Cell } from '#lib/scoring/cell'

export const ranking: ChartDefinition = {
  name: 'ranking',
  title: { vi: 'Xếp thứ tự kèm khoảng tin cậy', en: 'Ranking with intervals' },

  accepts: (cells) =>
    cells.length > 1 &&
    new Set(cells.map((cell) => `${cell.criterion} ${cell.period}`)).size === 1 &&
    cells.every((cell) => cell.scale === 'percent' || cell.scale === 'points') &&
    (cells.some((cell) => cell.low !== null) || hasOnlyExact(cells)) &&
    cells.every((cell) => cell.status !== 'no-design'),

  minimumWidth: () => 300,

  height: (cells) => 70 + cells.length * 34,

  build(cells, labels) {
    const rows = inOrderOfValue(cells)
    const config: ChartConfiguration<'barWithErrorBars', IErrorBarXDataPoint[], string> = {
      type: 'barWithErrorBars',
      data: {
        labels: rows.map((cell) => labels.units[cell.unit] ?? cell.unit),
        datasets: [
          {
            label: labels.criteria[rows[0]!.criterion] ?? rows[0]!.criterion,
            data: rows.map(pointOfCell),
            backgroundColor: palette.bar,
            ...errorBars,
            maxBarThickness: 22,
          },
        ],
      },
      options: barRowOptions({
        min: 0,
        max: rows[0]!.maximum ?? undefined,
        describe: (at) => describeCell(rows[at]!, labels),
        hasLegend: false,
        scale: rows[0]!.scale,
        locale: labels.locale,
        title: rows.some(({ flags }) => flags.includes('unofficial')) ? flagWords.unofficial : undefined,
      }),
      plugins: [
        cellTextPlugin(
          rows.map((cell) => textOfRow(cell, labels.locale)),
          'row',
        ),
      ],
    }
    return config as unknown as ChartConfiguration
  },
}

function hasOnlyExact(cells: readonly Cell[]): boolean {
  const numbers = cells.filter(({ value }) => value !== null)
  return numbers.length > 1 && numbers.every(({ flags }) => flags.includes('exact'))
}
