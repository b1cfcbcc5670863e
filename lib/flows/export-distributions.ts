// Distributions of answers as a table: the very cells of the page, by the same flow.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { cellTable } from '#lib/exports/cell-table'
import type { Table } from '#lib/exports/table'
import { loadDistributions } from '#lib/flows/load-distributions'
import { nameAnswers } from '#lib/scoring/name-answers'
import { entryChoices } from '#lib/surveys/collection'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  wave: z.string().max(80),
  unit: z.string().max(80).optional(),
  entry: z.enum(entryChoices).optional(),
  minimumAnswers: z.coerce.number().int().min(1).optional(),
})

/** Throws unknownWave, unknownUnit, notAllowed. */
export async function exportDistributions(actor: MaybeActor, input: z.input<typeof shape>): Promise<Table> {
  const parsed = requireShape(shape, input)
  const reader = allow(actor, 'cells.export', parsed.unit ?? actor?.unitId)
  const { wave, questions } = await loadDistributions(actor, parsed)
  await insertReadEvent(reader, { action: 'export-distributions', subject: wave.id, unitId: parsed.unit })
  const names = nameAnswers(
    questions.map(({ variable }) => variable),
    'vi',
  )
  const units = new Map(wave.units.map(({ id, name }) => [id, name]))
  return cellTable(
    `${wave.id}-${parsed.unit ?? 'all'}-distributions`,
    questions.flatMap(({ cells }) => cells),
    { unit: (id) => units.get(id) ?? 'Tất cả đơn vị', criterion: (code) => names[code] ?? code },
  )
}
