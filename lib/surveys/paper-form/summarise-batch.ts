// What stays of a closed stack: counts by question, never a sheet. It tells a researcher how much was left empty, unreadable
// or answered against the form's directions, and how well two readers agreed.
import { type Agreement, measureAgreement } from '#lib/surveys/paper-form/agreement'
import type { CheckedSheet } from '#lib/surveys/paper-form/check-sheet'
import type { SettledSheet, SheetPair } from '#lib/surveys/paper-form/settle-sheets'

type Counts = Record<string, number>
export type BatchSummary = {
  keyed: number
  stored: number
  /** By reason. */
  voided: Counts
  /** By key of the question or field. */
  omitted: Counts
  unclear: Counts
  unasked: Counts
  agreement: Agreement | null
}

export function summariseBatch(
  settled: SettledSheet[],
  checked: CheckedSheet[],
  pairs: SheetPair[],
): BatchSummary {
  return {
    keyed: settled.length,
    stored: checked.length,
    voided: count(settled.flatMap(({ voidReason }) => voidReason || [])),
    omitted: count(checked.flatMap(({ omitted }) => omitted)),
    unclear: count(checked.flatMap(({ unclear }) => unclear)),
    unasked: count(checked.flatMap(({ unasked }) => unasked)),
    agreement:
      pairs.length > 0
        ? measureAgreement(pairs.map(({ first, second }) => [first.keyed, second.keyed]))
        : null,
  }
}

function count(keys: string[]): Counts {
  const counts: Counts = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
