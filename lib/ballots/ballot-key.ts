// The public keys of a wave's groups, and how a browser makes sure that it was given the key that everybody is given. A
// server that wanted to know who said what could hand every delegate a key of their own: every signature would then carry a
// name tag. So the list of keys is public, its hash is the first leaf of the wave's log, and its fingerprint can be compared.
import { sha256 } from '@noble/hashes/sha2.js'
import { codeOfBytes, formatInvitationCode } from '#lib/ballots/invitation-code'
import { fromBase64url } from '#lib/ledger/base64url'
import { waveLeaf } from '#lib/ledger/leaf'

/** The key of one group: who answers in this stratum of this unit. SubjectPublicKeyInfo, base64url. */
export type BallotKey = { unit: string; stratum: string; publicKey: string }

/** All keys of a wave: what leaf 0 of its log is the hash of (lib/ledger/leaf.ts). */
export type KeyList = { wave: string; form: string; secrecy: 'ballot'; keys: BallotKey[] }

/**
 * malformed: no RSA key of 2048 bits with exponent 65537, or two groups with one key; not_listed: another key than the list
 * has for the group, or a list of another wave or form; list_changed: not the list that stands in the log.
 */
export type KeyVerdict = 'ok' | 'malformed' | 'not_listed' | 'list_changed'

/** Every SPKI of such a key is this, the modulus, and the tail: DER knows one way to write it (RFC 8017, A.1.1; RFC 5280, 4.1). */
const spkiHead = [
  0x30, 0x82, 0x01, 0x22, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05,
  0x00, 0x03, 0x82, 0x01, 0x0f, 0x00, 0x30, 0x82, 0x01, 0x0a, 0x02, 0x82, 0x01, 0x01, 0x00,
]
const spkiTail = [0x02, 0x03, 0x01, 0x00, 0x01]
const modulusBytes = 256

/** The bytes of a public key; null unless it is RSA with exactly 2048 bits, an odd modulus and the exponent 65537. */
export function readBallotKey(publicKey: string): Uint8Array<ArrayBuffer> | null {
  const bytes = fromBase64url(publicKey)
  if (bytes?.length !== spkiHead.length + modulusBytes + spkiTail.length) return null
  const modulus = bytes.subarray(spkiHead.length, -spkiTail.length)
  const isFramed =
    spkiHead.every((byte, i) => bytes[i] === byte) &&
    spkiTail.every((byte, i) => bytes[bytes.length - spkiTail.length + i] === byte)
  const isFull = modulus[0]! >= 0x80 && modulus[modulusBytes - 1]! % 2 === 1
  return isFramed && isFull ? new Uint8Array(bytes) : null
}

/**
 * Whether the key that a delegate was handed is the one that everybody is handed, and so is all else that goes out again with
 * the ballot: the name of a form could carry a tag as well as a key could. `leafZero`: the first leaf of the wave's log, from
 * the log itself; null where it has none yet.
 */
export function checkBallotKey(
  handed: { wave: string; unit: string; stratum: string; form: string; publicKey: string },
  list: KeyList,
  leafZero: string | null,
): KeyVerdict {
  const all = list.keys.map(({ publicKey }) => publicKey)
  if (new Set(all).size < all.length || ![handed.publicKey, ...all].every(readBallotKey)) return 'malformed'
  const ours = list.keys.filter(({ unit, stratum }) => unit === handed.unit && stratum === handed.stratum)
  const isSame = list.wave === handed.wave && list.form === handed.form
  if (!isSame || ours.length !== 1 || ours[0]!.publicKey !== handed.publicKey) return 'not_listed'
  return leafZero === waveLeaf(list) ? 'ok' : 'list_changed'
}

/** Twenty characters that stand for the whole list: printed on letters and shown on the page, for people to compare. */
export function keyListFingerprint(list: KeyList): string {
  return formatInvitationCode(codeOfBytes(sha256(new TextEncoder().encode(`key list ${waveLeaf(list)}`))))
}
