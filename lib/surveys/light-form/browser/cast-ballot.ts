// A confidential answer on its way: no cookie, no referrer, and nothing in it but what is counted and the token that
// entitles it. It waits in the same sealed outbox as every answer, so that neither a dead network nor a closed browser can
// lose it.
import { open, type Sealed, seal } from '#lib/surveys/light-form/browser/device-seal'
import { inStore } from '#lib/surveys/light-form/browser/device-store'
import type { BallotRight } from '#lib/surveys/light-form/browser/outbox'
import { type Attempt, exchange } from '#lib/surveys/light-form/browser/send'
import type { Submission } from '#lib/surveys/light-form/browser/submission'

/** One attempt. Never rejects; the same ballot sent twice is stored once. */
export function castBallot(
  { wave, unit, receipt, form, language, answers }: Submission,
  { stratum, token, signature }: BallotRight,
  timeoutMs: number,
): Promise<Attempt> {
  const ballot = { wave, unit, stratum, token, signature, receipt, form, language, answers }
  return exchange('/api/ballots', ballot, timeoutMs, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
}

const keyOf = (receipt: string) => `cast ${receipt}`

/** Keeps what the server has said: its signed word that the answer will stand in the log. */
export async function keepCast(receipt: string, reply: unknown): Promise<void> {
  const sealed = await seal(reply, keyOf(receipt))
  await inStore('device', 'readwrite', (store) => store.put(sealed, keyOf(receipt)))
}

/** What the server has said about this answer, or null as long as it has said nothing here. */
export async function findCast(receipt: string): Promise<unknown> {
  const kept = await inStore<Sealed | undefined>('device', 'readonly', (store) => store.get(keyOf(receipt)))
  return kept ? open(kept, keyOf(receipt)) : null
}

export async function dropCast(receipt: string): Promise<void> {
  await inStore('device', 'readwrite', (store) => store.delete(keyOf(receipt)))
}
