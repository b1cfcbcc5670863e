// Reference cases of kind `disclosure_audit`: what a reader can work out about hidden cells (1-based in the format).
import { auditSuppression } from '#lib/secrecy/audit-suppression'
import { caseRule } from '../case-rule'
import type { GoldenCase } from '../golden-case'

export function run(testCase: GoldenCase) {
  const hidden = (testCase.suppressed as number[][]).map((row) => row.map((flag) => flag === 1))
  const audit = auditSuppression(testCase.table as number[][], hidden, caseRule(testCase))
  return {
    primary: audit.primary.map((row) => row.map(Number)),
    cells: audit.ranges.map(({ row, column, low, high }) => ({
      row: row + 1,
      column: column + 1,
      low,
      high,
    })),
    safe: audit.isSafe,
  }
}
