// Numbers of a study as cells, which charts read: shares and points between 0 and 1 become 0 to 100.
import type { EffectNumber, OutcomeResult, StudyResult } from '#lib/effects/study-result'
import type { Cell } from '#lib/scoring/cell'

const base = {
  period: '',
  maximum: 100,
  entry: null,
  status: 'ok',
  flags: [],
  method: 'effect study; 95 %',
} satisfies Partial<Cell>

const hundred = (value: number | null) => (value === null ? null : value * 100)

function numbers(figure: EffectNumber | null) {
  return {
    value: hundred(figure?.value ?? null),
    low: hundred(figure?.low ?? null),
    high: hundred(figure?.high ?? null),
    standardError: hundred(figure?.standardError ?? null),
    degreesOfFreedom: figure?.degreesOfFreedom ?? null,
    n: figure?.n ?? 0,
  }
}

/** One cell for each wave around the start, its number as `period`. */
export function eventCells({ key, events }: OutcomeResult): Cell[] {
  return events.map((point) => ({
    ...base,
    ...numbers(point),
    unit: 'all',
    criterion: key,
    period: String(point.event),
    scale: 'difference',
  }))
}

/** Reach (of all communes) and spending of each channel, the channel as `unit`. */
export function spendingCells({ reach, money }: StudyResult): Cell[] {
  const costs = new Map(money.rows.map(({ channel, cost }) => [channel, cost]))
  const channels = reach.find(({ group }) => group === 'all')?.channels ?? []
  return channels.flatMap(({ channel, share }): Cell[] => [
    {
      ...base,
      ...numbers(share),
      status: share ? 'ok' : 'too-few',
      unit: channel,
      criterion: 'reach',
      scale: 'percent',
    },
    {
      ...base,
      ...numbers(null),
      value: costs.get(channel) ?? 0,
      unit: channel,
      criterion: 'cost',
      scale: 'count',
      maximum: null,
    },
  ])
}
