// When each step of a round is due, and who is late. Being late is always marked; whether a late unit is still let in is
// a setting of the round.
import type { RecordedEvent, Step } from '#lib/rounds/round-event'
import type { Sheet } from '#lib/rounds/sheet'

/** The steps that have a deadline, in their order. */
export const timedSteps = ['self-scoring', 'appraisal', 'explanation', 'second-appraisal'] as const
export type TimedStep = (typeof timedSteps)[number]

/** The moment after which a step is late. */
export type Deadlines = Record<TimedStep, Date>

export const isTimed = (step: Step): step is TimedStep => (timedSteps as readonly Step[]).includes(step)

/** Steps in which the unit must act; in the other timed ones it is the appraiser. */
export const isUnitsTurn = (step: Step): boolean => step === 'self-scoring' || step === 'explanation'

/** The deadline of the sheet's present step: its own where it was moved; null for a step without one. */
export function deadlineOf(sheet: Pick<Sheet, 'step' | 'extended'>, deadlines: Deadlines): Date | null {
  if (!isTimed(sheet.step)) return null
  return sheet.extended[sheet.step] ?? deadlines[sheet.step]
}

const dayLength = 86_400_000

/** Days begun since a deadline; 0 when it has not passed. */
export function daysLate(deadline: Date | null, at: Date): number {
  if (!deadline) return 0
  return Math.max(0, Math.ceil((at.getTime() - deadline.getTime()) / dayLength))
}

/** Days by which the unit handed in late, by the deadline that held at that moment; null while it never has. */
export function daysHandedInLate(
  { submittedAt }: Pick<Sheet, 'submittedAt'>,
  events: readonly RecordedEvent[],
  deadlines: Deadlines,
): number | null {
  if (!submittedAt) return null
  const moved = events.findLast(
    (event) => event.kind === 'extend' && event.step === 'self-scoring' && event.at <= submittedAt,
  )
  return daysLate(moved?.kind === 'extend' ? new Date(moved.until) : deadlines['self-scoring'], submittedAt)
}
