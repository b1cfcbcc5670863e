// Half sign-ins: the password was right and the second factor is awaited. A row opens nothing and lives ten minutes.
import { database } from '#lib/db/client'

const minutes = 10

export type SignInStepRow = {
  id: string
  user: { id: string; login: string; isSample: boolean; disabledAt: Date | null }
}

/** Opens one and drops the expired ones. */
export async function insertSignInStep(userId: string): Promise<string> {
  const { signInStep } = database().prisma
  await signInStep.deleteMany({ where: { expiresAt: { lt: new Date() } } })
  const expiresAt = new Date(Date.now() + minutes * 60_000)
  const { id } = await signInStep.create({ data: { userId, expiresAt }, select: { id: true } })
  return id
}

/** One that is still good, of an account that is, or null. */
export function findSignInStep(id: string): Promise<SignInStepRow | null> {
  return database().prisma.signInStep.findFirst({
    where: { id, expiresAt: { gt: new Date() }, user: { disabledAt: null } },
    select: {
      id: true,
      user: { select: { id: true, login: true, isSample: true, disabledAt: true } },
    },
  })
}

/** Counts a code that was not right and returns how many there were. */
export async function countWrongCode(id: string): Promise<number> {
  const [row] = await database().prisma.signInStep.updateManyAndReturn({
    where: { id },
    data: { wrong: { increment: 1 } },
    select: { wrong: true },
  })
  return row?.wrong ?? Number.POSITIVE_INFINITY
}

/** Uses it up; false when somebody else has. */
export async function deleteSignInStep(id: string): Promise<boolean> {
  const { count } = await database().prisma.signInStep.deleteMany({ where: { id } })
  return count === 1
}
