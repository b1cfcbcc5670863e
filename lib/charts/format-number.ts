// Numbers as people read them: one decimal for percent and points, whole for counts, a sign for changes.
import type { Cell } from '#lib/scoring/cell'

const languages = { vi: 'vi-VN', en: 'en-GB' }

/** A value in the unit of the cell, without the unit. */
export function formatNumber(value: number, scale: Cell['scale'], locale: 'vi' | 'en'): string {
  const digits = scale === 'count' ? 0 : 1
  return new Intl.NumberFormat(languages[locale], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: scale === 'difference' ? 'exceptZero' : 'auto',
  }).format(value)
}

/** "low – high" of a cell, or undefined without an interval. */
export function formatInterval(
  cell: Pick<Cell, 'low' | 'high' | 'scale'>,
  locale: 'vi' | 'en',
): string | undefined {
  if (cell.low === null || cell.high === null) return undefined
  return `${formatNumber(cell.low, cell.scale, locale)} – ${formatNumber(cell.high, cell.scale, locale)}`
}
