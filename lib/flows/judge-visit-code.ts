// What is wrong with a visit code, if anything: one judgement for the form, the submission and the page where a code is
// typed. Every refusal says whether the open form could be used instead.

import { dayInVietNam } from '#lib/day-in-viet-nam'
import { type FoundVisitCode, findVisitCode } from '#lib/db/visit-codes'
import { env } from '#lib/env'
import { type Problem, problems } from '#lib/problem'
import { hashVisitCode, readVisitCode } from '#lib/visit-code'

/** The keyed hash of a code as somebody typed it. Throws codeMistyped when its check digit says that it is none. */
export function requireCodeHash(typed: string, facts: { hasOpenForm: boolean }): string {
  const code = readVisitCode(typed)
  if (!code) throw problems.codeMistyped(facts)
  const secret = env().AUTH_SECRET
  if (!secret) throw new Error('AUTH_SECRET is not set: the start command makes one')
  return hashVisitCode(code, secret)
}

/** The code, if it can be used today. Throws codeUnknown, codeRevoked, codeUsed, codeNotYet, codeExpired. */
export async function requireUsableCode(
  codeHash: string,
  facts: { hasOpenForm: boolean },
  place?: { waveId: string; unitId: string },
): Promise<FoundVisitCode> {
  const found = await findVisitCode(codeHash)
  const isElsewhere = found && place && (found.waveId !== place.waveId || found.unitId !== place.unitId)
  if (!found || isElsewhere) throw problems.codeUnknown(facts)
  const problem = judge(found, facts)
  if (problem) throw problem
  return found
}

function judge(found: FoundVisitCode, facts: { hasOpenForm: boolean }): Problem | null {
  const today = dayInVietNam(new Date())
  if (found.isUsed) return problems.codeUsed(facts)
  if (found.isRevoked) return problems.codeRevoked(facts)
  if (today < found.validFrom) return problems.codeNotYet({ ...facts, from: found.validFrom })
  if (today > found.validTo) return problems.codeExpired({ ...facts, until: found.validTo })
  return null
}
