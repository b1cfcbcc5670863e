// The rounds an actor may look at: a commune officer sees those in which the own unit is scored.
import { type MaybeActor, visibleUnits } from '#lib/access'
import { listRoundLines, type RoundLine } from '#lib/db/rounds'

/** Newest year first; `unitIds` holds only units the actor may see. */
export async function listRounds(actor: MaybeActor): Promise<RoundLine[]> {
  const shown = visibleUnits(actor, 'rounds.read')
  const rounds = await listRoundLines()
  if (!shown) return rounds
  return rounds
    .map((round) => ({ ...round, unitIds: round.unitIds.filter((id) => shown.includes(id)) }))
    .filter(({ unitIds }) => unitIds.length > 0)
}
