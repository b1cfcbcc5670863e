// The number that somebody in a prize draw keeps: random, so that it tells neither how many came before nor when.
import { randomInt } from 'node:crypto'

/** Seven digits, the first of them no zero. */
export const makeEntryNumber = (): number => randomInt(1_000_000, 10_000_000)

/** "481 2096" as people read it aloud. */
export const showEntryNumber = (number: number): string => String(number).replace(/^(\d{3})(\d{4})$/, '$1 $2')

/** A number as somebody typed it; null when it cannot be one. */
export function readEntryNumber(text: string): number | null {
  const digits = text.replace(/[\s.-]/g, '')
  return /^[1-9]\d{6}$/.test(digits) ? Number(digits) : null
}
