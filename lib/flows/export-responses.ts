// The answers of a wave as a table that streams: one row an answer. Only for administrators and analysts, and every
// download leaves a line in the audit log.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { findMeasuredWave } from '#lib/db/measured-waves'
import { openResponses } from '#lib/db/response-rows'
import { responseColumnsAndRows } from '#lib/exports/response-table'
import type { Row, Table } from '#lib/exports/table'
import { loadDrawnPeople } from '#lib/flows/load-drawn-people'
import { problems } from '#lib/problem'
import { formLayout } from '#lib/scoring/form-layout'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  wave: z.string().max(80),
  values: z.enum(['codes', 'labels']).default('codes'),
  /** "1": with written answers, which can tell who wrote them. */
  texts: z.enum(['0', '1']).default('0'),
})

/** Throws unknownWave. The table must be read to its end, or its batches returned, to free the connection. */
export async function exportResponses(actor: MaybeActor, input: z.input<typeof shape>): Promise<Table> {
  const analyst = allow(actor, 'responses.export')
  const { wave: id, values, texts } = requireShape(shape, input)
  const wave = await findMeasuredWave(id)
  if (!wave) throw problems.unknownWave({ wave: id })
  const layout = formLayout(wave.form)
  const people = await loadDrawnPeople(wave, layout)
  const codebook = layout.variables.map(({ variable }) => variable)
  const form = `${wave.form.slug}.v${wave.form.version}`
  const hasTexts = texts === '1'
  await insertReadEvent(analyst, { action: 'export-responses', subject: id, details: { values, hasTexts } })
  const written = codebook.flatMap(({ kind }, at) =>
    kind === 'number' || (hasTexts && kind === 'text') ? [at] : [],
  )
  const { columns, toRow } = responseColumnsAndRows(codebook, {
    wave: id,
    form,
    values,
    hasTexts,
    groups: people?.groups,
  })
  const { expected, batches } = await openResponses(id, written)
  return { name: `${id}-responses-${values}`, columns, expected, batches: mapBatches(batches, toRow) }
}

async function* mapBatches<Item>(
  batches: AsyncIterable<Item[]>,
  toRow: (item: Item) => Row,
): AsyncGenerator<Row[]> {
  for await (const batch of batches) yield batch.map(toRow)
}
