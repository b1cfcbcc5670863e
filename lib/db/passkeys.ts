// Passkeys: the public halves of keys that live on people's devices.
import { database } from '#lib/db/client'

export type PasskeyLine = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }
export type PasskeyRow = {
  id: string
  userId: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: bigint
  transports: string[]
}

/** A person's passkeys, oldest first. */
export function listPasskeys(userId: string): Promise<(PasskeyLine & { transports: string[] })[]> {
  return database().prisma.passkey.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true, transports: true },
  })
}

/** The passkey with an id, or null. */
export function findPasskey(id: string): Promise<PasskeyRow | null> {
  return database().prisma.passkey.findUnique({
    where: { id },
    select: { id: true, userId: true, publicKey: true, counter: true, transports: true },
  })
}

/** Adds one; false when this credential is registered already, whoever's it is. */
export async function insertPasskey(row: PasskeyRow & { name: string }): Promise<boolean> {
  const { count } = await database().prisma.passkey.createMany({ data: [row], skipDuplicates: true })
  return count === 1
}

/**
 * Notes a use. False when the counter did not rise, although it counts at all: then two devices hold the same key
 * (Web Authentication Level 2, section 6.1.1).
 */
export async function notePasskeyUse(id: string, counter: number): Promise<boolean> {
  const { count } = await database().prisma.passkey.updateMany({
    where: { id, counter: counter === 0 ? 0 : { lt: counter } },
    data: { counter, lastUsedAt: new Date() },
  })
  return count === 1
}

/** Removes one of a person's passkeys and tells its name; null when it is not theirs. */
export async function deletePasskey(userId: string, id: string): Promise<string | null> {
  const { passkey } = database().prisma
  const found = await passkey.findFirst({ where: { id, userId }, select: { name: true } })
  const { count } = await passkey.deleteMany({ where: { id, userId } })
  return found && count === 1 ? found.name : null
}
