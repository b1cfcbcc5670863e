// The unit adds an evidence file to a criterion. The type is read from the bytes; the file lies in the database with its
// hash in the history, and can be taken out again only before the unit hands in.
import { createHash, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { changeSheet, openSheet } from '#lib/flows/open-round-sheet'
import { sniffEvidence } from '#lib/imports/sniff-evidence'
import { problems } from '#lib/problem'
import type { EvidenceFile } from '#lib/rounds/round-event'
import { criterionPlace } from '#lib/rounds/round-input'
import { requireShape } from '#lib/user-input'

const shape = criterionPlace.omit({ seen: true })

/** Returns the file as it is kept. Throws notFound, notAllowed, fileRefused (type, size, twice), roundRefused. */
export async function attachEvidence(
  actor: MaybeActor,
  input: z.input<typeof shape>,
  sent: { name: string; bytes: Uint8Array },
): Promise<EvidenceFile> {
  const officer = allow(actor, 'rounds.score', String(input.unit))
  const { criterion, ...place } = requireShape(shape, input)
  const opened = await openSheet(place)
  const sniffed = await sniffEvidence(sent.name, sent.bytes)
  if ('fault' in sniffed) throw problems.fileRefused({ sentence: sniffed.fault })
  const sha256 = createHash('sha256').update(sent.bytes).digest('hex')
  const file: EvidenceFile = { id: randomUUID(), ...sniffed, size: sent.bytes.length, sha256 }
  await changeSheet(officer, opened, (sheet) => {
    const twin = sheet.lines.get(criterion)?.evidence.find((one) => one.sha256 === sha256)
    if (twin) throw problems.fileRefused({ sentence: alreadyThere(twin.name) })
    return {
      events: [{ kind: 'add-evidence', criterion, file }],
      stored: { file, criterion, bytes: sent.bytes },
    }
  })
  return file
}

const alreadyThere = (name: string) => ({
  vi: `Tệp này đã có trong tiêu chí, dưới tên “${name}”.`,
  en: `This file is there already, called “${name}”.`,
})
