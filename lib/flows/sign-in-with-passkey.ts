// A person signs in with a passkey alone (the device has checked its owner), or finishes a sign-in with one.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { deleteSignInStep, findSignInStep } from '#lib/db/sign-in-steps'
import { findUserById } from '#lib/db/users'
import { checkPasskey, passkeyAnswer } from '#lib/flows/check-passkey'
import { openSession } from '#lib/flows/open-session'
import { mayEnter, type SignedIn } from '#lib/flows/sign-in'
import { passkeyUse } from '#lib/flows/start-passkey-check'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  answer: passkeyAnswer,
  origin: z.url(),
  /** The half sign-in to finish; empty for a whole one. */
  stepId: z.string().max(60).default(''),
  address: z.string(),
  agent: z.string().default(''),
})

/** Throws passkeyRefused, stepExpired. */
export async function signInWithPasskey(
  _nobody: MaybeActor,
  input: z.input<typeof shape>,
): Promise<SignedIn> {
  const { answer, origin, stepId, address, agent } = requireShape(shape, input)
  if (stepId) return finish(stepId, { answer, origin, address, agent })
  const passkey = await checkPasskey({ answer, origin, use: passkeyUse.signIn, isVerified: true })
  const user = await findUserById(passkey.userId)
  if (!user || !mayEnter(user, address)) throw problems.passkeyRefused({})
  return { sessionId: await openSession({ user, agent, means: 'passkey' }), login: user.login }
}

type Given = { answer: string; origin: string; address: string; agent: string }

async function finish(stepId: string, { answer, origin, address, agent }: Given): Promise<SignedIn> {
  const step = await findSignInStep(stepId)
  if (!step || !mayEnter(step.user, address)) throw problems.stepExpired({})
  const { user } = step
  const use = passkeyUse.secondFactor(step.id)
  const passkey = await checkPasskey({ answer, origin, use, isVerified: false })
  if (passkey.userId !== user.id) throw problems.passkeyRefused({})
  if (!(await deleteSignInStep(step.id))) throw problems.stepExpired({})
  return { sessionId: await openSession({ user, agent, means: 'password+passkey' }), login: user.login }
}
