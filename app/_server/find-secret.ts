// The secrets of this installation: AUTH_SECRET signs sessions, OFFLINE_KEY opens files of unsent answers. What is not set
// is made at the first start and kept in the data folder.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, settle } from '#lib/env'
import { makeOfficerKey } from '#lib/officer-key'

/** Makes sure that both are set for this process. */
export function findSecret() {
  const { AUTH_SECRET, OFFLINE_KEY } = env()
  if (!AUTH_SECRET) settle({ AUTH_SECRET: kept('auth-secret', () => randomBytes(32).toString('base64url')) })
  if (!OFFLINE_KEY) settle({ OFFLINE_KEY: kept('offline-key', makeOfficerKey) })
}

function kept(name: string, make: () => string): string {
  const { DATA_DIR } = env()
  const file = join(DATA_DIR, name)
  mkdirSync(DATA_DIR, { recursive: true })
  try {
    writeFileSync(file, make(), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}
