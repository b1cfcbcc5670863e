// Answers that have been given and are not yet on the server. Sealed, kept until the server has them: no age, no number
// and no refusal removes one. Receipt and state stand open beside them, so that they can be counted without opening.

import { open, type Sealed, seal } from '#lib/surveys/light-form/browser/device-seal'
import { inStore } from '#lib/surveys/light-form/browser/device-store'
import { announce } from '#lib/surveys/light-form/browser/outbox-news'
import type { Delay, Refusal } from '#lib/surveys/light-form/browser/send'
import type { Submission } from '#lib/surveys/light-form/browser/submission'

/** `ballot`: what entitles a confidential answer. */
export type Letter = { submission: Submission; ballot?: BallotRight; refusal?: Refusal; delay?: Delay }
export type BallotRight = { stratum: string; token: string; signature: string }
/** `exportedOn`: the day on which a file with it was saved; it stays here all the same. */
type Envelope = { receipt: string; isRefused: boolean; exportedOn?: string }
type Kept = Sealed & Envelope
export type OutboxCount = { waiting: number; refused: number; exported: number }

/** Keeps an answer; one with the same receipt is replaced, but stays marked. Rejects when nothing can be kept here. */
export async function keepLetter(letter: Letter): Promise<void> {
  const { receipt } = letter.submission
  const { exportedOn } = (await findKept(receipt)) ?? {}
  const envelope: Envelope = { receipt, isRefused: letter.refusal !== undefined }
  const kept: Kept = { ...(await seal(letter, receipt)), ...envelope, ...(exportedOn && { exportedOn }) }
  await inStore('outbox', 'readwrite', (store) => store.put(kept))
  announce()
}

/** Forgets an answer that the server has. */
export async function dropLetter(receipt: string): Promise<void> {
  await inStore('outbox', 'readwrite', (store) => store.delete(receipt))
  announce()
}

/** One answer, or null when it is not (any more) here or cannot be opened. */
export async function findLetter(receipt: string): Promise<Letter | null> {
  const kept = await findKept(receipt)
  return kept ? open<Letter>(kept, receipt).catch(() => null) : null
}

const findKept = (receipt: string) =>
  inStore<Kept | undefined>('outbox', 'readonly', (store) => store.get(receipt))

/** Notes that a file with these answers was saved. */
export async function markExported(receipts: string[], day: string): Promise<void> {
  for (const receipt of receipts) {
    const kept = await findKept(receipt)
    if (kept) await inStore('outbox', 'readwrite', (store) => store.put({ ...kept, exportedOn: day }))
  }
  announce()
}

/** The outside of all answers here, also of those that cannot be opened. */
export async function listReceipts(): Promise<Envelope[]> {
  const all = await inStore<Kept[]>('outbox', 'readonly', (store) => store.getAll())
  return all.map(({ receipt, isRefused, exportedOn }) => ({ receipt, isRefused, exportedOn }))
}

export async function countLetters(): Promise<OutboxCount> {
  const all = await listReceipts()
  const refused = all.filter(({ isRefused }) => isRefused).length
  const exported = all.filter(({ exportedOn }) => exportedOn !== undefined).length
  return { waiting: all.length - refused, refused, exported }
}
