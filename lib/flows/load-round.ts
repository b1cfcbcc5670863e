// The board of a round: every unit the actor may see, at which step it is, how much of it is done, who is late and by how
// many days.
import { z } from 'zod'
import { allow, isAllowed, type MaybeActor, visibleUnits } from '#lib/access'
import type { RoundRow, RoundUnitRow } from '#lib/db/rounds'
import type { IndexFile } from '#lib/definitions/index-file'
import { type OpenedRound, openRound, readSheets, type UnitSheet } from '#lib/flows/open-round-sheet'
import { type PointSum, sumPoints } from '#lib/rounds/answer-points'
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import { daysHandedInLate, daysLate, deadlineOf, isTimed, isUnitsTurn } from '#lib/rounds/deadlines'
import { isChanged, isContested, type Sheet, standingAnswer } from '#lib/rounds/sheet'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string().max(60) })

export type BoardLine = RoundUnitRow & {
  /** Criteria that the present step is through with, of those it has to do. */
  done: number
  todo: number
  deadline: Date | null
  /** Days begun since the deadline of the present step; 0 when in time. */
  late: number
  /** Days by which the unit handed in late; 0 when in time, null while it has not. */
  handedInLate: number | null
  /** Whose turn it is. */
  turn: 'unit' | 'appraiser' | null
  /** Criteria that the appraisal changed, and those the unit contests. */
  changed: number
  contested: number
  self: PointSum
  standing: PointSum
}

export type LoadedRound = {
  round: RoundRow
  index: IndexFile
  asked: AskedCriterion[]
  lines: BoardLine[]
  mayWrite: boolean
}

/** Throws notFound. */
export async function loadRound(
  actor: MaybeActor,
  input: z.input<typeof shape>,
  now = new Date(),
): Promise<LoadedRound> {
  allow(actor, 'rounds.read', actor?.unitId)
  const shown = visibleUnits(actor, 'rounds.read')
  const { id } = requireShape(shape, input)
  const opened = await openRound(id)
  const sheets = await readSheets(opened)
  const lines = sheets
    .filter(({ unitId }) => !shown || shown.includes(unitId))
    .map((unit) => boardLine(unit, opened, now))
  return { ...opened, lines, mayWrite: isAllowed(actor, 'rounds.write') }
}

function boardLine({ sheet, log, ...unit }: UnitSheet, { round, asked }: OpenedRound, now: Date): BoardLine {
  const lines = [...sheet.lines.values()]
  const deadline = deadlineOf(sheet, round.deadlines)
  const { done, todo } = progress(sheet)
  const points = (answerOf: (code: string) => ReturnType<typeof standingAnswer>) =>
    sumPoints(asked.map((criterion) => ({ criterion, answer: answerOf(criterion.code) })))
  return {
    ...unit,
    done,
    todo,
    deadline,
    late: daysLate(deadline, now),
    handedInLate: daysHandedInLate(sheet, log, round.deadlines),
    turn: isTimed(sheet.step) ? (isUnitsTurn(sheet.step) ? 'unit' : 'appraiser') : null,
    changed: lines.filter(isChanged).length,
    contested: lines.filter(isContested).length,
    self: points((code) => sheet.lines.get(code)?.self?.answer ?? null),
    standing: points((code) => standingAnswer(sheet.lines.get(code)!)),
  }
}

/** How many criteria the present step has to do, and has done. */
export function progress({ step, lines: all }: Sheet): { done: number; todo: number } {
  const lines = [...all.values()]
  const count = (todo: typeof lines, isDone: (line: (typeof lines)[number]) => boolean) => ({
    todo: todo.length,
    done: todo.filter(isDone).length,
  })
  if (step === 'self-scoring') return count(lines, ({ self }) => self !== null)
  if (step === 'appraisal') return count(lines, ({ appraisal }) => appraisal !== null)
  if (step === 'explanation') return count(lines.filter(isChanged), ({ explanation }) => explanation !== null)
  if (step === 'second-appraisal') return count(lines.filter(isContested), ({ second }) => second !== null)
  return count(lines, (line) => standingAnswer(line) !== null)
}
