// Every number of the effect page as a table: the very result of the page, by the same flow.
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { effectColumns, effectTable } from '#lib/effects/effect-table'
import { type Table, wholeTable } from '#lib/exports/table'
import { loadStudyEffect, type studyShape } from '#lib/flows/load-study-effect'

/** Only rows of units the actor may see. Throws notFound. */
export async function exportStudyEffect(
  actor: MaybeActor,
  input: z.input<typeof studyShape>,
): Promise<Table> {
  const reader = allow(actor, 'effects.read', actor?.unitId)
  const { study, result } = await loadStudyEffect(actor, input)
  await insertReadEvent(reader, { action: 'export-study-effect', subject: study.id })
  return wholeTable(`${study.id}-effect`, effectColumns, effectTable(result))
}
