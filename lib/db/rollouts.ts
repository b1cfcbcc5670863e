// Roll-outs by lot. Rows are only added (triggers), so every draw stays on record and drawing until it pleases is seen.
import type { Actor } from '#lib/access'
import { type AuditEntry, auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
import type { RolloutMethod, RolloutStep, RolloutUnit } from '#lib/effects/rollout'

/** What the communes were matched on; null for the simple draw. */
export type MatchedOn = { kind: 'baseline' | 'adults'; index: string; wave: string } | null
export type RolloutFrame = { matchedOn: MatchedOn; units: RolloutUnit[] }

export type RolloutRow = {
  id: string
  unitId: string
  title: string
  method: RolloutMethod
  seed: string
  frame: RolloutFrame
  steps: RolloutStep[]
  drawnAt: Date
  drawnByName: string
  isSample: boolean
}

/** The newest first. */
export async function listRolloutRows(): Promise<RolloutRow[]> {
  const rows = await database().prisma.rollout.findMany({ orderBy: [{ drawnAt: 'desc' }, { id: 'asc' }] })
  return rows.map(toRow)
}

/** Null for an id that is none, too. */
export async function findRolloutRow(id: string): Promise<RolloutRow | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null
  const row = await database().prisma.rollout.findUnique({ where: { id } })
  return row && toRow(row)
}

type NewRollout = Omit<RolloutRow, 'drawnAt' | 'drawnByName' | 'isSample'>

export async function insertRollout(actor: Actor, rollout: NewRollout, entry: AuditEntry): Promise<void> {
  const { prisma } = database()
  const { frame, steps, ...rest } = rollout
  const data = { ...rest, frame: frame as Prisma.InputJsonObject, steps, drawnBy: actor.userId }
  await prisma.$transaction([
    prisma.rollout.create({ data: { ...data, drawnByName: actor.name } }),
    prisma.auditEvent.create({ data: auditRow(actor, entry) }),
  ])
}

type Stored = Omit<RolloutRow, 'method' | 'frame' | 'steps'> & {
  method: string
  frame: Prisma.JsonValue
  steps: Prisma.JsonValue
}

function toRow({
  id,
  unitId,
  title,
  method,
  seed,
  frame,
  steps,
  drawnAt,
  drawnByName,
  isSample,
}: Stored): RolloutRow {
  return {
    id,
    unitId,
    title,
    method: method as RolloutMethod,
    seed,
    frame: frame as RolloutFrame,
    steps: steps as RolloutStep[],
    drawnAt,
    drawnByName,
    isSample,
  }
}
