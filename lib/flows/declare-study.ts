// A draft is declared: from now on outcome, comparison and correction are fixed. Declaring after the follow-up has opened is
// not refused, but the page then says that the study only suggests.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { findStudyRow, setDeclared } from '#lib/db/effect-studies'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string().max(80), isConfirmed: z.literal(true) })

/** Throws notFound, studyDeclared, notAllowed. */
export async function declareStudy(
  actor: MaybeActor,
  input: z.input<typeof shape>,
  { now = new Date() }: { now?: Date } = {},
): Promise<void> {
  const officer = allow(actor, 'effects.write')
  const { id } = requireShape(shape, input)
  const study = await findStudyRow(id)
  if (!study) throw problems.notFound({ what: 'nghiên cứu', id })
  const entry = { action: 'declare-study', subject: id, unitId: study.unitId }
  if (!(await setDeclared(officer, id, now, entry))) throw problems.studyDeclared({})
}
