// A cell as one sentence for tooltips, and as the text of a row that has no bar.
import type { CellText } from '#lib/charts/cell-text-plugin'
import type { ChartLabels } from '#lib/charts/chart-definition'
import { formatInterval, formatNumber } from '#lib/charts/format-number'
import { palette } from '#lib/charts/palette'
import { statusWords } from '#lib/charts/status-words'
import type { Cell } from '#lib/scoring/cell'

/** "Phước Hậu, Tiếp cận: 82,3 (79,0 – 85,1), n = 380". */
export function describeCell(cell: Cell, labels: ChartLabels): string {
  const { locale } = labels
  const place = [
    labels.units[cell.unit] ?? cell.unit,
    labels.criteria[cell.criterion] ?? cell.criterion,
  ].join(', ')
  if (cell.value === null) return `${place}: ${statusWords[cell.status][locale]}`
  const interval = formatInterval(cell, locale)
  const count = cell.n > 0 ? `, n = ${cell.n}` : ''
  return `${place}: ${formatNumber(cell.value, cell.scale, locale)}${interval ? ` (${interval})` : ''}${count}`
}

/** What stands in a row of bars when the cell has no number: hatching and the reason. */
export function textOfRow(cell: Cell, locale: ChartLabels['locale']): CellText {
  const isHatched = cell.value === null
  return { text: isHatched ? statusWords[cell.status][locale] : '', ink: palette.ink, isHatched }
}
