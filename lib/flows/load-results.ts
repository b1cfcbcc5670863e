// The results of an index in a wave: one cell per criterion for every unit the actor may see, and for all units together.
// A commune officer sees the own unit and the total, to know where it stands without reading the neighbours.
import { z } from 'zod'
import { type MaybeActor, visibleUnits } from '#lib/access'
import type { MeasuredWave } from '#lib/db/measured-waves'
import type { IndexFile } from '#lib/definitions/index-file'
import { cellsOfUnit, type IndexData, loadIndexData, type UnitName } from '#lib/flows/load-index-data'
import type { Cell } from '#lib/scoring/cell'
import { type EntryChoice, entryChoices } from '#lib/surveys/collection'
import { requireShape } from '#lib/user-input'

export const resultsShape = z.object({
  index: z.string().max(80),
  wave: z.string().max(80),
  /** Which answers: absent, those that stand for the wave. */
  entry: z.enum(entryChoices).optional(),
})

export type Results = {
  index: IndexFile
  wave: MeasuredWave
  entry: EntryChoice
  companions: MeasuredWave[]
  /** Year of the entered figures. */
  year: number
  /** Units shown, by name; the total last. */
  units: UnitName[]
  /** Id of the total among `units`. */
  total: string
  /** By unit in that order, then by criterion in the order of the tree, the index itself first. */
  cells: Cell[]
  /** Answers counted in the wave, of the units shown. */
  answers: number
}

/** Throws notFound, unknownWave. */
export async function loadResults(actor: MaybeActor, input: z.input<typeof resultsShape>): Promise<Results> {
  const shown = visibleUnits(actor, 'results.read')
  const data = await loadIndexData(actor, requireShape(resultsShape, input))
  const own = data.wave.units.filter(({ id }) => !shown || shown.includes(id))
  const { index, wave, entry, companions, year, total } = data
  const units = [...own.map(({ id, name, nameEn }) => ({ id, name, nameEn })), total]
  const cells = units.flatMap((unit) => cellsOfUnit(data, unit.id))
  const answers = countAnswers(data, own)
  return { index, wave, entry, companions, year, units, total: total.id, cells, answers }
}

function countAnswers({ samples, wave }: IndexData, units: { id: string }[]): number {
  const shown = new Set(units.map(({ id }) => id))
  const clusters = samples.get(wave.form.slug)?.clusters ?? []
  return clusters.reduce((sum, cluster) => sum + (shown.has(cluster.unit) ? cluster.n : 0), 0)
}
