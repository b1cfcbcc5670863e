// The items of a plan: a new one, one copied from elsewhere, what all of them cost. No shapes are loaded here, because
// phones run this file too.
import type { PlanItem } from '#lib/campaigns/plan-body'

/** An item in which nothing but the given parts is written, with a code that the plan does not have. */
export function newItem(items: readonly Pick<PlanItem, 'code'>[], parts: Partial<PlanItem> = {}): PlanItem {
  const numbers = items.map(({ code }) => Number(/^v(\d+)$/.exec(code)?.[1] ?? 0))
  return {
    title: '',
    channel: '',
    areas: [],
    targetGroups: [],
    where: [],
    place: '',
    from: '',
    to: '',
    amounts: {},
    cost: null,
    office: '',
    ...parts,
    code: `v${Math.max(0, ...numbers) + 1}`,
  }
}

/** Sum of what the items cost, VND; what has no cost yet adds nothing. */
export function plannedCost(items: readonly Pick<PlanItem, 'cost'>[]): number {
  return items.reduce((sum, { cost }) => sum + (cost ?? 0), 0)
}

/** The months (yyyy-mm) from the first to the last of an item; none while one of them is not chosen. */
export function monthsOf({ from, to }: Pick<PlanItem, 'from' | 'to'>): string[] {
  const months: string[] = []
  for (let month = from; month !== '' && month <= to; month = monthAfter(month)) months.push(month)
  return months
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
