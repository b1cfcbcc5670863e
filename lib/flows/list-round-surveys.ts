// The surveys that can join a round: waves of its year that ask a form its index reads, in at least one of its units.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { listMeasuredWaves, type WaveLine } from '#lib/db/measured-waves'
import { listRoundUnits } from '#lib/db/rounds'
import { openRound } from '#lib/flows/open-round-sheet'
import { indexForms } from '#lib/scoring/index-forms'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string().max(60) })

/** Latest period first. Throws notFound. */
export async function listRoundSurveys(actor: MaybeActor, input: z.input<typeof shape>): Promise<WaveLine[]> {
  allow(actor, 'rounds.write')
  const { id } = requireShape(shape, input)
  const { round, index } = await openRound(id)
  const [waves, units] = await Promise.all([listMeasuredWaves(), listRoundUnits(id)])
  const forms = indexForms(index.criteria)
  const ids = new Set(units.map(({ unitId }) => unitId))
  return waves.filter(
    (wave) =>
      forms.includes(wave.form) &&
      wave.periodEnd.getUTCFullYear() === round.year &&
      wave.unitIds.some((unit) => ids.has(unit)),
  )
}
