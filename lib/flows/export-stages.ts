// Every stage of an index in a wave as one long table: what the workbook computes, for programs that read tables.
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import type { Table } from '#lib/exports/table'
import { readWorkbookInput, type WorkbookAsk } from '#lib/flows/export-workbook'
import { stageTable } from '#lib/workbook/stage-table'

/** Only the units the actor may see. Throws notFound, unknownWave, workbookTooLarge. */
export async function exportStages(actor: MaybeActor, ask: WorkbookAsk): Promise<Table> {
  const reader = allow(actor, 'cells.export', actor?.unitId)
  const { name, subject, entry, input } = await readWorkbookInput(reader, ask)
  await insertReadEvent(reader, { action: 'export-stages', subject, details: { entry } })
  return stageTable(`${name}-stages`, input)
}
