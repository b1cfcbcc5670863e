// Attempts at a secret, counted for all processes together. Keys are keyed hashes of log-ins, addresses and devices: the
// table says that something was tried often, not what or from where.
import { database } from '#lib/db/client'

export type Limit = { key: string; points: number; seconds: number }
export type Count = { points: number; secondsLeft: number }

/** Counts one attempt under a key and tells how many there are now; a count starts anew when its time is over. */
export async function countAttempt({ key, seconds }: Limit): Promise<Count> {
  const { rows } = await database().pool.query<Count>(
    `insert into "SignInFailure" as f (key, points, "expiresAt")
     values ($1, 1, now() + make_interval(secs => $2))
     on conflict (key) do update set
       points = case when f."expiresAt" <= now() then 1 else f.points + 1 end,
       "expiresAt" = case when f."expiresAt" <= now() then excluded."expiresAt" else f."expiresAt" end
     returning points, ceil(extract(epoch from "expiresAt" - now()))::int as "secondsLeft"`,
    [key, seconds],
  )
  return rows[0]!
}

/** Forgets the counts of some keys, takes one attempt off others, and drops what has expired. */
export async function forgiveAttempts(forget: string[], takeOne: string[]): Promise<void> {
  const { pool } = database()
  await pool.query(`delete from "SignInFailure" where key = any($1) or "expiresAt" <= now()`, [forget])
  await pool.query(`update "SignInFailure" set points = points - 1 where key = any($1) and points > 1`, [
    takeOne,
  ])
}
