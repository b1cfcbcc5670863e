// What it cost to reach a person, and to lift the outcome by a point. The surprise: when the interval of the lift holds zero
// the cost of a point has no upper end, and the page says that instead of a number that looks exact.
import type { StudyInput } from '#lib/effects/study-input'
import type { EffectNumber, Money, MoneyNumber, MoneyRow, ReachRow } from '#lib/effects/study-result'

/**
 * @param days after the first and up to the second: the time in which money counts
 * @param treated recall in the communes with the campaign; null when not measured
 * @param treatedUnits those communes
 * @param effect the primary effect; null when there is none
 */
export function effectMoney(
  { costs, communes, office }: StudyInput,
  days: { after: string; upTo: string },
  treated: ReachRow | null,
  treatedUnits: ReadonlySet<string>,
  effect: EffectNumber | null,
): Money {
  const own = communes.filter(({ id }) => treatedUnits.has(id))
  const isPopulationKnown = own.length > 0 && own.every(({ adults }) => adults !== null)
  const adults = isPopulationKnown ? own.reduce((sum, one) => sum + one.adults!, 0) : null
  const spent = costs.filter(
    ({ unit, day }) => (treatedUnits.has(unit) || unit === office) && day > days.after && day <= days.upTo,
  )
  const total = costOf(spent)
  const row = (channel: string | null, cost: number, { named, share }: Recalled): MoneyRow => ({
    channel,
    cost,
    named,
    prompted: share,
    peopleReached: share && adults !== null ? times(share, adults) : null,
    costPerPerson: share && adults !== null && cost > 0 ? costPer(cost, times(share, adults)) : null,
  })
  const channels = [...new Set(spent.map(({ channel }) => channel))]
  return {
    rows: [
      row(null, total, { named: treated?.named ?? null, share: treated?.prompted ?? null }),
      ...channels.map((channel) =>
        row(
          channel,
          costOf(spent.filter((one) => one.channel === channel)),
          treated?.channels.find((one) => one.channel === channel) ?? { named: null, share: null },
        ),
      ),
    ],
    total,
    byOffice: costOf(spent.filter(({ unit }) => unit === office)),
    activities: spent.length,
    withoutCost: spent.filter(({ cost }) => cost === 0).length,
    perPoint: effect && total > 0 ? costPer(total, times(effect, 100)) : null,
    isPopulationKnown,
  }
}

type Recalled = { named: EffectNumber | null; share: EffectNumber | null }

const costOf = (spent: StudyInput['costs']) => spent.reduce((sum, { cost }) => sum + cost, 0)

function times(number: EffectNumber, factor: number): EffectNumber {
  const scale = (end: number | null) => (end === null ? null : end * factor)
  return {
    ...number,
    value: number.value * factor,
    low: scale(number.low),
    high: scale(number.high),
    standardError: scale(number.standardError),
  }
}

/**
 * Money divided by a quantity above zero; the interval by turning that of the quantity over (Fieller's set where the money is
 * known exactly). Unbounded above when the quantity may be zero.
 */
export function costPer(cost: number, { value, low, high }: EffectNumber): MoneyNumber {
  if (low === null || high === null)
    return { value: value > 0 ? cost / value : null, low: null, high: null, isUnbounded: false }
  if (high <= 0) return { value: null, low: null, high: null, isUnbounded: true }
  return {
    value: low > 0 ? cost / value : null,
    low: cost / high,
    high: low > 0 ? cost / low : null,
    isUnbounded: low <= 0,
  }
}
