// One account for the administrator: who it is, where it is signed in, what protects it, and how single sign-on knows it.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import {
  type ExternalLoginLine,
  findInvitation,
  type Invitation,
  listExternalLogins,
} from '#lib/db/external-logins'
import { listPasskeys } from '#lib/db/passkeys'
import { countRecoveryCodes, findAuthenticator } from '#lib/db/second-factors'
import { listOpenSessions, type OpenSession } from '#lib/db/sessions'
import { findUser, type UserLine } from '#lib/db/users'
import { idleSince, recallSignInPolicy } from '#lib/flows/recall-sign-in-policy'
import { hasRecentProof } from '#lib/flows/require-recent-proof'
import { problems } from '#lib/problem'
import { providerSettings } from '#lib/provider-settings'
import { requireShape } from '#lib/user-input'

const shape = z.object({ id: z.string().max(60) })

export type UserDetails = {
  user: UserLine
  sessions: OpenSession[]
  hasApp: boolean
  passkeys: number
  recoveryCodes: number
  external: ExternalLoginLine[]
  invitation: Invitation | null
  /** The name of the single sign-on, null when none is set up. */
  provider: string | null
  /** The administrator may change what protects the account without showing a secret again. */
  isConfirmed: boolean
}

/** Throws notFound. */
export async function loadUser(actor: MaybeActor, input: z.input<typeof shape>): Promise<UserDetails> {
  const admin = allow(actor, 'users.manage')
  const { id } = requireShape(shape, input)
  const user = await findUser(id)
  if (!user) throw problems.notFound({ what: 'người dùng', id })
  await insertReadEvent(admin, { action: 'load-user', unitId: user.unitId, subject: user.login })
  const since = idleSince(await recallSignInPolicy())
  const [sessions, app, passkeys, recoveryCodes, external, invitation, isConfirmed] = await Promise.all([
    listOpenSessions(id, since),
    findAuthenticator(id),
    listPasskeys(id),
    countRecoveryCodes(id),
    listExternalLogins(id),
    findInvitation(id),
    hasRecentProof(admin),
  ])
  const provider = providerSettings()?.name ?? null
  return {
    ...{ user, sessions, recoveryCodes, external, invitation, provider, isConfirmed },
    ...{ hasApp: app?.confirmedAt != null, passkeys: passkeys.length },
  }
}
