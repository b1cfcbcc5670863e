// A frozen round beside the frozen round of an earlier year. Units that stayed what they were are compared by their frozen
// figures, to the last digit. Of units that merged whole only what can be recomputed is compared: the survey parts, from
// the answers of the former units taken together, and counts that stand beside their total; points that were entered for
// several units cannot be added, and neither can an index that holds them.
import { z } from 'zod'
import { allow, type MaybeActor, visibleUnits } from '#lib/access'
import { findRevision, listRevisions } from '#lib/db/round-revisions'
import { listRoundLines, type RoundLine, type RoundRow } from '#lib/db/rounds'
import { listLineage, listUnits } from '#lib/db/units'
import type { IndexFile } from '#lib/definitions/index-file'
import type { UnitName } from '#lib/flows/load-index-data'
import { loadOtherIndexes } from '#lib/flows/load-other-indexes'
import { loadSample } from '#lib/flows/load-sample'
import { openRound } from '#lib/flows/open-round-sheet'
import { type Continuity, isComparable, membersOf } from '#lib/lineage/continuity'
import { lineageGraph } from '#lib/lineage/lineage-graph'
import { tellNamesApart } from '#lib/lineage/tell-names-apart'
import { type Period, traceUnits } from '#lib/lineage/trace-units'
import { problems } from '#lib/problem'
import { frozenFigures } from '#lib/rounds/entered-figures'
import type { RoundResult } from '#lib/rounds/round-result'
import { sameCriteria } from '#lib/rounds/same-criteria'
import { yearChangeCells } from '#lib/rounds/year-change-cells'
import type { Cell } from '#lib/scoring/cell'
import { joinUnits, silentMembers } from '#lib/scoring/join-units'
import { markUnclearChanges } from '#lib/scoring/mark-unclear-changes'
import { codesPlacedAmongUnits } from '#lib/scoring/relative-scale'
import { scoreCells } from '#lib/scoring/score-cells'
import { describeSource, relativeColumns, scoreUnits, type UnitsInput } from '#lib/scoring/score-units'
import { requireShape } from '#lib/user-input'

export const yearsShape = z.object({ id: z.string().max(60), with: z.string().max(60).optional() })

type FrozenRound = { round: RoundRow; index: IndexFile; result: RoundResult }

export type ComparedYears = {
  round: RoundRow
  index: IndexFile
  /** Frozen rounds of earlier years by the same index, newest first. */
  choices: RoundLine[]
  /** The one compared with; null: there is none. */
  baseline: RoundRow | null
  /** Every unit that a cell speaks of, by names that can be told apart. */
  named: UnitName[]
  /** The differences; period is "2024→2025". */
  cells: Cell[]
  /** The figures at both ends, by the same rule; period is the year. */
  levels: Cell[]
}

/** Throws notFound for a round that was not frozen, or a baseline that is not among the choices. */
export async function compareYears(
  actor: MaybeActor,
  input: z.input<typeof yearsShape>,
): Promise<ComparedYears> {
  allow(actor, 'rounds.read', actor?.unitId)
  const shown = visibleUnits(actor, 'rounds.read')
  const { id, with: wanted } = requireShape(yearsShape, input)
  const after = await loadFrozen(id)
  const { slug } = after.round.index
  const choices = (await listRoundLines()).filter(
    (line) => line.frozenAt && line.year < after.round.year && line.index.split('.')[0] === slug,
  )
  const chosen = wanted ? choices.find((line) => line.id === wanted) : choices[0]
  if (wanted && !chosen) throw problems.notFound({ what: 'đợt chấm điểm', id: wanted })
  const head = { round: after.round, index: after.index, choices }
  if (!chosen) return { ...head, baseline: null, named: [], cells: [], levels: [] }
  const before = await loadFrozen(chosen.id)
  const ends = [await openEnd(actor, before), await openEnd(actor, after)] as const
  const [lines, lineage] = await Promise.all([listUnits(), listLineage()])
  const traced = traceUnits(lineageGraph(lines, lineage), periodOf(before), periodOf(after))
  const hasSameUnits = [...traced.values()].every(({ rule }) => rule === 'same')
  const unplaced = hasSameUnits ? new Set<string>() : codesPlacedAmongUnits(after.index)
  const alike = sameCriteria(before.index, after.index)
  const period = `${before.round.year}→${after.round.year}`
  const compared = [...traced]
    .filter(([unit]) => !shown || shown.includes(unit))
    .map(([unit, found]) => {
      const continuity = requireAnswers(ends, unit, found)
      const members = isComparable(continuity)
        ? membersOf(unit, continuity)
        : { before: [unit], after: [unit] }
      const [early, late] = [ends[0].cellsOf(unit, members.before), ends[1].cellsOf(unit, members.after)]
      const own = { index: after.index, unit, period, continuity, alike, unplaced }
      return {
        unit,
        cells: yearChangeCells({ ...own, before: early, after: late }),
        levels: [...early, ...late],
      }
    })
  const cells = compared.flatMap((one) => one.cells)
  const mentioned = cells.flatMap(({ continuity: found }) => (found ? [...found.units, ...found.parts] : []))
  const ids = new Set([...compared.map(({ unit }) => unit), ...mentioned])
  return {
    ...head,
    baseline: before.round,
    named: tellNamesApart(lines.filter((line) => ids.has(line.id))),
    cells: markUnclearChanges(cells),
    levels: compared.flatMap((one) => one.levels),
  }
}

async function loadFrozen(id: string): Promise<FrozenRound> {
  const { round, index } = await openRound(id)
  const number = (await listRevisions(id)).at(-1)?.number
  const revision = number === undefined ? null : await findRevision(id, number)
  if (!revision) throw problems.notFound({ what: 'kết quả đã chốt', id })
  return { round, index, result: revision.result }
}

const periodOf = ({ round, result }: FrozenRound): Period => ({
  units: result.units.map(({ id }) => id),
  from: new Date(Date.UTC(round.year, 0, 1)),
  to: new Date(Date.UTC(round.year, 11, 31)),
})

type End = {
  input: UnitsInput
  /** The figures of the members under the id of `unit`: frozen for one, computed anew for several. */
  cellsOf(unit: string, members: readonly string[]): Cell[]
}

/** What was frozen, and the answers of the surveys that had joined. */
async function openEnd(actor: MaybeActor, { round, index, result }: FrozenRound): Promise<End> {
  const joined = await Promise.all(result.waves.map(({ id }) => loadSample(actor, { wave: id })))
  const samples = new Map(joined.map(({ wave, sample }) => [wave.form.slug, sample]))
  const entered = new Map(result.units.map(({ id, lines }) => [id, frozenFigures(lines)]))
  const others = await loadOtherIndexes(actor, { index, year: round.year })
  const inputs = { index, samples, entered, others }
  const input = { ...inputs, columns: relativeColumns(inputs, [...entered.keys()]) }
  const [first] = joined
  return {
    input,
    cellsOf(unit, members) {
      if (members.length === 1)
        return result.cells.filter((cell) => cell.unit === members[0]).map((cell) => ({ ...cell, unit }))
      const root = scoreUnits(joinUnits(input, unit, members), unit, new Set(members))
      const entry = first?.sample.entry ?? 'all'
      return scoreCells(root, {
        index,
        unit,
        period: String(round.year),
        entry,
        source: describeSource(input),
      })
    },
  }
}

/** A sum that lacks the answers of a whole unit is no sum. */
function requireAnswers(ends: readonly [End, End], unit: string, continuity: Continuity): Continuity {
  if (!isComparable(continuity)) return continuity
  const members = membersOf(unit, continuity)
  const silent = [
    ...silentMembers(ends[0].input.samples.values(), members.before),
    ...silentMembers(ends[1].input.samples.values(), members.after),
  ]
  return silent.length > 0 && members.before.length + members.after.length > 2
    ? { ...continuity, rule: 'not-measured', units: silent }
    : continuity
}
