// What the access table acts on: two communes, a measured wave and its baseline, a release, and one account per role.
import type { Actor, Role } from '#lib/access'
import { roles } from '#lib/access'
import { database } from '#lib/db/client'
import type { User } from '#lib/db/generated/client'
import { releaseResults } from '#lib/flows/release-results'
import { hashPassword } from '#lib/password'
import { samplePassword } from '#lib/sample-logins'
import { makePeople } from './made-up-survey'
import { publishMadeUp, storePeople } from './made-up-wave'
import { makeUser, makeWave } from './make'

export const ownUnit = 'own-unit'
export const otherUnit = 'other-unit'

export type AccessScene = { users: Record<Role, User>; elsewhere: User; admin: Actor; releaseId: string }

const passwordHash = hashPassword(samplePassword)

/** Fills the empty test database. The accounts are sample accounts with the sample password. */
export async function makeAccessScene(): Promise<AccessScene> {
  const published = await publishMadeUp([ownUnit, otherUnit])
  const clusters = [ownUnit, otherUnit].map((unitId) => ({ unitId, code: 'v0', stratum: 's0' }))
  const people = makePeople({ seed: 7, units: [ownUnit, otherUnit], villages: 4, people: 8 })
  const units = [ownUnit, otherUnit]
  for (const id of ['earlier', 'later'])
    await storePeople(await makeWave({ id, units, formId: published.formId, clusters }), people)
  const given = { isSample: true, passwordHash: await passwordHash }
  const users = {} as Record<Role, User>
  for (const role of roles)
    users[role] = await makeUser({ ...given, role, login: role, unitId: role === 'commune' ? ownUnit : null })
  const elsewhere = await makeUser({ ...given, role: 'commune', login: 'elsewhere', unitId: otherUnit })
  const admin = await signedIn(users.admin)
  const release = { index: 'made-up.v1', wave: 'later', title: 'Kết quả', isConfirmed: true as const }
  return { users, elsewhere, admin, releaseId: await releaseResults(admin, release) }
}

/** A person with a session of their own. */
export async function signedIn(user: User): Promise<Actor> {
  const expiresAt = new Date('2099-01-01')
  const session = await database().prisma.session.create({ data: { userId: user.id, expiresAt } })
  const { id: userId, login, name, unitId } = user
  return { userId, login, name, role: user.role as Role, unitId, sessionId: session.id }
}
