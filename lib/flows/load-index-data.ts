// Everything one index needs about one wave: the definition, the answers of the wave and of those that accompany it, and
// the figures entered for its year. An index may read several forms; a form that this wave does not ask is taken from the
// latest wave of the same year in the same units, and the page names it.
import { allow, type MaybeActor } from '#lib/access'
import { listMeasuredWaves, type MeasuredUnit, type MeasuredWave } from '#lib/db/measured-waves'
import { findUnit } from '#lib/db/units'
import type { IndexFile } from '#lib/definitions/index-file'
import { findSmallestGroup } from '#lib/flows/find-smallest-group'
import {
  type Entered,
  findIndex,
  loadEntered,
  loadOtherIndexes,
  type OtherIndexes,
} from '#lib/flows/load-other-indexes'
import { loadPublishedScores } from '#lib/flows/load-published-scores'
import { loadSample } from '#lib/flows/load-sample'
import type { Cell } from '#lib/scoring/cell'
import { indexForms } from '#lib/scoring/index-forms'
import { raiseMinimum } from '#lib/scoring/raise-minimum'
import type { Sample } from '#lib/scoring/sample'
import { scoreCells } from '#lib/scoring/score-cells'
import type { RelativeColumns } from '#lib/scoring/score-input'
import { describeSource, relativeColumns, scoreUnits, type UnitsInput } from '#lib/scoring/score-units'
import type { EntryChoice } from '#lib/surveys/collection'

export type UnitName = { id: string; name: string; nameEn: string }

export type IndexData = {
  indexId: number
  index: IndexFile
  wave: MeasuredWave
  /** Which answers of the wave are read; of its companions always those that stand for them. */
  entry: EntryChoice
  /** Other waves whose answers enter, by form. */
  companions: MeasuredWave[]
  /** Form slug -> answers. */
  samples: Map<string, Sample>
  /** Unit -> criterion -> figure. */
  entered: Entered
  /** What others published about the units in that year. */
  published: NonNullable<UnitsInput['published']>
  /** Indexes that this one reads. */
  others: OtherIndexes
  /** Figures of all units for criteria that are placed among them. */
  columns: RelativeColumns
  year: number
  /** The unit that all units of the wave belong to; its figures are those of everybody. */
  total: UnitName
}

/** Throws notFound for an index that was never published ("sipas.v1"), unknownWave for a wave. */
export async function loadIndexData(
  actor: MaybeActor,
  input: { index: string; wave: string; entry?: EntryChoice },
): Promise<IndexData> {
  allow(actor, 'results.read', actor?.unitId)
  const definition = await findIndex(input.index)
  const least = await findSmallestGroup()
  const index = raiseMinimum(definition.body as IndexFile, least)
  const { wave, sample } = await loadSample(actor, input)
  const year = wave.periodEnd.getUTCFullYear()
  const others = await loadOtherIndexes(actor, { index, year })
  const indexes = [index, ...[...others.values()].map((other) => other.index)]
  const forms = indexes.flatMap((one) => indexForms(one.criteria))
  const samples = new Map<string, Sample>()
  if (forms.includes(wave.form.slug)) samples.set(wave.form.slug, sample)
  const companions: MeasuredWave[] = []
  for (const form of new Set(forms.filter((slug) => slug !== wave.form.slug))) {
    const id = await findCompanion(wave, form)
    if (!id) continue
    const companion = await loadSample(actor, { wave: id })
    companions.push(companion.wave)
    samples.set(form, companion.sample)
  }
  const entered = await loadEntered(definition.id, year)
  const published = await loadPublishedScores(actor, { indexes, year })
  return {
    indexId: definition.id,
    index,
    wave,
    entry: sample.entry,
    companions,
    samples,
    entered,
    published,
    others,
    columns: relativeColumns(
      { index, samples, entered, published, others },
      wave.units.map(({ id }) => id),
    ),
    year,
    total: await findTotal(wave.units),
  }
}

async function findCompanion(wave: MeasuredWave, form: string): Promise<string | undefined> {
  const units = new Set(wave.units.map(({ id }) => id))
  const waves = await listMeasuredWaves()
  return waves.find(
    (other) =>
      other.form === form &&
      other.periodEnd.getUTCFullYear() === wave.periodEnd.getUTCFullYear() &&
      other.unitIds.some((id) => units.has(id)),
  )?.id
}

/** Id of the row "all units together" where they have no parent in common. */
export const allUnits = 'all'

async function findTotal(units: MeasuredUnit[]): Promise<UnitName> {
  const parents = new Set(units.map(({ parentId }) => parentId))
  const [parent] = parents
  const unit = parents.size === 1 && parent ? await findUnit(parent) : null
  if (unit && !units.some(({ id }) => id === unit.id)) return unit
  return { id: allUnits, name: 'Tất cả đơn vị', nameEn: 'All units' }
}

/** The cells of a unit, or of all units of the wave where its id is that of the total. */
export function cellsOfUnit(data: IndexData, unit: string): Cell[] {
  const { index, wave, entry, total } = data
  const members = unit === total.id ? wave.units.map(({ id }) => id) : [unit]
  const root = scoreUnits(data, unit, new Set(members))
  return scoreCells(root, { index, unit, period: wave.id, entry, source: describeSource(data) })
}
