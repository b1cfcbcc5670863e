// The people who sign in. Log-ins are kept in lower case, so that "An" and "an" are one person.

import type { Role } from '#lib/access'
import { database } from '#lib/db/client'

export type UserSecret = {
  id: string
  login: string
  passwordHash: string
  role: Role
  isSample: boolean
  disabledAt: Date | null
}

/** What a sign-in needs to know about a log-in, or null. */
export async function findUserSecret(login: string): Promise<UserSecret | null> {
  const user = await database().prisma.user.findUnique({
    where: { login: login.toLowerCase() },
    select: { id: true, login: true, passwordHash: true, role: true, isSample: true, disabledAt: true },
  })
  return user && { ...user, role: user.role as Role }
}

/** What a sign-in without a password needs to know about a person, or null. */
export function findUserById(
  id: string,
): Promise<Pick<UserSecret, 'id' | 'login' | 'isSample' | 'disabledAt'> | null> {
  return database().prisma.user.findUnique({
    where: { id },
    select: { id: true, login: true, isSample: true, disabledAt: true },
  })
}

export type UserLine = {
  id: string
  login: string
  name: string
  role: Role
  unitId: string | null
  isSample: boolean
  disabledAt: Date | null
  createdAt: Date
}

const line = {
  id: true,
  login: true,
  name: true,
  role: true,
  unitId: true,
  isSample: true,
  disabledAt: true,
  createdAt: true,
}

/** Everybody, in the order of their log-ins. */
export async function listUsers(): Promise<UserLine[]> {
  const users = await database().prisma.user.findMany({ orderBy: { login: 'asc' }, select: line })
  return users.map((user) => ({ ...user, role: user.role as Role }))
}

/** One person, or null. */
export async function findUser(id: string): Promise<UserLine | null> {
  const user = await database().prisma.user.findUnique({ where: { id }, select: line })
  return user && { ...user, role: user.role as Role }
}

export type NewUser = {
  login: string
  name: string
  role: Role
  unitId: string | null
  passwordHash: string
  /** Of a delegate. */
  contactId?: string
}

/** Whom a delegate's account belongs to; null for everybody else. */
export async function findContactOfUser(id: string): Promise<string | null> {
  const user = await database().prisma.user.findUnique({ where: { id }, select: { contactId: true } })
  return user?.contactId ?? null
}

/** Adds a person and returns the id, or null when the log-in is taken. */
export async function insertUser(user: NewUser): Promise<string | null> {
  const [row] = await database().prisma.user.createManyAndReturn({
    data: [{ ...user, login: user.login.toLowerCase() }],
    skipDuplicates: true,
    select: { id: true },
  })
  return row?.id ?? null
}

/** Changes a person's row. */
export async function updateUser(
  id: string,
  change: Partial<{
    name: string
    role: Role
    unitId: string | null
    passwordHash: string
    disabledAt: Date | null
  }>,
): Promise<void> {
  await database().prisma.user.update({ where: { id }, data: change })
}

/** Open accounts that have neither a confirmed app nor a passkey, by role. */
export async function countUnprotectedUsers(): Promise<Record<string, number>> {
  const groups = await database().prisma.user.groupBy({
    by: ['role'],
    where: {
      disabledAt: null,
      passkeys: { none: {} },
      NOT: { authenticator: { confirmedAt: { not: null } } },
    },
    _count: true,
  })
  return Object.fromEntries(groups.map(({ role, _count }) => [role, _count]))
}
