// The public page of a confidential wave: the same for everybody who opens it, invited or not. Whether somebody may answer
// is no question of this page; the code in the fragment of the address never comes here.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import type { UnitToAnswer } from '#lib/db/find-wave-to-answer'
import { requireOpen, requireUnit } from '#lib/flows/find-place'
import { type RecalledWave, recallWave } from '#lib/flows/recall-wave'
import { Problem, problems, type Sentence } from '#lib/problem'

const shape = z.object({ wave: z.string().max(200), unit: z.string().max(200).optional() })

export type OpenBallotPage = {
  wave: RecalledWave
  /** Null on the page that asks for a code only. */
  unit: UnitToAnswer | null
  /** Why no ballots are taken now; null while they are. */
  closed: Sentence | null
}

/** Throws unknownWave, also for a wave without ballots, and unknownUnit. */
export async function openBallotPage(
  _actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<OpenBallotPage> {
  const request = shape.parse(input)
  const wave = await recallWave(request.wave)
  if (wave.secrecy !== 'ballot') throw problems.unknownWave({ wave: wave.id })
  return { wave, unit: request.unit ? requireUnit(wave, request.unit) : null, closed: whyClosed(wave) }
}

function whyClosed(wave: RecalledWave): Sentence | null {
  try {
    requireOpen(wave)
    return null
  } catch (problem) {
    if (problem instanceof Problem) return problem.sentence
    throw problem
  }
}
