// The communes as a map of equal tiles, each with what was done there: number, money, output of one channel if asked for, and
// which of the seven areas were spoken about at all.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { type ActivityTotal, totalActivities } from '#lib/campaigns/activity-totals'
import { shadeOf, type Tile, tileGrid } from '#lib/campaigns/tile-grid'
import { listDefinitionsOfKind } from '#lib/db/definitions'
import type { UnitLine } from '#lib/db/units'
import type { UnitsFile } from '#lib/definitions/units-file'
import { type ActivityList, activityQuery, loadActivities } from '#lib/flows/load-activities'
import { requireShape } from '#lib/user-input'

const shown = ['activities', 'cost', 'output'] as const
const shape = z.object({
  ...activityQuery,
  /** What the shade tells; the output only together with a channel. */
  show: z.preprocess((value) => value || undefined, z.enum(shown).default('activities')),
})

export type ActivityTile = UnitLine &
  Tile & {
    total: ActivityTotal | null
    value: number
    shade: ReturnType<typeof shadeOf>
    /** Codes of the areas with at least one activity. */
    areas: string[]
  }
type ActivityTiles = ActivityList & { show: (typeof shown)[number]; tiles: ActivityTile[] }

/** Communes only: what a district did itself has no place on its map. Throws notAllowed, invalidInput. */
export async function loadActivityTiles(
  actor: MaybeActor,
  input: z.input<typeof shape>,
  now: Date = new Date(),
): Promise<ActivityTiles> {
  const { show: asked, ...query } = requireShape(shape, input)
  const list = await loadActivities(actor, query, now)
  const show = asked === 'output' && !list.channel ? 'activities' : asked
  const { channels } = list.vocabulary
  const totals = new Map(
    totalActivities(list.activities, channels, ['unit']).map((one) => [one.place.unit!, one]),
  )
  const parents = new Set(list.units.filter(({ id }) => totals.has(id)).map(({ parentId }) => parentId))
  // a units file holds neighbours outside the district, too: only families in which something happened are drawn
  const drawn = list.units.filter(
    ({ id, parentId }) =>
      parentId !== null &&
      !list.units.some((child) => child.parentId === id) &&
      (parents.size === 0 || parents.has(parentId)),
  )
  const shownOf = (id: string) => {
    const total = totals.get(id)
    if (show === 'output') return total?.output?.amount ?? 0
    return total?.[show] ?? 0
  }
  const largest = Math.max(0, ...drawn.map(({ id }) => shownOf(id)))
  const areasOf = (id: string) =>
    list.vocabulary.areas
      .map(({ code }) => code)
      .filter((code) => list.activities.some((one) => one.unitId === id && one.areas.includes(code)))
  const grid = tileGrid(drawn, await readTiles())
  return {
    ...list,
    show,
    tiles: grid.map((unit) => ({
      ...unit,
      total: totals.get(unit.id) ?? null,
      value: shownOf(unit.id),
      shade: shadeOf(shownOf(unit.id), largest),
      areas: areasOf(unit.id),
    })),
  }
}

/** Positions of the newest version of each file of units. */
async function readTiles(): Promise<Map<string, Tile>> {
  const rows = await listDefinitionsOfKind('units')
  const newest = rows.filter(
    ({ slug, version }) => !rows.some((other) => other.slug === slug && other.version > version),
  )
  const units = newest.flatMap(({ body }) => (body as UnitsFile).units)
  return new Map(units.flatMap(({ id, tile }) => (tile ? [[id, tile] as const] : [])))
}
