// The second half of a sign-in with a code. The session begins only now, under an id that nobody has seen before. Five wrong
// codes and the password has to be typed again; the owner's log tells that somebody knew it.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { countWrongCode, deleteSignInStep, findSignInStep } from '#lib/db/sign-in-steps'
import { openSession } from '#lib/flows/open-session'
import { mayEnter, type SignedIn } from '#lib/flows/sign-in'
import { takeAttempt } from '#lib/flows/take-attempt'
import { takeCode } from '#lib/flows/take-code'
import { readKnownDevice } from '#lib/known-device'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const mostWrong = 5
const shape = z.object({
  stepId: z.string().max(60),
  code: z.string().max(40),
  address: z.string(),
  agent: z.string().default(''),
  /** The browser's proof that this person has signed in there before. */
  knownDevice: z.string().default(''),
})

/** Throws stepExpired, wrongCode, tooManyRequests. */
export async function finishSignIn(nobody: MaybeActor, input: z.input<typeof shape>): Promise<SignedIn> {
  const { stepId, code, address, agent, knownDevice } = requireShape(shape, input)
  const step = await findSignInStep(stepId)
  if (!step || !mayEnter(step.user, address)) throw problems.stepExpired({})
  const { user } = step
  const device = readKnownDevice(user.login, knownDevice)
  const attempt = await takeAttempt(nobody, { subject: user.id, address, knownDevice: device, isCode: true })
  const kind = await takeCode(user.id, code)
  if (!kind) return refuse(step.id, user)
  if (!(await deleteSignInStep(step.id))) throw problems.stepExpired({})
  await attempt.forgive()
  return { sessionId: await openSession({ user, agent, means: `password+${kind}` }), login: user.login }
}

async function refuse(stepId: string, user: { id: string; login: string }): Promise<never> {
  if ((await countWrongCode(stepId)) < mostWrong) throw problems.wrongCode({})
  await deleteSignInStep(stepId)
  await insertAuditEvent({ userId: user.id }, { action: 'second-factor-failed', subject: user.login })
  throw problems.stepExpired({})
}
