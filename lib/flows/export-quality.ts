// The index by how answers came in, as a table: the very cells of the page, by the same flow.
import type { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { cellTable } from '#lib/exports/cell-table'
import type { Table } from '#lib/exports/table'
import { loadQuality, qualityFields } from '#lib/flows/load-quality'
import type { resultsShape } from '#lib/flows/load-results'
import { nameCollection } from '#lib/scoring/name-collection'

/** Only the unit the actor may see. Throws notFound, unknownWave. */
export async function exportQuality(actor: MaybeActor, input: z.input<typeof resultsShape>): Promise<Table> {
  const reader = allow(actor, 'cells.export', actor?.unitId)
  const { groups, unit, index, wave, entry } = await loadQuality(actor, input)
  const subject = `${index.slug}.v${index.version} ${wave.id}`
  await insertReadEvent(reader, { action: 'export-quality', subject, details: { entry } })
  const names = nameCollection('vi')
  return cellTable(
    `${wave.id}-${entry}-${index.slug}-v${index.version}-quality`,
    qualityFields.flatMap((field) => groups[field].map(({ cell }) => cell)),
    { unit: () => unit.name, criterion: (code) => names[code] ?? code },
  )
}
