// By when a person's request must be answered and done. The numbers follow notes on Nghị định 356/2025/NĐ-CP that were not
// checked against its text, so they are settings of the installation and the pages say that they are unverified.
import { z } from 'zod'
import type { RequestKind } from '#lib/contacts/request-kinds'
import { addDays, addWorkingDays } from '#lib/contacts/working-days'

const days = z.number().int().min(1).max(365)
export const deadlineRules = z.object({
  /** Working days to answer the person. */
  answerWorkingDays: days.default(2),
  /** Days to stop after a withdrawal or objection. */
  stopDays: days.default(15),
  /** Days to give a copy, correct or erase. */
  fulfilDays: days.default(10),
  /** Days by which one extension may lengthen it. */
  extensionDays: days.default(15),
  /** "2027-01-01": days on which offices are closed besides week-ends. */
  holidays: z.array(z.iso.date()).max(200).default([]),
})
export type DeadlineRules = z.output<typeof deadlineRules>

/** `day`: of receipt, in Viet Nam. */
export function requestDeadlines(
  kind: RequestKind,
  day: string,
  rules: DeadlineRules,
): { answerBy: string; doneBy: string } {
  const stops = kind === 'withdrawal' || kind === 'objection'
  return {
    answerBy: addWorkingDays(day, rules.answerWorkingDays, rules.holidays),
    doneBy: addDays(day, stops ? rules.stopDays : rules.fulfilDays),
  }
}
