// Second factors: the authenticator app, recovery codes, and challenges that were answered. What must happen once happens in
// one statement, so that two requests at the same time cannot both win.
import { database } from '#lib/db/client'

export type AuthenticatorRow = { secret: Uint8Array<ArrayBuffer>; confirmedAt: Date | null }

/** A person's authenticator app, confirmed or not yet, or null. */
export function findAuthenticator(userId: string): Promise<AuthenticatorRow | null> {
  return database().prisma.authenticator.findUnique({
    where: { userId },
    select: { secret: true, confirmedAt: true },
  })
}

/** Keeps a new, unconfirmed secret. A confirmed one is never replaced; returns what is kept now. */
export async function keepUnconfirmedSecret(
  userId: string,
  secret: Uint8Array<ArrayBuffer>,
): Promise<AuthenticatorRow> {
  await database().prisma.authenticator.createMany({ data: [{ userId, secret }], skipDuplicates: true })
  return (await findAuthenticator(userId))!
}

/** Takes the code of a time step, unless this or a later one was taken before: then false. */
export async function takeTimeStep(userId: string, step: number): Promise<boolean> {
  const { count } = await database().prisma.authenticator.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  return count === 1
}

/** Marks the app as working. */
export async function confirmAuthenticatorRow(userId: string): Promise<void> {
  await database().prisma.authenticator.update({ where: { userId }, data: { confirmedAt: new Date() } })
}

/** Removes the app; true when there was a confirmed one. */
export async function deleteAuthenticator(userId: string): Promise<boolean> {
  const { prisma } = database()
  const { count } = await prisma.authenticator.deleteMany({ where: { userId, confirmedAt: { not: null } } })
  await prisma.authenticator.deleteMany({ where: { userId } })
  return count === 1
}

/** Puts new recovery codes in the place of all older ones. */
export async function replaceRecoveryCodes(userId: string, hashes: string[]): Promise<void> {
  const { prisma } = database()
  await prisma.$transaction([
    prisma.recoveryCode.deleteMany({ where: { userId } }),
    prisma.recoveryCode.createMany({ data: hashes.map((hash) => ({ userId, hash })) }),
  ])
}

/** How many are left. */
export function countRecoveryCodes(userId: string): Promise<number> {
  return database().prisma.recoveryCode.count({ where: { userId } })
}

/** Uses a code up, whose hash is one of these; false when there is none such. */
export async function takeRecoveryCode(userId: string, hashes: string[]): Promise<boolean> {
  const { count } = await database().prisma.recoveryCode.deleteMany({
    where: { userId, hash: { in: hashes } },
  })
  return count === 1
}

/** Whether the person has a confirmed app or a passkey. */
export async function hasSecondFactor(userId: string): Promise<boolean> {
  const { prisma } = database()
  const [apps, passkeys] = await Promise.all([
    prisma.authenticator.count({ where: { userId, confirmedAt: { not: null } } }),
    prisma.passkey.count({ where: { userId } }),
  ])
  return apps + passkeys > 0
}

/** Removes every second factor of a person: app, passkeys, recovery codes, half sign-ins. */
export async function deleteSecondFactors(userId: string): Promise<void> {
  const { prisma } = database()
  const where = { userId }
  await prisma.$transaction([
    prisma.authenticator.deleteMany({ where }),
    prisma.recoveryCode.deleteMany({ where }),
    prisma.passkey.deleteMany({ where }),
    prisma.signInStep.deleteMany({ where }),
  ])
}

/** Remembers that a challenge was answered; false when it had been already. Drops those that have expired. */
export async function spendChallenge(spent: { hash: string; expiresAt: Date }): Promise<boolean> {
  const { spentChallenge } = database().prisma
  await spentChallenge.deleteMany({ where: { expiresAt: { lt: new Date() } } })
  const { count } = await spentChallenge.createMany({ data: [spent], skipDuplicates: true })
  return count === 1
}
