// An evidence file for whoever may read the unit's sheet, or its activities.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { type EvidencePlace, findEvidenceFile, readEvidenceParts } from '#lib/db/evidence'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ unit: z.string().max(60), id: z.uuid() })

export type OpenedEvidence = { file: EvidencePlace; parts: AsyncIterable<Uint8Array> }

/** Throws notFound, also for a file that was taken out; notAllowed. */
export async function openEvidence(actor: MaybeActor, input: z.input<typeof shape>): Promise<OpenedEvidence> {
  const reader = allow(actor, 'rounds.read', String(input.unit))
  const { unit, id } = requireShape(shape, input)
  const file = await findEvidenceFile(unit, id)
  if (file?.activityId) allow(actor, 'activities.read', unit)
  const parts = readEvidenceParts(unit, id)
  const first = file && (await parts.next())
  if (!file || !first || first.done) throw problems.notFound({ what: 'tệp', id })
  if (unit !== reader.unitId)
    await insertReadEvent(reader, { action: 'open-evidence', unitId: unit, subject: id })
  return { file, parts: startingWith(first.value, parts) }
}

async function* startingWith(first: Uint8Array, rest: AsyncIterable<Uint8Array>) {
  yield first
  yield* rest
}
