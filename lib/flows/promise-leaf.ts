// The server's signed promise that a leaf will stand in the log of its wave, made with the key of this installation.
import { env } from '#lib/env'
import { type LeafPromise, signPromise } from '#lib/ledger/promise'
import { openLedgerKey, type Signer } from '#lib/ledger/signing-key'

let kept: { secret: string; signer: Signer } | undefined

/** Signs with LEDGER_KEY. */
export function promiseLeaf(wave: string, leaf: string): LeafPromise {
  const { LEDGER_KEY } = env()
  if (!LEDGER_KEY) throw new Error('LEDGER_KEY is not set: the start command makes one')
  if (kept?.secret !== LEDGER_KEY) kept = { secret: LEDGER_KEY, signer: openLedgerKey(LEDGER_KEY) }
  return signPromise(wave, leaf, kept.signer)
}
