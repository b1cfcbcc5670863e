// Changes between two waves as a table: the very cells of the page, by the same flow.
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { cellTable } from '#lib/exports/cell-table'
import type { Table } from '#lib/exports/table'
import { type ChangeInput, loadChange } from '#lib/flows/load-change'
import { nameCriteria } from '#lib/scoring/name-criteria'

/** Only the units the actor may see. Throws notFound, unknownWave. */
export async function exportChange(actor: MaybeActor, input: ChangeInput): Promise<Table> {
  const reader = allow(actor, 'cells.export', actor?.unitId)
  const { cells, named, index, wave, baseline } = await loadChange(actor, input)
  const subject = `${index.slug}.v${index.version} ${baseline.id} ${wave.id}`
  await insertReadEvent(reader, { action: 'export-change', subject })
  return cellTable(`${baseline.id}-to-${wave.id}-${index.slug}-change`, cells, nameCriteria(index, named))
}
