// Results as a table: the very cells of the page, by the same flow.
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { cellTable } from '#lib/exports/cell-table'
import type { Table } from '#lib/exports/table'
import { loadResults, type resultsShape } from '#lib/flows/load-results'
import { nameCriteria } from '#lib/scoring/name-criteria'

/** Only the units the actor may see. Throws notFound, unknownWave. */
export async function exportCells(actor: MaybeActor, input: z.input<typeof resultsShape>): Promise<Table> {
  const reader = allow(actor, 'cells.export', actor?.unitId)
  const { cells, units, index, wave, entry } = await loadResults(actor, input)
  const subject = `${index.slug}.v${index.version} ${wave.id}`
  await insertReadEvent(reader, { action: 'export-cells', subject, details: { entry } })
  return cellTable(
    `${wave.id}-${entry}-${index.slug}-v${index.version}-results`,
    cells,
    nameCriteria(index, units),
  )
}
