// What is planned where: units by months and units by channels, with the money. The surprise: the cost of an item that
// runs over several months is shared out evenly among them, because a plan says no more; the page says so.

import type { PlanBody, PlanItem } from '#lib/campaigns/plan-body'
import { monthsOf } from '#lib/campaigns/plan-items'
import { type PlanEvent, planInForce } from '#lib/campaigns/plan-steps'

/** Items and VND in one field of the board. */
export type PlannedCell = { items: number; cost: number }
export type PlannedRow = { unitId: string; cells: Map<string, PlannedCell>; total: PlannedCell }

/** The items that count on the board: of the plan in force, else of what was last handed in; null while a plan is a draft. */
export function shownItems(events: readonly Pick<PlanEvent, 'kind' | 'body'>[]): PlanItem[] | null {
  return (planInForce(events) ?? lastHandedIn(events))?.items ?? null
}

function lastHandedIn(events: readonly Pick<PlanEvent, 'kind' | 'body'>[]): PlanBody | null {
  const last = events.findLastIndex(({ kind }) => kind === 'submit')
  return events.slice(0, last + 1).findLast(({ body }) => body !== null)?.body ?? null
}

type Plan = { unitId: string; items: readonly PlanItem[] }

/** One row a unit; the cells are months, yyyy-mm. An item under way in a month counts in it. */
export const byMonth = (plans: readonly Plan[]): PlannedRow[] =>
  plans.map((plan) => countItems(plan, monthsOf))

/** One row a unit; the cells are codes of channels. */
export const byChannel = (plans: readonly Plan[]): PlannedRow[] =>
  plans.map((plan) => countItems(plan, ({ channel }) => [channel]))

function countItems({ unitId, items }: Plan, placesOf: (item: PlanItem) => string[]): PlannedRow {
  const cells = new Map<string, PlannedCell>()
  for (const item of items) {
    const places = placesOf(item)
    for (const place of places) {
      const cell = cells.get(place) ?? { items: 0, cost: 0 }
      cells.set(place, { items: cell.items + 1, cost: cell.cost + (item.cost ?? 0) / places.length })
    }
  }
  const cost = items.reduce((sum, item) => sum + (item.cost ?? 0), 0)
  return { unitId, cells, total: { items: items.length, cost } }
}

/** The sum of several rows, place by place. */
export function sumRows(rows: readonly PlannedRow[]): Omit<PlannedRow, 'unitId'> {
  const cells = new Map<string, PlannedCell>()
  for (const row of rows) for (const [place, cell] of row.cells) cells.set(place, add(cells.get(place), cell))
  return { cells, total: rows.reduce((sum, { total }) => add(sum, total), { items: 0, cost: 0 }) }
}

const add = (a: PlannedCell = { items: 0, cost: 0 }, b: PlannedCell): PlannedCell => ({
  items: a.items + b.items,
  cost: a.cost + b.cost,
})
