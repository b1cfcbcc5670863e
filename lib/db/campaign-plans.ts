// Plans of communication. What happens to one goes through recordPlanEvent: it holds the row while the flow looks at what
// stands there, so that two people who write at once come one after the other.
import type { Actor } from '#lib/access'
import { type PlanBody, planBody } from '#lib/campaigns/plan-body'
import { type PlanEvent, type PlanEventKind, type PlanStep, planInForce } from '#lib/campaigns/plan-steps'
import { auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import { Prisma } from '#lib/db/generated/client'

export type PlanPlace = { unitId: string; year: number }

export type PlanRow = PlanPlace & {
  step: PlanStep
  stepAt: Date
  /** Number of the last event; 0 when nobody has written anything. */
  events: number
  body: PlanBody
  isSample: boolean
}

/** What a flow decided to write, after it saw what stands there. */
export type PlanDecision = { kind: PlanEventKind; step: PlanStep; comment: string; body: PlanBody | null }

/** The plan as it was last saved, or null while nobody has begun one. */
export async function findCampaignPlan(unitId: string, year: number): Promise<PlanRow | null> {
  const row = await database().prisma.campaignPlan.findUnique({ where: { unitId_year: { unitId, year } } })
  return row && planRow(row)
}

/** The plan that holds, as last accepted or issued, whatever is being amended since; null while there is none. */
export async function findPlanInForce(unitId: string, year: number): Promise<PlanBody | null> {
  return planInForce(await listPlanEvents({ unitId, year }))
}

/** First to last. */
export async function listPlanEvents(place: PlanPlace): Promise<PlanEvent[]> {
  const { unitId, year } = place
  const rows = await database().prisma.campaignPlanEvent.findMany({
    where: { unitId, year },
    orderBy: { number: 'asc' },
  })
  return rows.map(planEvent)
}

export type LoggedPlan = PlanRow & { log: PlanEvent[] }

/** Every plan of a year that somebody has begun, with all its events. */
export async function listPlansOfYear(year: number): Promise<LoggedPlan[]> {
  const rows = await database().prisma.campaignPlan.findMany({
    where: { year },
    include: { log: { orderBy: { number: 'asc' } } },
    orderBy: { unitId: 'asc' },
  })
  return rows.map(({ log, ...row }) => ({ ...planRow(row), log: log.map(planEvent) }))
}

/** The years in which a plan was begun, of any of the units (null: of all), newest first. */
export async function listPlanYears(unitIds: readonly string[] | null): Promise<number[]> {
  const rows = await database().prisma.campaignPlan.findMany({
    where: unitIds ? { unitId: { in: [...unitIds] } } : {},
    distinct: ['year'],
    orderBy: { year: 'desc' },
    select: { year: true },
  })
  return rows.map(({ year }) => year)
}

/**
 * Writes what `decide` makes of the plan as it stands and of its last event (null: none yet), with the line in the audit
 * log; returns the number of the event. Whatever `decide` throws leaves everything as it was.
 */
export async function recordPlanEvent(
  actor: Pick<Actor, 'userId' | 'name'>,
  { unitId, year }: PlanPlace,
  decide: (plan: PlanRow | null, last: PlanEvent | null) => PlanDecision,
  { at = new Date(), isSample = false }: { at?: Date; isSample?: boolean } = {},
): Promise<number> {
  return database().prisma.$transaction(async (transaction) => {
    await transaction.campaignPlan.createMany({ data: [{ unitId, year, isSample }], skipDuplicates: true })
    await transaction.$executeRaw`
      select from "CampaignPlan" where "unitId" = ${unitId} and year = ${year} for update`
    const row = await transaction.campaignPlan.findUniqueOrThrow({ where: { unitId_year: { unitId, year } } })
    const last = await transaction.campaignPlanEvent.findFirst({
      where: { unitId, year },
      orderBy: { number: 'desc' },
    })
    const { body, ...event } = decide(last && planRow(row), last && planEvent(last))
    const number = row.events + 1
    await transaction.campaignPlanEvent.create({
      data: {
        ...event,
        unitId,
        year,
        number,
        at,
        actorId: actor.userId,
        actorName: actor.name,
        body: body ?? Prisma.DbNull,
      },
    })
    const audit = { action: `${event.kind}-plan`, unitId, subject: String(year), details: { event: number } }
    await transaction.auditEvent.create({ data: auditRow(actor, audit) })
    return number
  })
}

const planRow = (row: { step: string; body: unknown } & Omit<PlanRow, 'step' | 'body'>): PlanRow => ({
  ...row,
  step: row.step as PlanStep,
  body: planBody.parse(row.body),
})

type EventColumns = Omit<PlanEvent, 'kind' | 'step' | 'body'> & { kind: string; step: string; body: unknown }

const planEvent = ({
  number,
  at,
  actorId,
  actorName,
  kind,
  step,
  comment,
  body,
}: EventColumns): PlanEvent => ({
  number,
  at,
  actorId,
  actorName,
  kind: kind as PlanEventKind,
  step: step as PlanStep,
  comment,
  body: body === null ? null : planBody.parse(body),
})
