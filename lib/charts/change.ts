// What changed between two waves, unit by unit, with intervals around zero. A break of method or of units has no bar:
// its row is hatched and says so.
import type { ChartConfiguration } from 'chart.js'
import type { IErrorBarXDataPoint } from 'chartjs-chart-error-bars'
import { barRowOptions } from '#lib/charts/bar-row-options'
import { cellTextPlugin } from '#lib/charts/cell-text-plugin'
import type { ChartDefinition } from '#lib/charts/chart-definition'
import { describeCell, textOfRow } from '#lib/charts/describe-cell'
import { errorBars } from '#lib/charts/error-bars'
import { palette } from '#lib/charts/palette'
import { pointOfCell } from '#lib/charts/point-of-cell'
import type { Cell } from '#lib/scoring/cell'

export const change: ChartDefinition = {
  name: 'change',
  title: { vi: 'Thay đổi giữa hai đợt', en: 'Change between two waves' },

  accepts: (cells) =>
    cells.length > 0 &&
    cells.every((cell) => cell.scale === 'difference') &&
    new Set(cells.map((cell) => `${cell.criterion} ${cell.period}`)).size === 1,

  minimumWidth: () => 300,

  height: (cells) => 70 + rowsOf(cells).length * 34,

  build(given, labels) {
    const cells = rowsOf(given)
    const config: ChartConfiguration<'barWithErrorBars', IErrorBarXDataPoint[], string> = {
      type: 'barWithErrorBars',
      data: {
        labels: cells.map((cell) => labels.units[cell.unit] ?? cell.unit),
        datasets: [
          {
            label: labels.criteria[cells[0]!.criterion] ?? cells[0]!.criterion,
            data: cells.map(pointOfCell),
            backgroundColor: cells.map(colourOf),
            ...errorBars,
            maxBarThickness: 22,
          },
        ],
      },
      options: barRowOptions({
        ...range(cells),
        describe: (at) => describeCell(cells[at]!, labels),
        hasLegend: false,
        scale: 'difference',
        locale: labels.locale,
      }),
      plugins: [
        cellTextPlugin(
          cells.map((cell) => textOfRow(cell, labels.locale)),
          'row',
        ),
      ],
    }
    return config as unknown as ChartConfiguration
  },
}

/** A unit that lives on within another of the rows has no row of its own: the table says where it went. */
function rowsOf(cells: readonly Cell[]): Cell[] {
  return cells.filter(({ continuity }) => continuity?.rule !== 'continued')
}

/** Grey where the data cannot tell the direction. */
function colourOf(cell: Cell): string {
  if (cell.value === null || cell.low === null || cell.flags.includes('unclear')) return palette.unclear
  if (cell.low > 0) return palette.up
  return cell.high! < 0 ? palette.down : palette.unclear
}

/** The same room on both sides of zero, so that no direction looks larger. */
function range(cells: readonly Cell[]): { min: number; max: number } {
  const ends = cells.flatMap((cell) => [cell.value ?? 0, cell.low ?? 0, cell.high ?? 0]).map(Math.abs)
  const side = Math.max(5, Math.ceil(Math.max(...ends) / 5) * 5)
  return { min: -side, max: side }
}
