// The first code of a new app shows that it works; from now on it is asked for. All other sessions end: one of them may belong
// to whom the second factor is to keep out.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { confirmAuthenticatorRow, findAuthenticator, takeTimeStep } from '#lib/db/second-factors'
import { revokeSessions } from '#lib/db/sessions'
import { giveFirstRecoveryCodes } from '#lib/flows/make-recovery-codes'
import { requireRecentProof } from '#lib/flows/require-recent-proof'
import { takeAttempt } from '#lib/flows/take-attempt'
import { secretPurpose } from '#lib/flows/take-code'
import { type Fault, problems } from '#lib/problem'
import { openText } from '#lib/secrecy/sealed-field'
import { stepOfCode } from '#lib/totp'
import { requireShape } from '#lib/user-input'

const shape = z.object({ code: z.string().max(40) })

/** The recovery codes, to be shown once; none when the person has some. Throws invalidInput for a wrong code. */
export async function confirmAuthenticator(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<string[]> {
  const person = await requireRecentProof(actor)
  const { userId, login, sessionId } = person
  const { code } = requireShape(shape, input)
  const attempt = await takeAttempt(actor, { subject: `new app ${userId}`, address: sessionId })
  const app = await findAuthenticator(userId)
  if (!app || app.confirmedAt)
    throw problems.notFound({ what: 'ứng dụng xác thực đang thiết lập', id: login })
  const step = stepOfCode(openText(secretPurpose, userId, app.secret), code)
  if (step === null || !(await takeTimeStep(userId, step)))
    throw problems.invalidInput({ faults: [wrongCode] })
  await attempt.forgive()
  await confirmAuthenticatorRow(userId)
  await revokeSessions(userId, { except: sessionId })
  await insertAuditEvent(person, { action: 'confirm-authenticator', subject: login })
  return giveFirstRecoveryCodes(person)
}

const wrongCode: Fault = {
  question: 'code',
  code: 'wrong_code',
  vi: 'Mã không khớp. Hãy xem đồng hồ điện thoại có đúng giờ không, rồi nhập mã đang hiện.',
  en: 'The code does not fit. Check that the phone’s clock is right, then type the code it shows now.',
}
