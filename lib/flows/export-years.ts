// Changes between two frozen rounds as a table: the very cells of the page, by the same flow.
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { cellTable } from '#lib/exports/cell-table'
import type { Table } from '#lib/exports/table'
import { compareYears, type yearsShape } from '#lib/flows/compare-years'
import { nameCriteria } from '#lib/scoring/name-criteria'

/** Only the units the actor may see; no line when there is no earlier round. Throws notFound. */
export async function exportYears(actor: MaybeActor, input: z.input<typeof yearsShape>): Promise<Table> {
  const reader = allow(actor, 'cells.export', actor?.unitId)
  const { round, baseline, cells, index, named } = await compareYears(actor, input)
  const name = baseline ? `${baseline.id}-to-${round.id}` : round.id
  await insertReadEvent(reader, { action: 'export-years', subject: name })
  return cellTable(`${name}-change`, cells, nameCriteria(index, named))
}
