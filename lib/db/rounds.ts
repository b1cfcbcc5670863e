// Scoring rounds and the units in them. What happens to a unit lies in round-events.ts, what was frozen in
// round-revisions.ts.
import type { Actor } from '#lib/access'
import { auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import type { Deadlines } from '#lib/rounds/deadlines'
import type { Step } from '#lib/rounds/round-event'
import type { LocalText } from '#lib/surveys/variable'

export type RoundRow = {
  id: string
  title: string
  titleEn: string
  year: number
  deadlines: Deadlines
  allowsLate: boolean
  isSample: boolean
  frozenAt: Date | null
  index: { id: number; slug: string; version: number; body: unknown }
  appraiser: { id: string; name: string; nameEn: string }
}

/** A unit in a round, as its last event left it. */
export type RoundUnitRow = {
  unitId: string
  code: string
  name: string
  nameEn: string
  step: Step
  stepAt: Date
  events: number
}

export type NewRound = Omit<RoundRow, 'index' | 'appraiser' | 'frozenAt'> & {
  indexId: number
  appraiserId: string
  unitIds: string[]
}

/** Stores a round with its units and the line in the audit log. */
export async function insertRound(actor: Pick<Actor, 'userId' | 'name'>, round: NewRound): Promise<void> {
  const { unitIds, deadlines, ...facts } = round
  const { indexId, year } = round
  const units = unitIds.map((unitId) => ({ unitId }))
  await database().prisma.$transaction(async (transaction) => {
    await transaction.round.create({ data: { ...facts, ...columnsOf(deadlines), createdBy: actor.name } })
    await transaction.roundUnit.createMany({
      data: units.map(({ unitId }) => ({ unitId, roundId: round.id, indexId, year })),
    })
    const audit = { action: 'create-round', subject: round.id, details: { year, units: units.length } }
    await transaction.auditEvent.create({ data: auditRow(actor, audit) })
  })
}

const columnsOf = (deadlines: Deadlines) => ({
  selfScoreBy: deadlines['self-scoring'],
  appraiseBy: deadlines.appraisal,
  explainBy: deadlines.explanation,
  reappraiseBy: deadlines['second-appraisal'],
})

/** One round with its index, or null. */
export async function findRound(id: string): Promise<RoundRow | null> {
  const row = await database().prisma.round.findUnique({
    where: { id },
    include: { index: true, appraiser: true },
  })
  if (!row) return null
  const { title, titleEn, year, allowsLate, isSample, frozenAt, index, appraiser } = row
  return {
    id,
    title,
    titleEn,
    year,
    allowsLate,
    isSample,
    frozenAt,
    deadlines: {
      'self-scoring': row.selfScoreBy,
      appraisal: row.appraiseBy,
      explanation: row.explainBy,
      'second-appraisal': row.reappraiseBy,
    },
    index: { id: index.id, slug: index.slug, version: index.version, body: index.body },
    appraiser: { id: appraiser.id, name: appraiser.name, nameEn: appraiser.nameEn },
  }
}

/** The units of a round, by code. */
export async function listRoundUnits(roundId: string): Promise<RoundUnitRow[]> {
  const rows = await database().prisma.roundUnit.findMany({
    where: { roundId },
    include: { unit: true },
    orderBy: { unit: { code: 'asc' } },
  })
  return rows.map(({ unitId, unit, step, stepAt, events }) => ({
    unitId,
    code: unit.code,
    name: unit.name,
    nameEn: unit.nameEn,
    step: step as Step,
    stepAt,
    events,
  }))
}

export type RoundLine = {
  id: string
  title: string
  titleEn: string
  year: number
  indexTitle: LocalText
  index: string
  appraiser: string
  appraiserEn: string
  isSample: boolean
  frozenAt: Date | null
  createdAt: Date
  /** Ids of the units in it, and how many of them are through. */
  unitIds: string[]
  settled: number
}

/** Every round, newest year first. */
export function listRoundLines(): Promise<RoundLine[]> {
  return database().prisma.$queryRaw<RoundLine[]>`
    select r.id, r.title, r."titleEn", r.year, d.body -> 'title' as "indexTitle", d.slug || '.v' || d.version as index,
      a.name as appraiser, a."nameEn" as "appraiserEn", r."isSample", r."frozenAt", r."createdAt",
      array_agg(u."unitId" order by u."unitId") as "unitIds", count(*) filter (where u.step in ('settled', 'frozen'))::int as settled
    from "Round" r join "Definition" d on d.id = r."indexId" join "Unit" a on a.id = r."appraiserId"
      join "RoundUnit" u on u."roundId" = r.id
    group by r.id, d.id, a.id order by r.year desc, r."createdAt" desc, r.id`
}

/** The round in which a unit is scored for an index version and a year, for each unit that has one. */
export async function listRoundsOfYear(
  indexId: number,
  year: number,
): Promise<{ unitId: string; roundId: string }[]> {
  return database().prisma.roundUnit.findMany({
    where: { indexId, year },
    select: { unitId: true, roundId: true },
  })
}
