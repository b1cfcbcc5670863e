// Saves all unsent answers to a file that only the server can open: for a device that will not see a network in time.
// The answers stay in the outbox until the server itself says that it has them.
import { sealAnswerFile } from '#lib/surveys/answer-file'
import { inStore } from '#lib/surveys/light-form/browser/device-store'
import { element } from '#lib/surveys/light-form/browser/elements'
import { findLetter, listReceipts, markExported } from '#lib/surveys/light-form/browser/outbox'

/** Remembers the server's public key, which pages without a form do not carry. */
export async function keepOfficerKey(officerKey: string): Promise<void> {
  await inStore('device', 'readwrite', (store) => store.put(officerKey, 'officer-key'))
}

export function findOfficerKey(): Promise<string | undefined> {
  return inStore('device', 'readonly', (store) => store.get('officer-key'))
}

/** Offers the file as a download and notes on each answer that it is in one. */
export async function saveAnswerFile(officerKey: string): Promise<void> {
  const letters = await Promise.all((await listReceipts()).map(({ receipt }) => findLetter(receipt)))
  // A ballot in the hands of an officer would be one whose sender is known.
  const submissions = letters.flatMap((letter) => (letter && !letter.ballot ? [letter.submission] : []))
  const text = JSON.stringify(await sealAnswerFile(submissions, officerKey))
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const day = new Date().toLocaleDateString('sv-SE')
  element('a', { href: url, download: `phieu-chua-gui-${day}-${submissions.length}.json` }).click()
  await markExported(
    submissions.map(({ receipt }) => receipt),
    day,
  )
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
