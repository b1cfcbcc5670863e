// What changed from a baseline wave to a wave, unit by unit, with intervals that know which villages were asked twice. A
// unit that was several whole units before is compared with their answers taken together; where only a part moved there is
// no number, and the cell says why (lib/lineage).
import { z } from 'zod'
import { type MaybeActor, visibleUnits } from '#lib/access'
import type { MeasuredWave } from '#lib/db/measured-waves'
import { listLineage, listUnits, type UnitLine } from '#lib/db/units'
import type { IndexFile } from '#lib/definitions/index-file'
import { type IndexData, loadIndexData, type UnitName } from '#lib/flows/load-index-data'
import { resultsShape } from '#lib/flows/load-results'
import { type Continuity, isComparable, membersOf } from '#lib/lineage/continuity'
import { coversSameGround } from '#lib/lineage/covers-same-ground'
import { lineageGraph } from '#lib/lineage/lineage-graph'
import { tellNamesApart } from '#lib/lineage/tell-names-apart'
import { type Period, traceUnits } from '#lib/lineage/trace-units'
import type { Cell, CellFlag } from '#lib/scoring/cell'
import { changeCells } from '#lib/scoring/change-cells'
import { answersOf, joinUnits, silentMembers } from '#lib/scoring/join-units'
import { markUnclearChanges } from '#lib/scoring/mark-unclear-changes'
import { joinPanel } from '#lib/scoring/panel'
import { codesPlacedAmongUnits } from '#lib/scoring/relative-scale'
import { scoreCells } from '#lib/scoring/score-cells'
import { describeSource, scoreUnits } from '#lib/scoring/score-units'
import { requireShape } from '#lib/user-input'

const shape = resultsShape.extend({ baseline: z.string().max(80) })

export type ChangeInput = z.input<typeof shape>

export type Change = {
  index: IndexFile
  wave: MeasuredWave
  baseline: MeasuredWave
  /** Units of either wave, by name, those that are no more after the others; the total last. */
  units: UnitName[]
  total: string
  /** Every unit that a cell speaks of: also those that a unit was made of or went to. */
  named: UnitName[]
  cells: Cell[]
  /** The figures at both ends, by the same rule as their change; period is the wave. */
  levels: Cell[]
}

/** Throws notFound, unknownWave. Both waves are scored by the same index version, so that only the answers differ. */
export async function loadChange(actor: MaybeActor, input: ChangeInput): Promise<Change> {
  const shown = visibleUnits(actor, 'results.read')
  const { index, wave, baseline, entry } = requireShape(shape, input)
  const after = await loadIndexData(actor, { index, wave, entry })
  const before = await loadIndexData(actor, { index, wave: baseline, entry })
  const [lines, lineage] = await Promise.all([listUnits(), listLineage()])
  const traced = traceUnits(lineageGraph(lines, lineage), periodOf(before), periodOf(after))
  const ids = (data: IndexData) => data.wave.units.map(({ id }) => id)
  const hasSameUnits = [...traced.values()].every(({ rule }) => rule === 'same')
  const isSameGround = hasSameUnits
    ? before.total.id === after.total.id
    : coversSameGround(traced, ids(before), ids(after))
  const comparison = {
    before,
    after,
    breaks: breaksBetween(before, after),
    unplaced: hasSameUnits ? new Set<string>() : codesPlacedAmongUnits(after.index),
  }
  const own = linesOf([...traced.keys()], lines).filter(({ id }) => !shown || shown.includes(id))
  const compared = own.map(({ id }) =>
    compareUnit(comparison, id, requireAnswers(before, after, id, traced.get(id)!)),
  )
  const total = compareAll(comparison, after.total.id, isSameGround)
  const cells = compared.flatMap((one) => one.cells)
  const mentioned = cells.flatMap(({ continuity }) =>
    continuity ? [...continuity.units, ...continuity.parts] : [],
  )
  const named = tellNamesApart(linesOf([...own.map(({ id }) => id), ...mentioned], lines))
  return {
    index: after.index,
    wave: after.wave,
    baseline: before.wave,
    units: [...named.filter(({ id }) => own.some((unit) => unit.id === id)), after.total],
    total: after.total.id,
    named: [...named, after.total],
    cells: [...markUnclearChanges(cells), ...markUnclearChanges(total.cells)],
    levels: [...compared, total].flatMap((one) => one.levels),
  }
}

const periodOf = ({ wave }: IndexData): Period => ({
  units: wave.units.map(({ id }) => id),
  from: wave.periodStart,
  to: wave.periodEnd,
})

/** By name; units that are no more come last. */
function linesOf(ids: readonly string[], lines: readonly UnitLine[]): UnitLine[] {
  const wanted = new Set(ids)
  return lines
    .filter(({ id }) => wanted.has(id))
    .sort(
      (a, b) => Number(a.validTo !== null) - Number(b.validTo !== null) || a.name.localeCompare(b.name, 'vi'),
    )
}

/** Another form, kind of sample or right to answer lies between the waves as a whole; versions are judged leaf by leaf. */
function breaksBetween(before: IndexData, after: IndexData): CellFlag[] {
  const breaks: CellFlag[] = []
  if (before.wave.form.slug !== after.wave.form.slug) breaks.push('method-changed')
  if (before.wave.design !== after.wave.design || before.entry !== after.entry) breaks.push('design-changed')
  return breaks
}

/** Units are read as one only when all of them have answered: a sum that lacks a whole unit is no sum. */
function requireAnswers(
  before: IndexData,
  after: IndexData,
  unit: string,
  continuity: Continuity,
): Continuity {
  if (!isComparable(continuity)) return continuity
  const members = membersOf(unit, continuity)
  const silent = [
    ...silentMembers(before.samples.values(), members.before),
    ...silentMembers(after.samples.values(), members.after),
  ]
  return silent.length > 0 ? { ...continuity, rule: 'not-measured', units: silent } : continuity
}

type Comparison = {
  before: IndexData
  after: IndexData
  breaks: CellFlag[]
  unplaced: ReadonlySet<string>
}
type Compared = { cells: Cell[]; levels: Cell[] }

function compareUnit(comparison: Comparison, unit: string, continuity: Continuity): Compared {
  const { before, after } = comparison
  const takesPart = (data: IndexData) => data.wave.units.some(({ id }) => id === unit)
  const members = isComparable(continuity)
    ? membersOf(unit, continuity)
    : { before: takesPart(before) ? [unit] : [], after: takesPart(after) ? [unit] : [] }
  return compare(comparison, unit, members, continuity)
}

/** All units together, with nothing entered but what was entered for the unit above them. */
function compareAll(comparison: Comparison, total: string, isSameGround: boolean): Compared {
  const { before, after, breaks } = comparison
  const ids = (data: IndexData) => data.wave.units.map(({ id }) => id)
  const members = { before: ids(before), after: ids(after) }
  const found = isSameGround ? breaks : [...breaks, 'units-changed' as const]
  return compare({ ...comparison, breaks: found }, total, members)
}

function compare(
  { before, after, breaks, unplaced }: Comparison,
  unit: string,
  members: { before: string[]; after: string[] },
  continuity?: Continuity,
): Compared {
  const sides = [
    { data: before, units: members.before },
    { data: after, units: members.after },
  ]
  const panel = joinPanel(
    sides.flatMap(({ data, units }) =>
      [...data.samples.values()].map((sample) => ({ sample, units: new Set(units) })),
    ),
  )
  const [early, late] = sides.map(({ data, units }) =>
    units.length === 0
      ? null
      : scoreUnits(continuity ? joinUnits(data, unit, units) : data, unit, new Set(units), panel),
  )
  const { index, entry } = after
  const period = `${before.wave.id}→${after.wave.id}`
  const head = { index, unit, entry, source: describeSource(after), panel, breaks, unplaced }
  const hasFewInPart = sides.some(({ data, units }) => hasFew(data, units))
  const cells = changeCells({
    ...head,
    period,
    before: early ?? null,
    after: late ?? null,
    hasFewInPart,
    ...(continuity ? { continuity } : {}),
  })
  const levels = [early, late].flatMap((score, at) => {
    const { data } = sides[at]!
    return score ? scoreCells(score, { ...head, period: data.wave.id, source: describeSource(data) }) : []
  })
  return { cells, levels }
}

function hasFew({ samples, wave, index }: IndexData, units: readonly string[]): boolean {
  const sample = samples.get(wave.form.slug)
  return sample !== undefined && units.some((unit) => answersOf(sample, unit) < index.minimum.answers)
}
