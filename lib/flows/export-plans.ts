// Every item that was handed in for a year as one long table: what the board of plans counts.
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { mainMeasure } from '#lib/campaigns/activity'
import type { PlanItem } from '#lib/campaigns/plan-body'
import { type Table, wholeTable } from '#lib/exports/table'
import { listPlans, type PlanLine, type planBoardInput } from '#lib/flows/list-plans'

const columns = [
  'year',
  'unit',
  'unitName',
  'step',
  'item',
  'title',
  'channel',
  'areas',
  'targetGroups',
  'where',
  'place',
  'from',
  'to',
  'measure',
  'amount',
  'cost',
  'office',
]

/** Only the units the actor may see; `amount` in the main measure of the channel, `cost` in VND. */
export async function exportPlans(actor: MaybeActor, input: z.input<typeof planBoardInput>): Promise<Table> {
  allow(actor, 'plans.read', actor?.unitId)
  const { year, groups, vocabulary } = await listPlans(actor, input)
  const measures = new Map(vocabulary.channels.map((channel) => [channel.code, mainMeasure(channel)]))
  const rowOf = ({ unit, step }: PlanLine, item: PlanItem) => {
    const measure = measures.get(item.channel) ?? null
    return [
      year,
      unit.id,
      unit.name,
      step,
      item.code,
      item.title,
      item.channel,
      item.areas.join(' '),
      item.targetGroups.join(' '),
      item.where.join(' '),
      item.place,
      item.from,
      item.to,
      measure,
      measure === null ? null : (item.amounts[measure] ?? null),
      item.cost,
      item.office,
    ]
  }
  const lines = groups.flatMap(({ issuer, lines }) => [issuer, ...lines])
  const rows = lines.flatMap((line) => (line.items ?? []).map((item) => rowOf(line, item)))
  return wholeTable(`plans-${year}`, columns, rows)
}
