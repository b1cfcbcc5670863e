// Answers that came in, by mode, against the number aimed at: one stacked bar per unit and a mark at its target.
import type { ChartConfiguration, Plugin } from 'chart.js'
import { barRowOptions } from '#lib/charts/bar-row-options'
import type { ChartDefinition } from '#lib/charts/chart-definition'
import { describeCell } from '#lib/charts/describe-cell'
import { kindColours, palette } from '#lib/charts/palette'
import { uniqueInOrder } from '#lib/charts/unique-in-order'

export const counts: ChartDefinition = {
  name: 'counts',
  title: { vi: 'Số phiếu so với chỉ tiêu', en: 'Answers against targets' },

  accepts: (cells) =>
    cells.length > 0 &&
    cells.every((cell) => cell.scale === 'count') &&
    cells.some((cell) => cell.criterion === 'target'),

  minimumWidth: () => 300,

  height: (cells) => 110 + uniqueInOrder(cells.map((cell) => cell.unit)).length * 34,

  build(cells, labels) {
    const units = uniqueInOrder(cells.map((cell) => cell.unit))
    const modes = uniqueInOrder(cells.map((cell) => cell.criterion)).filter((code) =>
      code.startsWith('mode='),
    )
    const find = (unit: string, criterion: string) =>
      cells.find((cell) => cell.unit === unit && cell.criterion === criterion)
    const targets = units.map((unit) => find(unit, 'target')?.value ?? Number.NaN)
    const answers = units.map((unit) => find(unit, 'answers')?.value ?? 0)
    const config: ChartConfiguration<'bar', number[], string> = {
      type: 'bar',
      data: {
        labels: units.map((unit) => labels.units[unit] ?? unit),
        datasets: modes.map((mode, at) => ({
          label: labels.criteria[mode] ?? mode,
          data: units.map((unit) => find(unit, mode)?.value ?? Number.NaN),
          backgroundColor: kindColours[at % kindColours.length]!,
          maxBarThickness: 22,
        })),
      },
      options: barRowOptions({
        min: 0,
        max: roundUp(Math.max(1, ...answers, ...targets.filter((target) => !Number.isNaN(target)))),
        describe: (at, dataset) => describeCell(find(units[at]!, modes[dataset]!)!, labels),
        hasLegend: true,
        scale: 'count',
        locale: labels.locale,
        isStacked: true,
      }),
      plugins: [targetMarks(targets)],
    }
    return config as unknown as ChartConfiguration
  },
}

/** A dark stroke across each bar at its target. */
function targetMarks(targets: readonly number[]): Plugin<'bar'> {
  return {
    id: 'target-marks',
    afterDatasetsDraw({ ctx, scales, chartArea }) {
      const room = (chartArea.bottom - chartArea.top) / targets.length
      ctx.save()
      ctx.strokeStyle = palette.ink
      ctx.lineWidth = 2
      for (const [at, target] of targets.entries()) {
        const x = scales.x!.getPixelForValue(target)
        const y = scales.y!.getPixelForValue(at)
        if (!Number.isFinite(x)) continue
        ctx.beginPath()
        ctx.moveTo(x, y - room * 0.4)
        ctx.lineTo(x, y + room * 0.4)
        ctx.stroke()
      }
      ctx.restore()
    },
  }
}

/** A round end of the axis a little beyond the largest bar. */
function roundUp(value: number): number {
  const step = 10 ** Math.floor(Math.log10(value)) / 2
  return Math.ceil((value * 1.02) / step) * step
}
