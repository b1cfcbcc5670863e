// Answers that have been given and are not yet on the server. Sealed, kept until the server has them: no age, no number
// and no refusal removes one. Receipt and state stand open beside them, so that they can be counted without opening.

import { open, type Sealed, seal } from '#lib/surveys/light-form/browser/device-seal'
import { inStore } from '#lib/surveys/light-form/browser/device-store'
import { announce } from '#lib/surveys/light-form/browser/outbox-news'
import type { Refusal } from '#lib/surveys/light-form/browser/send'
import type { Submission } from '#lib/surveys/light-form/browser/submission'

export type Letter = { submission: Submission; refusal?: Refusal }
type Kept = Sealed & { receipt: string; isRefused: boolean }
export type OutboxCount = { waiting: number; refused: number }

/** Keeps an answer; one with the same receipt is replaced. Rejects when the device cannot keep anything. */
export async function keepLetter(letter: Letter): Promise<void> {
  const { receipt } = letter.submission
  const kept: Kept = { ...(await seal(letter, receipt)), receipt, isRefused: letter.refusal !== undefined }
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
  const kept = await inStore<Kept | undefined>('outbox', 'readonly', (store) => store.get(receipt))
  return kept ? open<Letter>(kept, receipt).catch(() => null) : null
}

/** Receipts of all answers here, also of those that cannot be opened. */
export async function listReceipts(): Promise<{ receipt: string; isRefused: boolean }[]> {
  const all = await inStore<Kept[]>('outbox', 'readonly', (store) => store.getAll())
  return all.map(({ receipt, isRefused }) => ({ receipt, isRefused }))
}

export async function countLetters(): Promise<OutboxCount> {
  const all = await listReceipts()
  const refused = all.filter(({ isRefused }) => isRefused).length
  return { waiting: all.length - refused, refused }
}
