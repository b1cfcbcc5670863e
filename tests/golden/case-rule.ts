// The protection rule of a disclosure case.
import type { ProtectionRule } from '#lib/secrecy/audit-suppression'
import type { GoldenCase } from './golden-case'

/** @throws Error when the margins are not published: the functions under test are about tables with totals */
export function caseRule(testCase: GoldenCase): ProtectionRule {
  if (testCase.margins_published === false)
    throw new Error('tables without margins need no complementary cells')
  return {
    threshold: testCase.threshold as number,
    width: testCase.protection_width as number,
    isZeroSensitive: testCase.zero_is_sensitive === true,
  }
}
