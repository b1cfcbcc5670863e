// The calendar of a roll-out as a table: one line a commune, with everything that repeats the draw.
import type { MaybeActor } from '#lib/access'
import { type Table, wholeTable } from '#lib/exports/table'
import { loadRollout } from '#lib/flows/load-rollout'

const columns = ['unit', 'name', 'group', 'starts_on', 'block', 'matched_on', 'method', 'seed', 'drawn_at']

/** Throws notFound. */
export async function exportRollout(actor: MaybeActor, { rollout: id }: { rollout: string }): Promise<Table> {
  const { calendar, blocks, frame, names, method, seed, drawnAt } = await loadRollout(actor, { id })
  const nameOf = new Map(names.map((unit) => [unit.id, unit.name]))
  const matchedOn = new Map(frame.units.map(({ unitId, value }) => [unitId, value]))
  const rows = calendar.rows.map(({ unitId, step, startsOn }) => [
    unitId,
    nameOf.get(unitId) ?? '',
    step,
    startsOn ?? '',
    blocks.findIndex((block) => block.includes(unitId)) + 1,
    matchedOn.get(unitId) ?? null,
    method,
    seed,
    drawnAt.toISOString(),
  ])
  return wholeTable(`rollout-${id.slice(0, 8)}`, columns, rows)
}
