// A count in words: a number, or the two ends of the range that it is shown as.
import type { useFormatter } from 'next-intl'
import type { CountRange } from '#lib/count-range'

export function countWords(
  format: Pick<ReturnType<typeof useFormatter>, 'number'>,
  { from, to }: CountRange,
): string {
  return from === to ? format.number(from) : `${format.number(from)}–${format.number(to)}`
}
