// The server's signed promise that a leaf will stand in the log of its wave, made with the key of this installation.
import { type LeafPromise, signPromise } from '#lib/ledger/promise'
import { ledgerSigner } from '#lib/ledger-signer'

/** Signs with LEDGER_KEY. */
export function promiseLeaf(wave: string, leaf: string): LeafPromise {
  return signPromise(wave, leaf, ledgerSigner())
}
