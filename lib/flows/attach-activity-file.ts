// A unit adds an evidence file to an activity: a photo of the panel, the list of broadcasts, the leaflet itself.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertActivityFile } from '#lib/db/activities'
import { listActivityFiles } from '#lib/db/evidence'
import { findActivity } from '#lib/flows/find-activity'
import { readEvidence } from '#lib/imports/read-evidence'
import { problems } from '#lib/problem'
import { evidenceLimit } from '#lib/rounds/refusal'
import type { EvidenceFile } from '#lib/rounds/round-event'
import { requireShape } from '#lib/user-input'

const shape = z.object({ unit: z.string().max(60), id: z.uuid() })

/** Returns the file as it is kept; the same bytes a second time change nothing. Throws notFound, notAllowed, fileRefused. */
export async function attachActivityFile(
  actor: MaybeActor,
  input: z.input<typeof shape>,
  sent: { name: string; bytes: Uint8Array },
): Promise<EvidenceFile> {
  const officer = allow(actor, 'activities.write', String(input.unit))
  const { unit, id } = requireShape(shape, input)
  await findActivity(unit, id)
  const file = await readEvidence(sent)
  const held = (await listActivityFiles(unit, [id])).filter(({ isThere }) => isThere)
  const twin = held.find(({ sha256 }) => sha256 === file.sha256)
  if (twin) return twin
  if (held.length >= evidenceLimit) throw problems.fileRefused({ sentence: tooMany })
  await insertActivityFile(officer, { unitId: unit, activityId: id }, file, sent.bytes)
  return file
}

const tooMany = {
  vi: `Mỗi hoạt động giữ tối đa ${evidenceLimit} tệp. Hãy gộp các ảnh vào một tệp PDF.`,
  en: `An activity keeps at most ${evidenceLimit} files. Put the pictures together in one PDF.`,
}
