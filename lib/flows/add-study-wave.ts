// A wave joins a study as it comes, also after the declaration; none ever leaves a declared study, and the audit log tells who
// added which.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { findStudyRow, insertStudyWave } from '#lib/db/effect-studies'
import { findMeasuredWave } from '#lib/db/measured-waves'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string().max(80), wave: z.string().max(80) })

/** Throws notFound, unknownWave, notAllowed. */
export async function addStudyWave(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const officer = allow(actor, 'effects.write')
  const { id, wave } = requireShape(shape, input)
  const [study, measured] = await Promise.all([findStudyRow(id), findMeasuredWave(wave)])
  if (!study) throw problems.notFound({ what: 'nghiên cứu', id })
  if (!measured) throw problems.unknownWave({ wave })
  await insertStudyWave(officer, id, wave, {
    action: 'add-study-wave',
    subject: id,
    unitId: study.unitId,
    details: { wave },
  })
}
