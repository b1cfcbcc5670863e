// A roll-out by lot, repeated on the spot from its frame and seed, with every other draw for the same communes: drawing until
// it pleases is nothing to forbid, but something to be seen.
import { allow, type MaybeActor } from '#lib/access'
import { canonicalJson } from '#lib/canonical-json'
import { findRolloutRow, listRolloutRows, type RolloutRow } from '#lib/db/rollouts'
import { listUnits } from '#lib/db/units'
import { drawRollout } from '#lib/effects/rollout'
import { type RolloutCalendar, rolloutCalendar } from '#lib/effects/rollout-calendar'
import { problems } from '#lib/problem'

export type LoadedRollout = RolloutRow & {
  calendar: RolloutCalendar
  /** Communes alike that went to different groups. */
  blocks: string[][]
  isRepeatable: boolean
  /** All draws for exactly these communes, this one among them, the first drawn first. */
  draws: Pick<RolloutRow, 'id' | 'title' | 'drawnAt' | 'drawnByName'>[]
  names: { id: string; name: string; nameEn: string }[]
}

/** Throws notFound. */
export async function loadRollout(actor: MaybeActor, { id }: { id: string }): Promise<LoadedRollout> {
  allow(actor, 'effects.read')
  const found = await findRolloutRow(id)
  if (!found) throw problems.notFound({ what: 'lịch triển khai', id })
  const [all, units] = await Promise.all([listRolloutRows(), listUnits()])
  const starts = found.steps.map(({ startsOn }) => startsOn)
  const again = drawRollout(found.frame.units, found.method, starts, found.seed)
  const shown = new Set([found.unitId, ...found.frame.units.map(({ unitId }) => unitId)])
  return {
    ...found,
    calendar: rolloutCalendar(found.steps),
    blocks: 'blocks' in again ? again.blocks : [],
    isRepeatable: 'steps' in again && canonicalJson(again.steps) === canonicalJson(found.steps),
    draws: all
      .filter((one) => communesOf(one) === communesOf(found))
      .map(({ id: other, title, drawnAt, drawnByName }) => ({ id: other, title, drawnAt, drawnByName }))
      .reverse(),
    names: units
      .filter((unit) => shown.has(unit.id))
      .map(({ id: unit, name, nameEn }) => ({ id: unit, name, nameEn })),
  }
}

const communesOf = ({ frame }: RolloutRow) =>
  frame.units
    .map(({ unitId }) => unitId)
    .sort()
    .join(' ')
