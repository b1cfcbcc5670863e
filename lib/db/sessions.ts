// Sign-ins. A row is the truth about a session: the cookie only names it, so revoking the row signs the browser out at
// its next request.
import { randomUUID } from 'node:crypto'
import type { Actor, Role } from '#lib/access'
import { database } from '#lib/db/client'

/** What was shown to get in. */
export type Means =
  | 'password'
  | 'password+app'
  | 'password+recovery'
  | 'password+passkey'
  | 'passkey'
  | 'provider'

export type NewSession = {
  userId: string
  /** A short name for the owner's own list, never an address. */
  device: string
  means: Means
  expiresAt: Date
  /** When the person last showed a secret; null when we cannot know. */
  confirmedAt: Date | null
}

/** Opens a session. */
export async function insertSession(session: NewSession): Promise<string> {
  const { id } = await database().prisma.session.create({ data: session, select: { id: true } })
  return id
}

export type SessionPerson = Actor & {
  means: Means
  confirmedAt: Date | null
  lastSeenAt: Date
  hasSecondFactor: boolean
  userSince: Date
}

/** The person behind a session that is neither expired nor revoked nor idle, of a user who is not disabled. */
export async function findSessionPerson(sessionId: string, idleSince: Date): Promise<SessionPerson | null> {
  const session = await database().prisma.session.findFirst({
    where: {
      id: sessionId,
      revokedAt: null,
      expiresAt: { gt: new Date() },
      lastSeenAt: { gt: idleSince },
      user: { disabledAt: null },
    },
    select: {
      means: true,
      confirmedAt: true,
      lastSeenAt: true,
      user: {
        select: {
          id: true,
          login: true,
          name: true,
          role: true,
          unitId: true,
          createdAt: true,
          authenticator: { select: { confirmedAt: true } },
          _count: { select: { passkeys: true } },
        },
      },
    },
  })
  if (!session) return null
  const { user, means, confirmedAt, lastSeenAt } = session
  const { id, login, name, unitId } = user
  const hasSecondFactor = user._count.passkeys > 0 || user.authenticator?.confirmedAt != null
  return {
    ...{ userId: id, login, name, role: user.role as Role, unitId, sessionId },
    ...{ means: means as Means, confirmedAt, lastSeenAt, hasSecondFactor, userSince: user.createdAt },
  }
}

/** Notes that a session was used now. */
export async function touchSession(id: string): Promise<void> {
  await database().prisma.session.updateMany({ where: { id }, data: { lastSeenAt: new Date() } })
}

/**
 * Gives a session a new id after the person has shown a secret again: whoever copied the old cookie has nothing.
 * Null when the session is over.
 */
export async function renewSession(id: string): Promise<string | null> {
  const { prisma } = database()
  const now = new Date()
  const newId = randomUUID()
  const { count } = await prisma.session.updateMany({
    where: { id, revokedAt: null, expiresAt: { gt: now } },
    data: { id: newId, confirmedAt: now, lastSeenAt: now },
  })
  return count === 1 ? newId : null
}

export type OpenSession = {
  id: string
  device: string
  means: Means
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
}

/** A user's sessions that still work, newest first. */
export async function listOpenSessions(userId: string, idleSince: Date): Promise<OpenSession[]> {
  const sessions = await database().prisma.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: new Date() }, lastSeenAt: { gt: idleSince } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, device: true, means: true, createdAt: true, lastSeenAt: true, expiresAt: true },
  })
  return sessions.map((session) => ({ ...session, means: session.means as Means }))
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

/** Revokes one session by its id alone. Returns what had been shown to get in, null when there is no such session. */
export async function revokeSession(id: string): Promise<Means | null> {
  const { prisma } = database()
  await prisma.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } })
  const session = await prisma.session.findUnique({ where: { id }, select: { means: true } })
  return (session?.means as Means | undefined) ?? null
}
