// Reference cases of kind `disclosure_suppression`. Many patterns are as good as another, so a pattern is judged by the
// case's acceptance rule: it holds the primary cells, survives the audit, and is not much dearer than the optimum.
import { auditSuppression } from '#lib/secrecy/audit-suppression'
import { type Suppression, suppressTable } from '#lib/secrecy/suppress-table'
import { caseRule } from '../case-rule'
import type { Difference } from '../compare-results'
import type { GoldenCase } from '../golden-case'

interface Acceptance {
  contains_primary: boolean
  safe: boolean
  max_cost_factor: number
}

export function run(testCase: GoldenCase): Suppression {
  return suppressTable(testCase.table as number[][], caseRule(testCase))
}

export function judge(testCase: GoldenCase, result: unknown): Difference[] {
  const { primary, hidden, cost } = result as Suppression
  const acceptance = testCase.acceptance as Acceptance
  const expectedPrimary = JSON.stringify(testCase.expected.primary)
  const differences: Difference[] = []
  const require = (quantity: string, expected: unknown, got: unknown, isAccepted: boolean) => {
    if (!isAccepted) differences.push({ quantity, expected, got })
  }
  const gotPrimary = JSON.stringify(primary.map((row) => row.map(Number)))
  require('primary', expectedPrimary, gotPrimary, gotPrimary === expectedPrimary)
  const containsPrimary = primary.every((row, i) => row.every((flag, j) => !flag || hidden[i]![j]))
  require('contains_primary', true, containsPrimary, containsPrimary || !acceptance.contains_primary)
  const { isSafe } = auditSuppression(testCase.table as number[][], hidden, caseRule(testCase))
  require('safe', true, isSafe, isSafe || !acceptance.safe)
  const limit = acceptance.max_cost_factor * (testCase.expected.optimal_cost as number)
  require('cost', `at most ${limit}`, cost, cost <= limit)
  return differences
}
