// How many answers were taken and refused in the last hour, by ten minutes and by reason: so that an administrator sees a
// flood. Counts in memory only, gone with the process, and answers that were taken are told in tens, so that nobody can
// watch single people answer. It hangs on globalThis because the pages have their own copy of this file.

const spanMs = 10 * 60_000
const spans = 6

type Span = { startsAt: number; taken: number; refused: Map<string, number> }
export type Pulse = {
  /** Milliseconds since 1970. */
  startsAt: number
  /** Answers taken, rounded down to tens. */
  taken: number
  /** Posts refused, by code of the problem. */
  refused: Record<string, number>
}

const key = Symbol.for('thuoc-do.answer-pulse')
const place = globalThis as { [key]?: Span[] }

/** Counts one answer: "taken", or the code of the problem it was refused with. */
export function countOutcome(outcome: string): void {
  const span = spanNow()
  if (outcome === 'taken') span.taken += 1
  else span.refused.set(outcome, (span.refused.get(outcome) ?? 0) + 1)
}

/** The last hour, newest first; spans without a single post are left out. */
export function recentPulse(): Pulse[] {
  spanNow()
  return (place[key] ?? [])
    .filter(({ taken, refused }) => taken > 0 || refused.size > 0)
    .map(({ startsAt, taken, refused }) => ({
      startsAt,
      taken: Math.floor(taken / 10) * 10,
      refused: Object.fromEntries(refused),
    }))
}

function spanNow(): Span {
  const startsAt = Math.floor(Date.now() / spanMs) * spanMs
  const known = (place[key] ?? []).filter((span) => span.startsAt > startsAt - spans * spanMs)
  const newest = known[0]
  const span = newest?.startsAt === startsAt ? newest : { startsAt, taken: 0, refused: new Map() }
  place[key] = span === newest ? known : [span, ...known]
  return span
}
