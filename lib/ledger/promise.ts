// The server's signed word, given with the receipt, that an answer was taken and will stand in the log of its wave (as the
// timestamps of certificate logs). Should the log be silent about it later, the promise convicts the server.
import type { Signer } from '#lib/ledger/signing-key'
import { verifySignature } from '#lib/ledger/verify-signature'

/** Leaf, public key of the server and its signature, all base64url. */
export type LeafPromise = { leaf: string; key: string; signature: string }

/** No head begins like this (head.ts), so neither can be passed off as the other. */
const promiseText = (wave: string, leaf: string) => `thuoc-do/promise\n${wave}\n${leaf}\n`

/** Promises that this leaf will stand in the log of the wave. */
export function signPromise(wave: string, leaf: string, signer: Signer): LeafPromise {
  return { leaf, key: signer.key, signature: signer.sign(promiseText(wave, leaf)) }
}

/** Whether the promise holds under the key it names; whether that key is the server's is for the caller to know. */
export function isPromiseSigned(wave: string, { leaf, key, signature }: LeafPromise): boolean {
  return verifySignature(promiseText(wave, leaf), signature, key)
}
