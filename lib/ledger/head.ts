// A signed head: the server's word on how many leaves the log of a wave has and what their root is. The signed text is that
// of a transparency log's checkpoint (C2SP tlog-checkpoint), so that tools and witnesses of others can read it.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64url } from '#lib/ledger/base64url'
import type { Signer } from '#lib/ledger/signing-key'
import { verifySignature } from '#lib/ledger/verify-signature'

/** root, key (public, names itself) and signature are base64url; day is yyyy-mm-dd in Viet Nam. */
export type Head = {
  wave: string
  size: number
  root: string
  day: string
  key: string
  signature: string
}

type HeadFacts = Pick<Head, 'wave' | 'size' | 'root' | 'day'>

/** What is signed: origin, size, root in plain base64, day; each on its line. */
export function headText({ wave, size, root, day }: HeadFacts): string {
  return `thuoc-do/wave/${wave}\n${size}\n${base64(fromBase64url(root) ?? new Uint8Array())}\n${day}\n`
}

/** A head with its signature. */
export function signHead(facts: HeadFacts, signer: Signer): Head {
  return { ...facts, key: signer.key, signature: signer.sign(headText(facts)) }
}

/** Whether the head is signed under the key that it names; whether that key is the server's is for the caller to know. */
export function isHeadSigned(head: Head): boolean {
  return verifySignature(headText(head), head.signature, head.key)
}

/** The head as a signed note, which tools for transparency logs read. */
export function headNote(head: Head): string {
  const [key, signature] = [fromBase64url(head.key), fromBase64url(head.signature)]
  const name = `thuoc-do/wave/${head.wave}`
  const id = sha256(Uint8Array.of(...utf8ToBytes(`${name}\n`), 1, ...(key ?? []))).subarray(0, 4)
  return `${headText(head)}\n— ${name} ${base64(Uint8Array.of(...id, ...(signature ?? [])))}\n`
}

/** For people to compare: 16 bytes of the key's SHA-256 in groups of four digits. */
export function fingerprint(key: string): string {
  const digits = bytesToHex(sha256(fromBase64url(key) ?? new Uint8Array())).slice(0, 32)
  return (digits.match(/.{4}/g) ?? []).join(' ')
}

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))
