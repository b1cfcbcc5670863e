// Accounts of the single sign-on that belong to people here, and whom an administrator expects from there.
import { database } from '#lib/db/client'

export type ExternalLoginLine = { issuer: string; subject: string; linkedAt: Date }
export type Claim = 'email' | 'preferred_username' | 'sub'
export type Invitation = { claim: Claim; value: string; expiresAt: Date }

/** The accounts that are linked with a person. */
export function listExternalLogins(userId: string): Promise<ExternalLoginLine[]> {
  return database().prisma.externalLogin.findMany({
    where: { userId },
    orderBy: { linkedAt: 'asc' },
    select: { issuer: true, subject: true, linkedAt: true },
  })
}

/** Who belongs to an account of the single sign-on: the id of the person, or null. */
export async function findLinkedUser(issuer: string, subject: string): Promise<string | null> {
  const row = await database().prisma.externalLogin.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { userId: true },
  })
  return row?.userId ?? null
}

/** Links an account with a person. */
export async function insertExternalLogin(link: {
  issuer: string
  subject: string
  userId: string
}): Promise<void> {
  await database().prisma.externalLogin.createMany({ data: [link], skipDuplicates: true })
}

/**
 * Uses up the invitation that one of these claims fits and links the account with the invited person, both or neither.
 * The id of the person, or null when nobody is expected.
 */
export function acceptInvitation(
  account: { issuer: string; subject: string },
  claims: { claim: Claim; value: string }[],
): Promise<string | null> {
  return database().prisma.$transaction(async (tx) => {
    for (const { claim, value } of claims) {
      const fits = { claim, value, expiresAt: { gt: new Date() }, user: { disabledAt: null } }
      const found = await tx.externalInvitation.findFirst({ where: fits, select: { userId: true } })
      if (!found) continue
      const { count } = await tx.externalInvitation.deleteMany({ where: { userId: found.userId } })
      if (count !== 1) continue
      await tx.externalLogin.create({ data: { ...account, userId: found.userId } })
      return found.userId
    }
    return null
  })
}

/** Expects a person; replaces what was expected of them before. False when somebody else is expected with this value. */
export async function saveInvitation(
  userId: string,
  { claim, value, expiresAt }: Invitation,
): Promise<boolean> {
  const { externalInvitation } = database().prisma
  await externalInvitation.deleteMany({ where: { OR: [{ userId }, { expiresAt: { lt: new Date() } }] } })
  const data = [{ userId, claim, value, expiresAt }]
  return (await externalInvitation.createMany({ data, skipDuplicates: true })).count === 1
}

/** How a person is expected, or null. */
export async function findInvitation(userId: string): Promise<Invitation | null> {
  const row = await database().prisma.externalInvitation.findFirst({
    where: { userId, expiresAt: { gt: new Date() } },
    select: { claim: true, value: true, expiresAt: true },
  })
  return row && { ...row, claim: row.claim as Claim }
}

/** Takes away all links and the invitation of a person; returns how many links there were. */
export async function deleteExternalLogins(userId: string): Promise<number> {
  const { prisma } = database()
  const [{ count }] = await prisma.$transaction([
    prisma.externalLogin.deleteMany({ where: { userId } }),
    prisma.externalInvitation.deleteMany({ where: { userId } }),
  ])
  return count
}
