// The unit adds an evidence file to a criterion. The type is read from the bytes; the file lies in the database with its
// hash in the history, and can be taken out again only before the unit hands in.
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { changeSheet, openSheet } from '#lib/flows/open-round-sheet'
import { readEvidence } from '#lib/imports/read-evidence'
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
  const file = await readEvidence(sent)
  await changeSheet(officer, opened, (sheet) => {
    const twin = sheet.lines.get(criterion)?.evidence.find((one) => one.sha256 === file.sha256)
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
