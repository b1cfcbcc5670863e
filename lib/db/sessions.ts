// Sign-ins. A row is the truth about a session: the cookie only names it, so revoking the row signs the browser out at
// its next request.
import type { Actor, MaybeActor, Role } from '#lib/access'
import { database } from '#lib/db/client'

/** Opens a session for a user. `device` is a short name for the owner's own list, never an address. */
export async function insertSession(userId: string, device: string, expiresAt: Date): Promise<string> {
  const session = await database().prisma.session.create({
    data: { userId, device, expiresAt },
    select: { id: true },
  })
  return session.id
}

/** The person behind a session that is neither expired nor revoked, of a user who is not disabled. */
export async function findActorOfSession(sessionId: string): Promise<MaybeActor> {
  const session = await database().prisma.session.findFirst({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: new Date() }, user: { disabledAt: null } },
    select: { user: { select: { id: true, login: true, name: true, role: true, unitId: true } } },
  })
  if (!session) return null
  const { id, role, ...person } = session.user
  return { userId: id, role: role as Role, ...person, sessionId } satisfies Actor
}

export type OpenSession = { id: string; device: string; createdAt: Date; expiresAt: Date }

/** A user's sessions that still work, newest first. */
export function listOpenSessions(userId: string): Promise<OpenSession[]> {
  return database().prisma.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, device: true, createdAt: true, expiresAt: true },
  })
}

/** Revokes a user's open sessions: one, or all (but one). Returns how many. */
export async function revokeSessions(
  userId: string,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  const { count } = await database().prisma.session.updateMany({
    where: {
      userId,
      revokedAt: null,
      ...(which.only ? { id: which.only } : which.except ? { id: { not: which.except } } : {}),
    },
    data: { revokedAt: new Date() },
  })
  return count
}

/** Revokes one session by its id alone. */
export async function revokeSession(id: string): Promise<void> {
  await database().prisma.session.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: new Date() },
  })
}
