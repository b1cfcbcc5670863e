// Answers against targets as a table: the very cells of the page, by the same flow.
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { cellTable } from '#lib/exports/cell-table'
import type { Table } from '#lib/exports/table'
import { loadCounts } from '#lib/flows/load-counts'

/** Only the units the actor may see. Throws unknownWave. */
export async function exportCounts(actor: MaybeActor, input: { wave: string }): Promise<Table> {
  const reader = allow(actor, 'cells.export', actor?.unitId)
  const { wave, cells } = await loadCounts(actor, input)
  await insertReadEvent(reader, { action: 'export-counts', subject: wave.id })
  const units = new Map(wave.units.map(({ id, name }) => [id, name]))
  return cellTable(`${wave.id}-counts`, cells, {
    unit: (id) => units.get(id) ?? id,
    criterion: (code) => code,
  })
}
