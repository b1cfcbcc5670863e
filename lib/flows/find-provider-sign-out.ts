// Where somebody signs out of the single sign-on itself (OpenID Connect RP-Initiated Logout 1.0). No ID token is sent along: we
// keep none, because it holds a name. So the single sign-on asks the person once more.
import * as client from 'openid-client'
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { providerClient } from '#lib/flows/provider-client'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  /** Where people reach us, e.g. https://thuocdo.example.vn. */
  origin: z.url(),
})

/** The address over there; null when the single sign-on offers none. Throws notFound, providerFailed. */
export async function findProviderSignOut(
  _anybody: MaybeActor,
  input: z.input<typeof shape>,
): Promise<string | null> {
  const { origin } = requireShape(shape, input)
  const { config } = await providerClient()
  if (!config.serverMetadata().end_session_endpoint) return null
  const back = { post_logout_redirect_uri: afterProviderSignOut(origin) }
  return client.buildEndSessionUrl(config, back).href
}

/** Where the single sign-on sends people after they have signed out: what has to be registered there. */
export function afterProviderSignOut(origin: string): string {
  return `${origin}/sign-in`
}
