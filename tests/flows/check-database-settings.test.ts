// On the real server: ours betrays nothing, and one whose administrator switches logging on is named, in the terminal and on the page.
import { afterEach, expect, it, vi } from 'vitest'
import { connectDatabase, database, disconnectDatabase } from '#lib/db/client'
import { checkDatabaseSettings } from '#lib/flows/check-database-settings'
import { loadJobs } from '#lib/flows/load-jobs'
import { log } from '../../app/_server/log'
import { warnOfLeaks } from '../../app/_server/warn-of-leaks'
import { makeActor } from '../support/make'
import { databaseUrl } from '../support/own-database'

/** For this database only, and from the next connection on. */
async function set(setting: string, value: string | null) {
  const { pool } = database()
  const name = new URL(databaseUrl()).pathname.slice(1)
  await pool.query(
    `alter database ${name} ${value === null ? `reset ${setting}` : `set ${setting} = '${value}'`}`,
  )
  await disconnectDatabase()
  connectDatabase(databaseUrl(), 10)
}

afterEach(() => vi.restoreAllMocks())

it('our own server writes nothing down that would betray a ballot', async () => {
  expect(await checkDatabaseSettings()).toEqual([])
})

it('a server that logs statements is named at the start and on the page of the jobs, until it is mended', async () => {
  const said = vi.spyOn(log, 'warn').mockImplementation(() => {})
  for (const [setting, value] of [
    ['log_statement', 'mod'],
    ['log_min_duration_statement', '100'],
    ['log_parameter_max_length_on_error', '-1'],
  ] as const) {
    await set(setting, value)
    said.mockClear()
    await warnOfLeaks()
    expect(said.mock.calls.flat()).toEqual([
      expect.stringMatching(
        new RegExp(`^PostgreSQL ${setting} = ${value}\\. .+nhật ký.+log .+ALTER SYSTEM`, 'i'),
      ),
    ])
    expect((await loadJobs(makeActor({ role: 'admin' }))).leaks).toMatchObject([{ setting, value }])
    await set(setting, null)
    expect(await checkDatabaseSettings()).toEqual([])
  }
})
