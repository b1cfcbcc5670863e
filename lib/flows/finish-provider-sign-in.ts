// Somebody comes back from the single sign-on. Who they are over there (issuer and subject) decides who they are here, and only
// if an administrator has linked or expected them, or a setting gives their group a place. An e-mail address alone never opens
// an account that exists: whoever can choose an address over there could choose somebody else's.
import * as client from 'openid-client'
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { acceptInvitation, type Claim, findLinkedUser } from '#lib/db/external-logins'
import { findUserById } from '#lib/db/users'
import { env } from '#lib/env'
import { createUserOfGroup } from '#lib/flows/create-user-of-group'
import { openSession } from '#lib/flows/open-session'
import { providerClient } from '#lib/flows/provider-client'
import { mayEnter, type SignedIn } from '#lib/flows/sign-in'
import { pendingPurpose, pendingShape, providerReturn } from '#lib/flows/start-provider-sign-in'
import { problems } from '#lib/problem'
import { openText } from '#lib/secrecy/sealed-field'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  origin: z.url(),
  /** The query they came back with, "?code=…&state=…". */
  query: z.string().max(8000),
  /** The cookie of the start. */
  pending: z.string().max(4000),
  address: z.string(),
  agent: z.string().default(''),
})

/** `goal` is the page they wanted at the start. Throws providerFailed, providerUnknownPerson. */
export async function finishProviderSignIn(
  _nobody: MaybeActor,
  input: z.input<typeof shape>,
): Promise<SignedIn & { goal: string }> {
  const { origin, query, pending, address, agent } = requireShape(shape, input)
  const remembered = readPending(pending)
  const claims = await takeClaims(new URL(`${providerReturn(origin)}${query}`), remembered)
  const account = { issuer: claims.iss, subject: claims.sub }
  const userId =
    (await findLinkedUser(account.issuer, account.subject)) ??
    (await acceptInvitation(account, statedClaims(claims))) ??
    (await createUserOfGroup(account, { ...claims, groups: groupsOf(claims) }))
  const user = userId ? await findUserById(userId) : null
  if (!user || !mayEnter(user, address)) {
    await insertAuditEvent(userId ? { userId } : null, {
      action: 'provider-refused',
      subject: account.subject,
    })
    throw problems.providerUnknownPerson({})
  }
  const shownAt = typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1000) : null
  const sessionId = await openSession({ user, agent, means: 'provider', confirmedAt: shownAt })
  return { sessionId, login: user.login, goal: remembered.goal }
}

type Pending = z.output<typeof pendingShape>

function readPending(pending: string): Pending {
  try {
    const text = openText(pendingPurpose, '', Buffer.from(pending, 'base64url'))
    const remembered = pendingShape.parse(JSON.parse(text))
    if (remembered.expires > Date.now()) return remembered
  } catch {
    // whoever made this cookie, it was not us: the same answer as for one that is too old
  }
  throw problems.providerFailed({})
}

/** Exchanges the code; the library checks state, issuer, audience, signature, nonce and times (30 seconds of tolerance). */
async function takeClaims(back: URL, { state, nonce, verifier, isAgain }: Pending): Promise<client.IDToken> {
  const { config } = await providerClient()
  const checks = {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  }
  const tokens = await client
    .authorizationCodeGrant(config, back, { ...checks, ...(isAgain ? { maxAge: 60 } : {}) })
    .catch(() => null)
  const claims = tokens?.claims()
  if (!claims) throw problems.providerFailed({})
  return claims
}

/** What an invitation may name. An address counts only when the single sign-on says that it is verified. */
function statedClaims(claims: client.IDToken): { claim: Claim; value: string }[] {
  const { sub, email, email_verified, preferred_username } = claims
  return [
    { claim: 'sub' as const, value: sub },
    ...(typeof email === 'string' && email_verified === true
      ? [{ claim: 'email' as const, value: email.toLowerCase() }]
      : []),
    ...(typeof preferred_username === 'string'
      ? [{ claim: 'preferred_username' as const, value: preferred_username.toLowerCase() }]
      : []),
  ]
}

function groupsOf(claims: client.IDToken): string[] {
  const groups = claims[env().OIDC_GROUP_CLAIM]
  return Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : []
}
