// The one check of numeric settings in lib/stats: a margin of 5 instead of 0.05 must be refused with a clear sentence.
import { StatisticsError } from '#lib/stats/statistics-error'

/**
 * Refuses a number outside an interval. Both ends are excluded unless `ends` says otherwise
 * (`closed`: both included, `upper`: the upper one, `lower`: the lower one).
 *
 * @throws StatisticsError value_outside_range
 * @example
 * requireWithin('margin', 5, 0, 1) // => throws value_outside_range
 */
export function requireWithin(
  name: string,
  value: number,
  lowest: number,
  highest: number,
  ends: 'open' | 'closed' | 'upper' | 'lower' = 'open',
): void {
  const isAbove = ends === 'closed' || ends === 'lower' ? value >= lowest : value > lowest
  const isBelow = ends === 'closed' || ends === 'upper' ? value <= highest : value < highest
  if (isAbove && isBelow && Number.isFinite(value)) return
  const opening = ends === 'closed' || ends === 'lower' ? '[' : '('
  const closing = ends === 'closed' || ends === 'upper' ? ']' : ')'
  throw new StatisticsError(
    'value_outside_range',
    `The ${name} is ${value}; it must lie in ${opening}${lowest}, ${highest}${closing}.`,
  )
}
