// Studies of campaigns. A draft may change; once declared only waves are added, which the database guards (trigger).
import type { Actor } from '#lib/access'
import { type AuditEntry, auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
import type { RolloutFrame } from '#lib/db/rollouts'
import type { RolloutMethod, RolloutStep } from '#lib/effects/rollout'
import type { StudyPlan } from '#lib/effects/study-plan'

/** The lot that decides who starts when, with what is needed to know among whom it was drawn. */
export type StudyRollout = {
  id: string
  title: string
  method: RolloutMethod
  frame: RolloutFrame
  steps: RolloutStep[]
}

export type StudyRow = {
  id: string
  unitId: string
  title: string
  titleEn: string
  index: { id: number; slug: string; version: number; body: unknown }
  rollout: StudyRollout | null
  plan: StudyPlan
  declaredAt: Date | null
  declaredByName: string
  isSample: boolean
  createdAt: Date
  /** In no particular order. */
  waveIds: string[]
}

const withAll = {
  index: { select: { id: true, slug: true, version: true, body: true } },
  rollout: { select: { id: true, title: true, method: true, frame: true, steps: true } },
  waves: { select: { waveId: true }, where: { wave: { cancelledAt: null } } },
} as const

/** The newest first. */
export async function listStudyRows(): Promise<StudyRow[]> {
  const rows = await database().prisma.effectStudy.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    include: withAll,
  })
  return rows.map(toRow)
}

export async function findStudyRow(id: string): Promise<StudyRow | null> {
  const row = await database().prisma.effectStudy.findUnique({ where: { id }, include: withAll })
  return row && toRow(row)
}

export type StudyDraft = Pick<StudyRow, 'id' | 'unitId' | 'title' | 'titleEn' | 'plan' | 'waveIds'> & {
  indexId: number
  rolloutId: string | null
  isSample?: true
}

/** Stores a new draft. */
export async function insertStudy(actor: Actor, draft: StudyDraft, entry: AuditEntry): Promise<void> {
  const { plan, waveIds, ...facts } = draft
  const waves = { create: waveIds.map((waveId) => ({ waveId })) }
  const { prisma } = database()
  await prisma.$transaction([
    prisma.effectStudy.create({ data: { ...facts, body: plan, waves, createdBy: actor.userId } }),
    prisma.auditEvent.create({ data: auditRow(actor, entry) }),
  ])
}

/** Replaces a draft; false when it has been declared meanwhile. */
export async function updateStudy(actor: Actor, draft: StudyDraft, entry: AuditEntry): Promise<boolean> {
  const { id, plan, waveIds, unitId: _unit, ...facts } = draft
  return database().prisma.$transaction(async (transaction) => {
    const { count } = await transaction.effectStudy.updateMany({
      where: { id, declaredAt: null },
      data: { ...facts, body: plan },
    })
    if (count === 0) return false
    await transaction.effectStudyWave.deleteMany({ where: { studyId: id } })
    await transaction.effectStudyWave.createMany({ data: waveIds.map((waveId) => ({ studyId: id, waveId })) })
    await transaction.auditEvent.create({ data: auditRow(actor, entry) })
    return true
  })
}

/** Declares a draft for good; false when it was declared before. */
export async function setDeclared(actor: Actor, id: string, at: Date, entry: AuditEntry): Promise<boolean> {
  return database().prisma.$transaction(async (transaction) => {
    const { count } = await transaction.effectStudy.updateMany({
      where: { id, declaredAt: null },
      data: { declaredAt: at, declaredBy: actor.userId, declaredByName: actor.name },
    })
    if (count > 0) await transaction.auditEvent.create({ data: auditRow(actor, entry) })
    return count > 0
  })
}

/** Adds a wave; adding it twice adds it once. */
export async function insertStudyWave(
  actor: Actor,
  studyId: string,
  waveId: string,
  entry: AuditEntry,
): Promise<void> {
  const { prisma } = database()
  await prisma.$transaction([
    prisma.effectStudyWave.createMany({ data: [{ studyId, waveId }], skipDuplicates: true }),
    prisma.auditEvent.create({ data: auditRow(actor, entry) }),
  ])
}

/** The unit whose campaign a roll-out was drawn for; null for none. */
export async function ownerOfRollout(id: string): Promise<string | null> {
  const row = await database().prisma.rollout.findUnique({ where: { id }, select: { unitId: true } })
  return row?.unitId ?? null
}

type Stored = Omit<StudyRow, 'plan' | 'waveIds' | 'rollout'> & {
  body: Prisma.JsonValue
  waves: { waveId: string }[]
  rollout: {
    id: string
    title: string
    method: string
    frame: Prisma.JsonValue
    steps: Prisma.JsonValue
  } | null
}

function toRow({ body, waves, rollout, ...row }: Stored): StudyRow {
  const { id, unitId, title, titleEn, index, declaredAt, declaredByName, isSample, createdAt } = row
  return {
    id,
    unitId,
    title,
    titleEn,
    index,
    declaredAt,
    declaredByName,
    isSample,
    createdAt,
    rollout: rollout && (rollout as unknown as StudyRollout),
    plan: body as unknown as StudyPlan,
    waveIds: waves.map(({ waveId }) => waveId),
  }
}
