// The cells of a trial of weights as a table: its name, a column and the method of every row say that it is not official.
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { cellTable } from '#lib/exports/cell-table'
import type { Table } from '#lib/exports/table'
import { tryWeights } from '#lib/flows/try-weights'
import { problems } from '#lib/problem'
import { nameCriteria } from '#lib/scoring/name-criteria'

/** Throws notAllowed to all but analysts, notFound, unknownWave, and invalidInput for weights that cannot be taken. */
export async function exportTriedWeights(
  actor: MaybeActor,
  input: Parameters<typeof tryWeights>[1],
): Promise<Table> {
  const analyst = allow(actor, 'weights.try')
  const { index, wave, units, faults, tried } = await tryWeights(actor, input)
  if (!tried)
    throw problems.invalidInput({
      faults: faults.map(({ code, vi, en }) => ({ question: 'weights', code, vi, en })),
    })
  const subject = `${index.slug}.v${index.version} ${wave}`
  await insertReadEvent(analyst, { action: 'export-tried-weights', subject })
  const name = `khong-chinh-thuc-not-official-${wave}-${index.slug}-v${index.version}`
  return cellTable(name, tried, nameCriteria(index, units))
}
