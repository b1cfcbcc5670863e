// One horizontal bar with its error bar. A cell without a number is a gap (NaN), never a bar of length zero.
import type { IErrorBarXDataPoint } from 'chartjs-chart-error-bars'
import type { Cell } from '#lib/scoring/cell'

export function pointOfCell(cell: Cell): IErrorBarXDataPoint {
  const x = cell.value ?? Number.NaN
  return { x, xMin: cell.low ?? x, xMax: cell.high ?? x }
}
