// Draws, kept whole: method, seed, frame without names, and who was drawn with what probability. Rows are only added
// (triggers).
import type { Actor } from '#lib/access'
import { type AuditEntry, auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'

export type SampleDrawRow = {
  id: string
  listId: string
  waveId: string | null
  method: string
  seed: string
  settings: Prisma.JsonValue
  frameHash: string
  frameSize: number
  drawnAt: Date
}
export type DrawnRow = { contactId: string; stratum: string; cluster: string; probability: number }

const row = {
  id: true,
  listId: true,
  waveId: true,
  method: true,
  seed: true,
  settings: true,
  frameHash: true,
  frameSize: true,
  drawnAt: true,
} satisfies Prisma.SampleDrawSelect

/** The draws from a list, the newest first, with how many were drawn. */
export async function listSampleDraws(listId: string): Promise<(SampleDrawRow & { drawn: number })[]> {
  const draws = await database().prisma.sampleDraw.findMany({
    where: { listId },
    select: { ...row, _count: { select: { drawn: true } } },
    orderBy: [{ drawnAt: 'desc' }, { id: 'asc' }],
  })
  return draws.map(({ _count, ...draw }) => ({ ...draw, drawn: _count.drawn }))
}

/** A draw with its frame and everybody drawn, in the order of stratum, cluster and id; or null. */
export async function findSampleDraw(id: string) {
  return database().prisma.sampleDraw.findUnique({
    where: { id },
    select: {
      ...row,
      frame: true,
      drawn: {
        select: { contactId: true, stratum: true, cluster: true, probability: true },
        orderBy: [{ stratum: 'asc' }, { cluster: 'asc' }, { contactId: 'asc' }],
      },
    },
  })
}

type NewDraw = Omit<SampleDrawRow, 'waveId' | 'drawnAt' | 'settings'> & {
  settings: Prisma.InputJsonObject
  frame: Prisma.InputJsonValue
  drawn: DrawnRow[]
}

export async function insertSampleDraw(
  actor: Actor,
  { drawn, ...draw }: NewDraw,
  entry: AuditEntry,
): Promise<void> {
  await database().prisma.$transaction(
    async (transaction) => {
      await transaction.sampleDraw.create({ data: { ...draw, drawnBy: actor.userId } })
      await transaction.drawnContact.createMany({ data: drawn.map((one) => ({ ...one, drawId: draw.id })) })
      await transaction.auditEvent.create({ data: auditRow(actor, entry) })
    },
    { timeout: 60_000 },
  )
}

/** Notes for which wave a draw was used. */
export async function markDrawUsed(id: string, waveId: string): Promise<void> {
  await database().prisma.sampleDraw.update({ where: { id }, data: { waveId } })
}
