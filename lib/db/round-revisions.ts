// Frozen results. A freeze and a correction write the result and the units' events in one transaction, and only if nothing
// has happened to any unit since the result was computed.
import type { Actor } from '#lib/access'
import { auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
import { type Decision, writeDecision } from '#lib/db/round-events'
import { problems } from '#lib/problem'
import type { RoundResult } from '#lib/rounds/round-result'

export type RevisionLine = { number: number; at: Date; actorName: string; reason: string }
export type RevisionRow = RevisionLine & { result: RoundResult }

/** All revisions without their figures, first to last. */
export function listRevisions(roundId: string): Promise<RevisionLine[]> {
  return database().prisma.roundRevision.findMany({
    where: { roundId },
    orderBy: { number: 'asc' },
    select: { number: true, at: true, actorName: true, reason: true },
  })
}

/** One revision, or null. */
export async function findRevision(roundId: string, number: number): Promise<RevisionRow | null> {
  const row = await database().prisma.roundRevision.findUnique({
    where: { roundId_number: { roundId, number } },
  })
  return row && { ...row, result: row.result as unknown as RoundResult }
}

export type NewRevision = {
  roundId: string
  reason: string
  result: RoundResult
  /** Unit -> what happens to it, and how many events it had when the result was computed. */
  units: Map<string, { events: Decision['events']; after: number }>
  /** The number before: 0 for the freeze. */
  follows: number
  isFreeze: boolean
  at?: Date
}

/** Returns the number of the new revision. Throws changedMeanwhile when somebody was faster. */
export async function insertRevision(
  actor: Pick<Actor, 'userId' | 'name'>,
  revision: NewRevision,
): Promise<number> {
  const { roundId, reason, result, units, follows, isFreeze, at = new Date() } = revision
  const number = follows + 1
  await database().prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`select from "Round" where id = ${roundId} for update`
      const last = await transaction.roundRevision.findFirst({
        where: { roundId },
        orderBy: { number: 'desc' },
      })
      if ((last?.number ?? 0) !== follows)
        throw problems.changedMeanwhile({ by: last!.actorName, at: last!.at })
      for (const [unitId, { events, after }] of units) {
        const decide = (before: { at: Date; actorName: string }[]) => {
          const newest = before.at(-1)
          if (before.length !== after)
            throw problems.changedMeanwhile({ by: newest?.actorName ?? '', at: newest?.at ?? at })
          return { events }
        }
        await writeDecision(transaction, actor, { roundId, unitId }, decide, at)
      }
      if (isFreeze) await transaction.round.update({ where: { id: roundId }, data: { frozenAt: at } })
      await transaction.roundRevision.create({
        data: {
          roundId,
          number,
          at,
          actorId: actor.userId,
          actorName: actor.name,
          reason,
          result: result as unknown as Prisma.InputJsonValue,
        },
      })
      const audit = {
        action: isFreeze ? 'freeze-round' : 'correct-round',
        subject: roundId,
        details: { revision: number },
      }
      await transaction.auditEvent.create({ data: auditRow(actor, audit) })
    },
    { timeout: 60_000 },
  )
  return number
}
