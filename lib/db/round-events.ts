// The history of a unit in a round. Everything that happens goes through recordRoundEvents: it holds the unit's row while
// the flow looks at what stands there, so that two people who write at once come one after the other.
import type { Actor } from '#lib/access'
import { auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import { dropEvidenceBytes, storeEvidence } from '#lib/db/evidence'
import type { Prisma } from '#lib/db/generated/client'
import type { EvidenceFile, RecordedEvent, RoundEvent, Step } from '#lib/rounds/round-event'

export type RoundPlace = { roundId: string; unitId: string }

/** What a flow decided to write, after it saw the events so far. */
export type Decision = {
  /** Each with the step that follows it. */
  events: { event: RoundEvent; step: Step }[]
  /** The bytes of a file that one of the events adds. */
  stored?: { file: EvidenceFile; criterion: string; bytes: Uint8Array }
  /** A file that one of the events takes out: its bytes go. */
  removedFileId?: string
}

type Transaction = Prisma.TransactionClient

/** All events of a unit, first to last. */
export async function listRoundEvents(place: RoundPlace): Promise<RecordedEvent[]> {
  return readEvents(database().prisma, place)
}

/** The events of every unit of a round, by unit. */
export async function listEventsOfRound(roundId: string): Promise<Map<string, RecordedEvent[]>> {
  const rows = await database().prisma.roundEvent.findMany({
    where: { roundId },
    orderBy: [{ unitId: 'asc' }, { number: 'asc' }],
  })
  const events = new Map<string, RecordedEvent[]>()
  for (const row of rows) {
    const known = events.get(row.unitId)
    if (known) known.push(eventOf(row))
    else events.set(row.unitId, [eventOf(row)])
  }
  return events
}

/**
 * Writes what `decide` makes of the events so far, with the lines in the audit log; returns the events written. Whatever
 * `decide` throws leaves everything as it was. `place` must exist.
 */
export async function recordRoundEvents(
  actor: Pick<Actor, 'userId' | 'name'>,
  place: RoundPlace,
  decide: (events: RecordedEvent[]) => Decision,
  at: Date = new Date(),
): Promise<RecordedEvent[]> {
  return database().prisma.$transaction(
    (transaction) => writeDecision(transaction, actor, place, decide, at),
    { timeout: 60_000 },
  )
}

/** The same inside a transaction that writes more. */
export async function writeDecision(
  transaction: Transaction,
  actor: Pick<Actor, 'userId' | 'name'>,
  place: RoundPlace,
  decide: (events: RecordedEvent[]) => Decision,
  at: Date,
): Promise<RecordedEvent[]> {
  const { roundId, unitId } = place
  await transaction.$executeRaw`
    select from "RoundUnit" where "unitId" = ${unitId} and "roundId" = ${roundId} for update`
  const before = await readEvents(transaction, place)
  const { events, stored, removedFileId } = decide(before)
  if (stored)
    await storeEvidence(
      transaction,
      { roundId, unitId, criterion: stored.criterion },
      stored.file,
      stored.bytes,
    )
  if (removedFileId) await dropEvidenceBytes(transaction, unitId, removedFileId)
  const recorded = events.map(({ event }, i): RecordedEvent => {
    return { ...event, number: before.length + i + 1, at, actorId: actor.userId, actorName: actor.name }
  })
  const data = recorded.map((event, i) => rowOf(place, event, events[i]!.step))
  await transaction.roundEvent.createMany({ data })
  await transaction.auditEvent.createMany({
    data: recorded.map((event) => auditOf(actor, place, event)),
  })
  return recorded
}

async function readEvents(client: Transaction, { roundId, unitId }: RoundPlace): Promise<RecordedEvent[]> {
  const rows = await client.roundEvent.findMany({ where: { roundId, unitId }, orderBy: { number: 'asc' } })
  return rows.map(eventOf)
}

type EventRow = Awaited<ReturnType<Transaction['roundEvent']['findFirstOrThrow']>>

function eventOf({ number, at, actorId, actorName, kind, criterion, details }: EventRow): RecordedEvent {
  const about = criterion === null ? {} : { criterion }
  return { ...(details as object), ...about, kind, number, at, actorId, actorName } as RecordedEvent
}

function rowOf({ roundId, unitId }: RoundPlace, recorded: RecordedEvent, step: Step) {
  const { number, at, actorId, actorName, kind, ...about } = recorded
  const { criterion = null, ...details } = about as { criterion?: string } & Prisma.InputJsonObject
  return { roundId, unitId, number, at, actorId, actorName, kind, step, criterion, details }
}

function auditOf(actor: Pick<Actor, 'userId'>, { roundId, unitId }: RoundPlace, event: RecordedEvent) {
  const criterion = 'criterion' in event ? event.criterion : ''
  const details = { event: event.number, ...(criterion ? { criterion } : {}) }
  return auditRow(actor, { action: event.kind, unitId, subject: roundId, details })
}
