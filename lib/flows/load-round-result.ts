// A frozen result as it was written, one revision at a time, with what that revision made different from the one before.
// Nothing is computed anew: grades and places come from the frozen cells.
import { z } from 'zod'
import { allow, type MaybeActor, visibleUnits } from '#lib/access'
import { findRevision, listRevisions, type RevisionLine } from '#lib/db/round-revisions'
import type { RoundRow } from '#lib/db/rounds'
import { findUnitWithParent } from '#lib/db/units'
import type { IndexFile } from '#lib/definitions/index-file'
import { openRound } from '#lib/flows/open-round-sheet'
import { problems } from '#lib/problem'
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import { type Compared, compareLines } from '#lib/rounds/compare-lines'
import {
  differences,
  type ResultDifference,
  type ResultUnit,
  type RoundResult,
} from '#lib/rounds/round-result'
import type { Cell } from '#lib/scoring/cell'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string().max(60), revision: z.coerce.number().int().min(1).optional() })

export type ScoredUnit = ResultUnit & {
  /** The index itself. */
  total: Cell | null
  compared: Compared
}

export type LoadedResult = {
  round: RoundRow
  index: IndexFile
  asked: AskedCriterion[]
  revisions: RevisionLine[]
  revision: RevisionLine
  appraiser: NonNullable<RoundResult['appraiser']>
  waves: { id: string; title: string; titleEn: string }[]
  method: string
  /** Highest first; units without a number last. */
  units: ScoredUnit[]
  cells: Cell[]
  /** Against the revision before; empty for the first. */
  differences: ResultDifference[]
}

/** Throws notFound for a round that was never frozen, or an unknown revision. Without one: the newest. */
export async function loadRoundResult(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<LoadedResult> {
  allow(actor, 'rounds.read', actor?.unitId)
  const shown = visibleUnits(actor, 'rounds.read')
  const { id, revision: wanted } = requireShape(shape, input)
  const { round, index, asked } = await openRound(id)
  const revisions = await listRevisions(id)
  const number = wanted ?? revisions.at(-1)?.number ?? 0
  const revision = await findRevision(id, number)
  if (!revision) throw problems.notFound({ what: 'kết quả đã chốt', id: wanted ? `${id} #${wanted}` : id })
  const before = number > 1 ? await findRevision(id, number - 1) : null
  const { result, ...line } = revision
  const maySee = (unit: string) => !shown || shown.includes(unit)
  const cells = result.cells.filter((cell) => maySee(cell.unit))
  return {
    round,
    index,
    asked,
    revisions,
    revision: line,
    appraiser: result.appraiser ?? (await findUnitWithParent(round.appraiser.id)),
    waves: result.waves,
    method: result.method,
    units: result.units
      .filter((unit) => maySee(unit.id))
      .map((unit) => scored(unit, cells, asked, index))
      .sort((a, b) => (b.total?.value ?? -1) - (a.total?.value ?? -1)),
    cells,
    differences: before ? differences(before.result, result).filter(({ unit }) => maySee(unit)) : [],
  }
}

function scored(
  unit: ResultUnit,
  cells: readonly Cell[],
  asked: AskedCriterion[],
  index: IndexFile,
): ScoredUnit {
  const lines = new Map(unit.lines.map((line) => [line.criterion, line]))
  return {
    ...unit,
    total: cells.find((cell) => cell.unit === unit.id && cell.criterion === index.slug) ?? null,
    compared: compareLines(asked, (code) => {
      const line = lines.get(code)
      return { self: line?.self ?? null, standing: line?.standing ?? null }
    }),
  }
}
