// One person's ballot on this device, from the blinded token to the receipt: sealed with the key of the device and found by
// the hash of the code that opens it. Without the code nobody who uses the same device sees that there is one.
import type { OpenedInvitation } from '#lib/ballots/ballot-client'
import type { BlindState, SignedToken } from '#lib/ballots/blind-token'
import type { Answers } from '#lib/surveys/conditions'
import { open, type Sealed, seal } from '#lib/surveys/light-form/browser/device-seal'
import { inStore } from '#lib/surveys/light-form/browser/device-store'
import type { Draft } from '#lib/surveys/light-form/browser/draft'

/** Whom and what the ballot is for. */
export type BallotPlace = Pick<OpenedInvitation, 'wave' | 'unit' | 'stratum' | 'weight' | 'form' | 'opensAt'>

export type BallotRecord = {
  place: BallotPlace
  /** Kept before the signature is asked for: with it a lost reply costs nothing. */
  blind: BlindState
  /** The right to one answer; null until the server has signed. */
  signed: SignedToken | null
  /** Of the answer; the same however often it is sent. */
  receipt: string
  draft: Draft | null
  /** Given out to go on elsewhere. */
  resumeCode: string | null
  /** What was handed in, for the receipt; null while it can still be changed. */
  handedIn: { language: string; answers: Answers } | null
}

/** Where the record of a code lies. */
export async function recordKey(code: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`thuoc-do ballot ${code}`))
  return `ballot ${[...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** Null when there is none, or when it cannot be opened. */
export async function findRecord(key: string): Promise<BallotRecord | null> {
  const kept = await inStore<Sealed | undefined>('device', 'readonly', (store) => store.get(key))
  return kept ? open<BallotRecord>(kept, key).catch(() => null) : null
}

/** Rejects when the device cannot keep anything. */
export async function keepRecord(key: string, record: BallotRecord): Promise<void> {
  const sealed = await seal(record, key)
  await inStore('device', 'readwrite', (store) => store.put(sealed, key))
}

export async function dropRecord(key: string): Promise<void> {
  await inStore('device', 'readwrite', (store) => store.delete(key))
}
