// What protects the own account: the app, recovery codes, passkeys, single sign-on, and until when a second factor is due.
import type { MaybeActor } from '#lib/access'
import { listExternalLogins } from '#lib/db/external-logins'
import { listPasskeys, type PasskeyLine } from '#lib/db/passkeys'
import { countRecoveryCodes, findAuthenticator } from '#lib/db/second-factors'
import { findSessionPerson } from '#lib/db/sessions'
import { idleSince, recallSignInPolicy } from '#lib/flows/recall-sign-in-policy'
import { hasRecentProof } from '#lib/flows/require-recent-proof'
import { problems } from '#lib/problem'
import { providerSettings } from '#lib/provider-settings'
import { secondFactorDeadline } from '#lib/sign-in-policy'

export type OwnProtection = {
  hasApp: boolean
  passkeys: PasskeyLine[]
  recoveryCodes: number
  /** Changes are possible now, without showing a secret again. */
  isConfirmed: boolean
  /** Came in through single sign-on, which alone can confirm. */
  isByProvider: boolean
  /** The name of the single sign-on that this account is linked with. */
  provider: string | null
  /** When a second factor must be there; null when none is asked or there is one. */
  deadline: Date | null
}

/** For whoever is signed in, also when nothing else works yet. */
export async function loadOwnProtection(actor: MaybeActor): Promise<OwnProtection> {
  if (!actor) throw problems.signInRequired({})
  const policy = await recallSignInPolicy()
  const [app, passkeys, recoveryCodes, isConfirmed, person, links] = await Promise.all([
    findAuthenticator(actor.userId),
    listPasskeys(actor.userId),
    countRecoveryCodes(actor.userId),
    hasRecentProof(actor),
    findSessionPerson(actor.sessionId, idleSince(policy)),
    listExternalLogins(actor.userId),
  ])
  const hasApp = app?.confirmedAt != null
  const isByProvider = person?.means === 'provider'
  const isProtected = hasApp || passkeys.length > 0 || isByProvider
  const deadline =
    person && !isProtected
      ? secondFactorDeadline(policy, { role: actor.role, userSince: person.userSince })
      : null
  const provider = links.length > 0 ? (providerSettings()?.name ?? null) : null
  return {
    ...{ hasApp, recoveryCodes, isConfirmed, isByProvider, provider, deadline },
    passkeys: passkeys.map(({ transports: _ways, ...line }) => line),
  }
}
