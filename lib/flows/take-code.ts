// Takes a code of somebody's second factor: six digits of the app, or one of the recovery codes. Either is good once.
import { findAuthenticator, takeRecoveryCode, takeTimeStep } from '#lib/db/second-factors'
import { isRecoveryCode, recoveryHashes } from '#lib/recovery-codes'
import { openText } from '#lib/secrecy/sealed-field'
import { stepOfCode } from '#lib/totp'

/** How the sealed secret of an app is bound to its row. */
export const secretPurpose = 'totp secret'

/** Which kind of code it was, or null when it is not right or was used before. */
export async function takeCode(userId: string, code: string): Promise<'app' | 'recovery' | null> {
  if (isRecoveryCode(code))
    return (await takeRecoveryCode(userId, recoveryHashes(userId, code))) ? 'recovery' : null
  const app = await findAuthenticator(userId)
  if (!app?.confirmedAt) return null
  const step = stepOfCode(openText(secretPurpose, userId, app.secret), code)
  return step !== null && (await takeTimeStep(userId, step)) ? 'app' : null
}
