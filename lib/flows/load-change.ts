// What changed from a baseline wave to a wave, unit by unit, with intervals that know which villages were asked twice.
import { z } from 'zod'
import { type MaybeActor, visibleUnits } from '#lib/access'
import type { MeasuredWave } from '#lib/db/measured-waves'
import type { IndexFile } from '#lib/definitions/index-file'
import { type IndexData, loadIndexData, type UnitName } from '#lib/flows/load-index-data'
import { resultsShape } from '#lib/flows/load-results'
import type { Cell, CellFlag } from '#lib/scoring/cell'
import { changeCells } from '#lib/scoring/change-cells'
import { markUnclearChanges } from '#lib/scoring/mark-unclear-changes'
import { makePanel } from '#lib/scoring/panel'
import { describeSource, scoreUnits } from '#lib/scoring/score-units'
import { requireShape } from '#lib/user-input'

const shape = resultsShape.extend({ baseline: z.string().max(80) })

export type ChangeInput = z.input<typeof shape>

export type Change = {
  index: IndexFile
  wave: MeasuredWave
  baseline: MeasuredWave
  /** Units of either wave, by name; the total last. */
  units: UnitName[]
  total: string
  cells: Cell[]
}

/** Throws notFound, unknownWave. Both waves are scored by the same index version, so that only the answers differ. */
export async function loadChange(actor: MaybeActor, input: ChangeInput): Promise<Change> {
  const shown = visibleUnits(actor, 'results.read')
  const { index, wave, baseline, entry } = requireShape(shape, input)
  const after = await loadIndexData(actor, { index, wave, entry })
  const before = await loadIndexData(actor, { index, wave: baseline, entry })
  const own = unitsOfBoth(before, after).filter(({ id }) => !shown || shown.includes(id))
  const isSameTotal = before.total.id === after.total.id && hasSameUnits(before, after)
  const breaks = breaksBetween(before, after)
  const cells = own.flatMap((unit) => cellsOf(before, after, unit, breaks))
  const total = cellsOf(before, after, after.total, isSameTotal ? breaks : [...breaks, 'units-changed'])
  return {
    index: after.index,
    wave: after.wave,
    baseline: before.wave,
    units: [...own, after.total],
    total: after.total.id,
    cells: [...markUnclearChanges(cells), ...markUnclearChanges(total)],
  }
}

function unitsOfBoth(before: IndexData, after: IndexData): UnitName[] {
  const units = new Map([...before.wave.units, ...after.wave.units].map((unit) => [unit.id, unit]))
  return [...units.values()]
    .map(({ id, name, nameEn }) => ({ id, name, nameEn }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}

function hasSameUnits(before: IndexData, after: IndexData): boolean {
  const ids = (data: IndexData) =>
    data.wave.units
      .map(({ id }) => id)
      .sort()
      .join(' ')
  return ids(before) === ids(after)
}

/** Another form, kind of sample or right to answer lies between the waves as a whole; versions are judged leaf by leaf. */
function breaksBetween(before: IndexData, after: IndexData): CellFlag[] {
  const breaks: CellFlag[] = []
  if (before.wave.form.slug !== after.wave.form.slug) breaks.push('method-changed')
  if (before.wave.design !== after.wave.design || before.entry !== after.entry) breaks.push('design-changed')
  return breaks
}

function cellsOf(before: IndexData, after: IndexData, unit: UnitName, breaks: CellFlag[]): Cell[] {
  const isTotal = unit.id === after.total.id
  const members = (data: IndexData) =>
    data.wave.units.map(({ id }) => id).filter((id) => isTotal || id === unit.id)
  const all = new Set([...members(before), ...members(after)])
  const panel = makePanel([...before.samples.values(), ...after.samples.values()], all)
  const scoreOf = (data: IndexData) =>
    members(data).length === 0 ? null : scoreUnits(data, unit.id, all, panel)
  return changeCells({
    index: after.index,
    unit: unit.id,
    period: `${before.wave.id}→${after.wave.id}`,
    source: describeSource(after),
    entry: after.entry,
    panel,
    before: scoreOf(before),
    after: scoreOf(after),
    breaks,
  })
}
