// Counts of people that are shown while they can still grow: as ranges, because whoever watches an exact count grow while
// somebody is in the room knows who has just answered.

/** A whole number known to lie between two, both included; equal when it is known exactly. */
export type CountRange = { from: number; to: number }

/**
 * The range that a count is shown as: steps of `step` people, the last of which takes the rest of `of` in, so that neither
 * the few who have nor the few who have not can be singled out. Fewer than two steps of people are one range.
 * @example
 * coarseCount(13, { of: 48, step: 10 }) // => { from: 10, to: 19 }
 */
export function coarseCount(count: number, { of, step }: { of: number; step: number }): CountRange {
  const steps = Math.max(1, Math.floor(of / step))
  const at = Math.min(Math.floor(count / step), steps - 1)
  return { from: at * step, to: at === steps - 1 ? Math.max(of, count) : at * step + step - 1 }
}

/** A count that is known and may be known. */
export const exactly = (count: number): CountRange => ({ from: count, to: count })

/** The range of a sum. */
export const addRanges = (ranges: CountRange[]): CountRange => ({
  from: ranges.reduce((sum, { from }) => sum + from, 0),
  to: ranges.reduce((sum, { to }) => sum + to, 0),
})
