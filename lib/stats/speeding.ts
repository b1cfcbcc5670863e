// Interviews that took less time than reading the questions needs, judged against the others of the same wave and mode:
// a form on a phone and an interviewer at the door have different clocks, so never mix them in one call.
import { requireWithin } from './require-within'

export interface Speeding {
  /** in the unit of the durations; null when none is known */
  median: number | null
  /** 1 for a flagged record, else 0; a record without duration is not flagged */
  isSpeeder: Uint8Array
}

/**
 * Speeders: records whose duration is less than a share of the median duration.
 *
 * Formula: duration < share * median; the median of an even number of durations is the mean of the middle two.
 * Source: Greszki, Meyer and Schoen (2015) Public Opinion Quarterly 79 (relative speed index).
 * @param durations one per record, any unit, null where unknown; only records of one wave and one mode
 * @param share of the median, 0..1
 * @throws StatisticsError value_outside_range
 * @example
 * speeders([600, 620, 200, null, 640]).isSpeeder // => [0, 0, 1, 0, 0]
 */
export function speeders(durations: ArrayLike<number | null>, share = 0.4): Speeding {
  requireWithin('share of the median', share, 0, 1, 'upper')
  const sorted = Array.from(durations)
    .filter((duration) => duration !== null)
    .sort((a, b) => a - b)
  const middle = sorted.length / 2
  const median =
    sorted.length === 0 ? null : (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2
  const isSpeeder = Uint8Array.from(durations, (duration) => {
    return Number(duration !== null && median !== null && duration < share * median)
  })
  return { median, isSpeeder }
}
