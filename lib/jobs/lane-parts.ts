// What the loop of a lane works with.
import type PgBoss from 'pg-boss'
import type { Lane } from '#lib/jobs/lane'

/** Told about everything that nobody expected, with the id under which people are told to look for it. */
export type OnTrouble = (error: unknown, trouble: { lane: string; logId: string }) => void

export type LaneParts = {
  store: PgBoss
  lane: Lane
  /** How often an idle lane looks for work. */
  pollMs: number
  /** Makes another lane of this process look for work at once. */
  wake: (lane: string) => void
  onTrouble: OnTrouble
}
