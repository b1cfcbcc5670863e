// The roll-outs by lot, the newest first; every one that was ever drawn.
import { allow, type MaybeActor } from '#lib/access'
import { listRolloutRows, type RolloutRow } from '#lib/db/rollouts'

export type RolloutLine = Pick<
  RolloutRow,
  'id' | 'unitId' | 'title' | 'method' | 'drawnAt' | 'drawnByName' | 'steps'
>

export async function listRollouts(actor: MaybeActor): Promise<RolloutLine[]> {
  allow(actor, 'effects.read')
  const rows = await listRolloutRows()
  return rows.map(({ id, unitId, title, method, drawnAt, drawnByName, steps }) => ({
    id,
    unitId,
    title,
    method,
    drawnAt,
    drawnByName,
    steps,
  }))
}
