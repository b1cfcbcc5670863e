// The last step of every way to sign in: the session's row and its line in the audit log.
import { insertAuditEvent } from '#lib/db/audit'
import { insertSession, type Means } from '#lib/db/sessions'

/** A working day: a session left open on an office computer ends overnight, and after some idle time anyway. */
export const sessionSeconds = 12 * 60 * 60

type Entry = {
  user: { id: string; login: string }
  /** The browser's own description. */
  agent: string
  means: Means
  /** When the person showed a secret; null when we cannot know. */
  confirmedAt?: Date | null
}

/** Returns the id of the new session. */
export async function openSession({ user, agent, means, confirmedAt = new Date() }: Entry): Promise<string> {
  const expiresAt = new Date(Date.now() + sessionSeconds * 1000)
  const session = { userId: user.id, device: deviceName(agent), means, expiresAt, confirmedAt }
  const sessionId = await insertSession(session)
  await insertAuditEvent({ userId: user.id }, { action: 'sign-in', subject: user.login, details: { means } })
  return sessionId
}

/** "Firefox, Windows" from a browser's user-agent line: enough for its owner to recognise, too little to track. */
export function deviceName(agent: string): string {
  const browser = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'].find((name) => agent.includes(name))
  const system = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS', 'Linux'].find((name) =>
    agent.includes(name),
  )
  const browserName = browser === 'Edg' ? 'Edge' : browser === 'OPR' ? 'Opera' : browser
  return [browserName, system].filter(Boolean).join(', ')
}
