// The sheet of one unit: what is asked, what stands there at each stage, what happened to it, and what the actor may do
// with it now. The page shows buttons by these; the flows behind the buttons ask again.
import type { z } from 'zod'
import { type Action, allow, isAllowed, type MaybeActor } from '#lib/access'
import { isAbove, type OpenedSheet, openSheet, readSheet } from '#lib/flows/open-round-sheet'
import { daysLate, deadlineOf, isUnitsTurn } from '#lib/rounds/deadlines'
import type { RecordedEvent } from '#lib/rounds/round-event'
import { sheetPlace } from '#lib/rounds/round-input'
import type { Sheet } from '#lib/rounds/sheet'
import { requireShape } from '#lib/user-input'

export type LoadedSheet = OpenedSheet & {
  sheet: Sheet
  events: RecordedEvent[]
  deadline: Date | null
  late: number
  /** The actor may do the unit's part, the appraiser's part, now. */
  mayScore: boolean
  mayAppraise: boolean
  /** May reopen, give more time, go on without an explanation. */
  mayDirect: boolean
  /** The actor has worked on the other side of this sheet, and can therefore only read. */
  isOwnWork: boolean
}

/** Throws notFound, notAllowed. */
export async function loadRoundSheet(
  actor: MaybeActor,
  input: z.input<typeof sheetPlace>,
  now = new Date(),
): Promise<LoadedSheet> {
  const reader = allow(actor, 'rounds.read', String(input.unit))
  const place = requireShape(sheetPlace, input)
  const opened = await openSheet(place)
  const { sheet, events } = await readSheet(opened)
  const deadline = deadlineOf(sheet, opened.round.deadlines)
  const late = daysLate(deadline, now)
  const isClosed = late > 0 && !opened.round.allowsLate
  const isUnits = isUnitsTurn(sheet.step)
  const isAppraisers = sheet.step === 'appraisal' || sheet.step === 'second-appraisal'
  const liesBelow = await isAbove(reader, place.unit)
  const may = (action: Action) => isAllowed(reader, action, place.unit)
  return {
    ...opened,
    sheet,
    events,
    deadline,
    late,
    mayScore: isUnits && !isClosed && may('rounds.score') && !sheet.appraisers.has(reader.userId),
    mayAppraise: isAppraisers && liesBelow && may('rounds.appraise') && !sheet.scorers.has(reader.userId),
    mayDirect: sheet.step !== 'frozen' && liesBelow && may('rounds.write'),
    isOwnWork:
      (isUnits && reader.unitId === place.unit && sheet.appraisers.has(reader.userId)) ||
      (isAppraisers && may('rounds.appraise') && sheet.scorers.has(reader.userId)),
  }
}
