// The secrets of this installation: AUTH_SECRET signs sessions, OFFLINE_KEY opens files of unsent answers, CONTACT_KEY seals
// personal data, INVITATION_KEY makes the codes of invitations, LEDGER_KEY signs the public log. What is not set is made at
// the first start and kept in the data folder, outside the database.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, settle } from '#lib/env'
import { makeOfficerKey } from '#lib/officer-key'
import { makeSecretKey } from '#lib/secrecy/sealed-field'

/** Makes sure that all are set for this process. */
export function findSecret() {
  const { AUTH_SECRET, OFFLINE_KEY, CONTACT_KEY, INVITATION_KEY, LEDGER_KEY } = env()
  if (!AUTH_SECRET) settle({ AUTH_SECRET: kept('auth-secret', () => randomBytes(32).toString('base64url')) })
  if (!OFFLINE_KEY) settle({ OFFLINE_KEY: kept('offline-key', makeOfficerKey) })
  if (!CONTACT_KEY) settle({ CONTACT_KEY: kept('contact-key', makeSecretKey) })
  if (!INVITATION_KEY) settle({ INVITATION_KEY: kept('invitation-key', makeSecretKey) })
  if (!LEDGER_KEY) settle({ LEDGER_KEY: kept('ledger-key', makeSigningKey) })
}

/** Ed25519 for the heads of the log, PKCS #8, base64url. */
function makeSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url')
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
