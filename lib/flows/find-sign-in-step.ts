// What the page of the second step needs to know: whether the half sign-in is still good, and what can finish it.
import type { MaybeActor } from '#lib/access'
import { listPasskeys } from '#lib/db/passkeys'
import { findAuthenticator } from '#lib/db/second-factors'
import { findSignInStep as findRow } from '#lib/db/sign-in-steps'

export type StepChoices = { login: string; hasApp: boolean; hasPasskey: boolean }

/** Null when there is none or it is over. Whoever holds its id has typed the right password. */
export async function findSignInStep(
  _nobody: MaybeActor,
  input: { stepId: string },
): Promise<StepChoices | null> {
  const step = await findRow(input.stepId)
  if (!step) return null
  const [app, passkeys] = await Promise.all([findAuthenticator(step.user.id), listPasskeys(step.user.id)])
  return { login: step.user.login, hasApp: app?.confirmedAt != null, hasPasskey: passkeys.length > 0 }
}
