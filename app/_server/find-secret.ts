// The secrets of this installation: AUTH_SECRET signs sessions, OFFLINE_KEY opens files of unsent answers, CONTACT_KEY seals
// personal data, INVITATION_KEY makes the codes of invitations, LEDGER_KEY signs the public log. What is not set is made at
// the first start and kept in the data folder, outside the database.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, settle } from '#lib/env'
import { makeLedgerKey } from '#lib/ledger/signing-key'
import { ledgerSigner } from '#lib/ledger-signer'
import { makeOfficerKey } from '#lib/officer-key'
import { makeSecretKey } from '#lib/secrecy/sealed-field'

/** Makes sure that all are set for this process. */
export function findSecret() {
  const { AUTH_SECRET, OFFLINE_KEY, CONTACT_KEY, INVITATION_KEY, LEDGER_KEY } = env()
  if (!AUTH_SECRET) settle({ AUTH_SECRET: kept('auth-secret', () => randomBytes(32).toString('base64url')) })
  if (!OFFLINE_KEY) settle({ OFFLINE_KEY: kept('offline-key', makeOfficerKey) })
  if (!CONTACT_KEY) settle({ CONTACT_KEY: kept('contact-key', makeSecretKey) })
  if (!INVITATION_KEY) settle({ INVITATION_KEY: kept('invitation-key', makeSecretKey) })
  if (!LEDGER_KEY) settle({ LEDGER_KEY: kept('ledger-key', makeLedgerKey) })
  requireLedgerKey()
}

/** The others are checked by lib/env.ts. */
function requireLedgerKey() {
  try {
    ledgerSigner()
  } catch {
    throw new Error(
      'Cấu hình sai: LEDGER_KEY không phải là khóa Ed25519 (PKCS #8, base64url). Hãy đặt lại khóa từ bản sao lưu. / Wrong settings: LEDGER_KEY is no Ed25519 key (PKCS #8, base64url). Put the key back from its backup.',
    )
  }
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
  return readFileSync(file, 'utf8').trim() // an editor may have added a line end
}
