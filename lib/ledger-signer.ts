// The key of this installation for heads and promises: LEDGER_KEY, opened once.
import { env } from '#lib/env'
import { openLedgerKey, type Signer } from '#lib/ledger/signing-key'

let known: { secret: string; signer: Signer } | undefined

/** Throws when no key is set: the start of the server makes one (app/_server/find-secret.ts). */
export function ledgerSigner(): Signer {
  const { LEDGER_KEY } = env()
  if (!LEDGER_KEY) throw new Error('LEDGER_KEY is not set')
  if (known?.secret !== LEDGER_KEY) known = { secret: LEDGER_KEY, signer: openLedgerKey(LEDGER_KEY) }
  return known.signer
}
