// Where a visit code leads that somebody typed from a slip.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { requireCodeHash, requireUsableCode } from '#lib/flows/judge-visit-code'
import { requireShape } from '#lib/user-input'
import { readVisitCode } from '#lib/visit-code'

const shape = z.object({ code: z.string().max(200) })

export type VisitPlace = { wave: string; unit: string; place: string; collector: string; visitCode: string }

/** Open to everybody. Throws codeMistyped, codeUnknown, codeUsed, codeRevoked, codeNotYet, codeExpired. */
export async function findVisitPlace(
  _anybody: MaybeActor,
  input: z.input<typeof shape>,
): Promise<VisitPlace> {
  const { code } = requireShape(shape, input)
  const facts = { hasOpenForm: false }
  const { waveId, unitId, place, collector } = await requireUsableCode(requireCodeHash(code, facts), facts)
  return { wave: waveId, unit: unitId, place, collector, visitCode: readVisitCode(code)! }
}
