// The secret that signs sessions: AUTH_SECRET, or one made at the first start and kept in the data folder.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, settle } from '#lib/env'

/** Makes sure that AUTH_SECRET is set for this process. */
export function findSecret() {
  const { AUTH_SECRET, DATA_DIR } = env()
  if (AUTH_SECRET) return
  const file = join(DATA_DIR, 'auth-secret')
  mkdirSync(DATA_DIR, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  settle({ AUTH_SECRET: readFileSync(file, 'utf8') })
}
