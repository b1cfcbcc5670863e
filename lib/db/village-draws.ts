// Villages drawn for waves of citizens. A frame of villages names no person and is kept whole; rows are only added (triggers).
import type { Actor } from '#lib/access'
import { type AuditEntry, auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'

export type VillageDrawRow = {
  id: string
  title: string
  method: string
  seed: string
  settings: Prisma.JsonValue
  frame: Prisma.JsonValue
  frameHash: string
  drawn: Prisma.JsonValue
  drawnAt: Date
}

/** The newest first. */
export function listVillageDrawRows(): Promise<VillageDrawRow[]> {
  return database().prisma.villageDraw.findMany({ orderBy: [{ drawnAt: 'desc' }, { id: 'asc' }], take: 200 })
}

export function findVillageDraw(id: string): Promise<VillageDrawRow | null> {
  return database().prisma.villageDraw.findUnique({ where: { id } })
}

type NewDraw = Omit<VillageDrawRow, 'drawnAt' | 'settings' | 'frame' | 'drawn'> & {
  settings: Prisma.InputJsonValue
  frame: Prisma.InputJsonValue
  drawn: Prisma.InputJsonValue
}

export async function insertVillageDraw(actor: Actor, draw: NewDraw, entry: AuditEntry): Promise<void> {
  const { prisma } = database()
  await prisma.$transaction([
    prisma.villageDraw.create({ data: { ...draw, drawnBy: actor.userId } }),
    prisma.auditEvent.create({ data: auditRow(actor, entry) }),
  ])
}
