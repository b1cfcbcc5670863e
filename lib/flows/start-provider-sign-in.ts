// Sends somebody to the single sign-on: authorization code with PKCE, state and nonce. What must be remembered until they come
// back travels in a sealed cookie of theirs, so that any process can take them in and nothing is stored for who never returns.
import * as client from 'openid-client'
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { providerClient } from '#lib/flows/provider-client'
import { seal } from '#lib/secrecy/sealed-field'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  /** Where people reach us, e.g. https://thuocdo.example.vn. */
  origin: z.url(),
  /** The page they wanted. */
  goal: z.string().max(2000).default('/dashboard'),
  /** They are to show their secret over there again, even if they are signed in. */
  isAgain: z.boolean().default(false),
})

export const pendingPurpose = 'provider sign-in'
export const pendingSeconds = 600
export const pendingShape = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  goal: z.string(),
  isAgain: z.boolean(),
  expires: z.number(),
})

/** The address over there, and the text of the cookie. Throws notFound, providerFailed. */
export async function startProviderSignIn(
  _anybody: MaybeActor,
  input: z.input<typeof shape>,
): Promise<{ address: string; pending: string }> {
  const { origin, goal, isAgain } = requireShape(shape, input)
  const { config } = await providerClient()
  const verifier = client.randomPKCECodeVerifier()
  const [state, nonce] = [client.randomState(), client.randomNonce()]
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: providerReturn(origin),
    scope: 'openid email profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(isAgain ? { prompt: 'login', max_age: '0' } : {}),
  })
  const expires = Date.now() + pendingSeconds * 1000
  const remembered: z.output<typeof pendingShape> = { state, nonce, verifier, goal, isAgain, expires }
  const sealed = seal(pendingPurpose, '', JSON.stringify(remembered))
  return { address: address.href, pending: Buffer.from(sealed).toString('base64url') }
}

/** Where the single sign-on sends people back to: what has to be registered there. */
export function providerReturn(origin: string): string {
  return `${origin}/sign-in/provider/return`
}
