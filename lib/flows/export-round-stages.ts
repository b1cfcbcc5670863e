// Every stage of a scoring round as one long table: what its workbook computes, for programs that read tables.
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import type { Table } from '#lib/exports/table'
import { type RoundWorkbookAsk, readRoundWorkbookInput } from '#lib/flows/export-round-workbook'
import { stageTable } from '#lib/workbook/stage-table'

/** Only the units the actor may see. Throws notFound, workbookTooLarge. */
export async function exportRoundStages(actor: MaybeActor, ask: RoundWorkbookAsk): Promise<Table> {
  const reader = allow(actor, 'rounds.read', actor?.unitId)
  const { name, input } = await readRoundWorkbookInput(reader, ask)
  await insertReadEvent(reader, { action: 'export-round-stages', subject: ask.id })
  return stageTable(`${name}-stages`, input)
}
