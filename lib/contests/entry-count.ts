// How many people are in a draw, as officers see it: in tens while it can be entered, because whoever watches an exact count grow
// knows whether somebody who has just taken part has entered.
import type { ContestStatus } from '#lib/contests/contest-times'
import { type CountRange, exactly } from '#lib/count-range'

const step = 10

export function entryCount(count: number, status: ContestStatus): CountRange {
  if (status !== 'open' && status !== 'entering') return exactly(count)
  const from = Math.floor(count / step) * step
  return { from, to: from + step - 1 }
}
