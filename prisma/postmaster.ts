// What an earlier start left behind in a database folder: a running server whose owner is gone, or a lock file whose
// process number now belongs to somebody else. Both must go before a new server can start there.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { processName } from './process-name'

/** Held by the living owner of an embedded server, for as long as it lives. */
export const ownerLock = 7_201_612
export const ownerName = 'thuoc-do owner'

export type Postmaster = { pid: number; port: number }

/** The lock file postmaster.pid, or null when there is none (or it is only being written). */
export function readPostmaster(files: string): Postmaster | null {
  try {
    const lines = readFileSync(join(files, 'postmaster.pid'), 'utf8').split('\n')
    const found = { pid: Number(lines[0]), port: Number(lines[3]) }
    return found.pid > 0 ? found : null
  } catch {
    return null
  }
}

/** True when the process of the lock file is (still) a PostgreSQL server. */
export function isRunning({ pid }: Postmaster): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const name = processName(pid)
  return name === null || name.includes('postgres')
}

/** Stops an orphan, or removes a stale lock file. Throws a sentence when the server has a living owner. */
export async function makeRoom(files: string, connection: pg.ClientConfig) {
  const old = readPostmaster(files)
  if (!old) return
  if (!isRunning(old)) return rmSync(join(files, 'postmaster.pid'), { force: true })
  await refuseIfOwned({ ...connection, port: old.port })
  process.kill(old.pid, 'SIGINT')
  for (let waited = 0; isRunning(old) && readPostmaster(files)?.pid === old.pid; waited += 50) {
    if (waited > 60_000) throw new Error(`PostgreSQL (${old.pid}) trong ${files} không dừng / does not stop`)
    await sleep(50)
  }
}

async function refuseIfOwned(connection: pg.ClientConfig) {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ isFree: boolean }>('select pg_try_advisory_lock($1) as "isFree"', [
      ownerLock,
    ])
    if (rows[0]?.isFree) return
    const owner = await client.query<{ name: string }>(
      "select application_name as name from pg_stat_activity where application_name like $1 || '%'",
      [ownerName],
    )
    throw new AlreadyRunning(owner.rows[0]?.name.slice(ownerName.length).trim() ?? '?')
  } catch (error) {
    if (error instanceof AlreadyRunning) throw error
    // it takes no connections: on its way up or down without an owner, or stuck; it is asked to stop
  } finally {
    await client.end().catch(() => {})
  }
}

/** Two starts in one folder: the second one says so and leaves the first alone. */
export class AlreadyRunning extends Error {
  constructor(owner: string) {
    super(
      `Thước Đo đang chạy với thư mục dữ liệu này rồi (tiến trình ${owner}). / Thước Đo is already running on this data folder (process ${owner}).`,
    )
    this.name = 'AlreadyRunning'
  }
}
