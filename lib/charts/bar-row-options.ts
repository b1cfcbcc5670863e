// The common frame of charts with one horizontal bar a row: names at the left, numbers below, no title inside the picture
// (the page has it as a heading) but for a warning that a saved picture must carry along.
import type { ChartOptions } from 'chart.js'
import { formatNumber } from '#lib/charts/format-number'
import { palette } from '#lib/charts/palette'
import type { Cell } from '#lib/scoring/cell'
import { inLanguage } from '#lib/surveys/local-text'
import type { LocalText } from '#lib/surveys/variable'

export type BarRows = {
  min?: number
  max?: number
  describe: (at: number, dataset: number) => string
  hasLegend: boolean
  scale: Cell['scale']
  locale: 'vi' | 'en'
  isStacked?: boolean
  /** A warning above the bars. */
  title?: LocalText
}

// biome-ignore lint/suspicious/noExplicitAny: Chart.js types options by chart type; these hold for every bar chart
export function barRowOptions(rows: BarRows): ChartOptions<any> {
  return {
    indexAxis: 'y',
    maintainAspectRatio: false,
    plugins: {
      legend: {
        display: rows.hasLegend,
        position: 'bottom',
        labels: { color: palette.ink, boxWidth: 14, boxHeight: 14 },
      },
      ...(rows.title && {
        title: {
          display: true,
          text: inLanguage(rows.title, rows.locale),
          color: palette.ink,
          font: { size: 14 },
        },
      }),
      tooltip: {
        callbacks: {
          title: () => '',
          label: (item: { dataIndex: number; datasetIndex: number }) =>
            rows.describe(item.dataIndex, item.datasetIndex),
        },
      },
    },
    scales: {
      x: {
        min: rows.min,
        max: rows.max,
        stacked: rows.isStacked ?? false,
        grid: { color: palette.grid },
        ticks: { color: palette.ink, callback: (value: number | string) => tick(Number(value), rows) },
      },
      y: {
        stacked: rows.isStacked ?? false,
        grid: { display: false },
        ticks: { color: palette.ink, autoSkip: false },
      },
    },
  }
}

/** Numbers under the axis without needless decimals. */
function tick(value: number, { scale, locale }: BarRows): string {
  return Number.isInteger(value) && scale !== 'difference'
    ? formatNumber(value, 'count', locale)
    : formatNumber(value, scale, locale)
}
