// Clears the files of the database of what shows how a box filled: versions of rows that no query sees any more lie on the disk
// in the order in which they were written, and so do the segments of the write-ahead log. The surprise: PostgreSQL renames old
// segments for later use with all that stands in them, unless wal_recycle is off (our own server: prisma/embedded.ts).
import { setTimeout as pause } from 'node:timers/promises'
import { database } from '#lib/db/client'

/**
 * busy: somebody reads with an old view of the data, so nothing was cleared. Else whether the segments of the log are gone, too:
 * on a server of somebody else's we may have no right to that, or it keeps them for copies and archives.
 */
export type Clearing = 'busy' | { isLogCleared: boolean }

/** Writes the tables of ballots and of entries to prize draws anew, without their past, and begins a new segment of the write-ahead log. */
export async function clearBallotFiles(patienceMs = 10_000): Promise<Clearing> {
  const { pool } = database()
  const { rows } = await pool.query<{ now: string }>('select pg_current_xact_id()::xid::text as now')
  const until = Date.now() + patienceMs
  while (await hasOlderReaders(rows[0]!.now)) {
    if (Date.now() > until) return 'busy'
    await pause(200)
  }
  for (const table of ['Ballot', 'Invitation', 'BallotGroup', 'Message', 'SealedDraft', 'ContestEntry'])
    await pool.query(`vacuum (full) "${table}"`)
  return { isLogCleared: await clearLog() }
}

/** Whether somebody may still see rows of before this transaction: VACUUM would keep them for him. */
async function hasOlderReaders(xid: string): Promise<boolean> {
  const { rowCount } = await database().pool.query(
    `select from pg_stat_activity where datname = current_database() and backend_type <> 'autovacuum worker'
       and greatest(age(backend_xid), age(backend_xmin)) > age($1::text::xid)
     union all select from pg_prepared_xacts where age(transaction) > age($1::text::xid)`,
    [xid],
  )
  return rowCount !== 0
}

const noRight = '42501'

async function clearLog(): Promise<boolean> {
  const { pool } = database()
  const { rows } = await pool.query<{ isGone: boolean }>(
    `select current_setting('wal_recycle') = 'off' and current_setting('archive_mode') = 'off'
       and current_setting('wal_keep_size') = '0' and not exists (select from pg_replication_slots) as "isGone"`,
  )
  try {
    await pool.query('select pg_switch_wal()')
    await pool.query('checkpoint') // the log of before it is of no use any more, and goes
  } catch (error) {
    if ((error as { code?: string }).code === noRight) return false
    throw error
  }
  return rows[0]!.isGone
}
