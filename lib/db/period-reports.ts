// Reports of units on periods. What happens to one goes through recordReportEvent: it holds the row while the flow looks at
// it, so that two people who write at once come one after the other.
import type { Actor } from '#lib/access'
import type { Period } from '#lib/campaigns/period'
import type { ReportDocument, ReportEvent, ReportStep, ReportWords } from '#lib/campaigns/period-report'
import { auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import { Prisma } from '#lib/db/generated/client'

export type ReportPlace = { unitId: string; year: number; period: Period }

export type ReportRow = {
  step: ReportStep
  stepAt: Date
  /** Number of the last event; 0 when nobody has touched the report. */
  events: number
  words: Partial<ReportWords>
  isSample: boolean
}

/** What happened to a report; documents are read one by one. */
export type ReportLogLine = {
  number: number
  at: Date
  actorName: string
  kind: ReportEvent['kind']
  comment: string
}

const untouched: ReportRow = { step: 'draft', stepAt: new Date(0), events: 0, words: {}, isSample: false }

/** The report as its last event left it; an untouched draft when there is none. */
export async function findPeriodReport(place: ReportPlace): Promise<ReportRow> {
  const row = await database().prisma.periodReport.findUnique({ where: { unitId_year_period: place } })
  return row ? (row as unknown as ReportRow) : untouched
}

/** First to last. */
export async function listReportEvents(place: ReportPlace): Promise<ReportLogLine[]> {
  const select = { number: true, at: true, actorName: true, kind: true, comment: true }
  const rows = await database().prisma.periodReportEvent.findMany({
    where: place,
    select,
    orderBy: { number: 'asc' },
  })
  return rows as ReportLogLine[]
}

/** The document of a submission: of that event, or of the newest when no number is given; null when there is none. */
export async function findReportDocument(
  place: ReportPlace,
  number?: number,
): Promise<{ number: number; at: Date; actorName: string; document: ReportDocument } | null> {
  const row = await database().prisma.periodReportEvent.findFirst({
    where: { ...place, kind: 'submit', ...(number ? { number } : {}) },
    orderBy: { number: 'desc' },
  })
  if (!row) return null
  const { at, actorName, document } = row
  return { number: row.number, at, actorName, document: document as unknown as ReportDocument }
}

export type BoardReport = ReportRow & {
  unitId: string
  period: Period
  submittedAt: Date | null
  firstAt: Date | null
}

/** Every report of a year that somebody has touched, with the moments of its first and newest submission. */
export async function listReportsOfYear(year: number): Promise<BoardReport[]> {
  const rows = await database().prisma.periodReport.findMany({
    where: { year },
    include: { log: { where: { kind: 'submit' }, select: { at: true }, orderBy: { number: 'asc' } } },
  })
  return rows.map(({ log, ...row }) => ({
    ...(row as unknown as ReportRow & { unitId: string; period: Period }),
    firstAt: log[0]?.at ?? null,
    submittedAt: log.at(-1)?.at ?? null,
  }))
}

/** The newest documents that units have handed in for a period; reports that were returned since are left out. */
export async function listSubmittedDocuments(
  year: number,
  period: Period,
  unitIds: readonly string[],
): Promise<Map<string, { number: number; at: Date; document: ReportDocument }>> {
  const rows = await database().prisma.$queryRaw<
    { unitId: string; number: number; at: Date; document: ReportDocument }[]
  >`
    select distinct on (e."unitId") e."unitId", e.number, e.at, e.document
    from "PeriodReportEvent" e join "PeriodReport" r using ("unitId", year, period)
    where e.year = ${year} and e.period = ${period} and e."unitId" in (${Prisma.join([...unitIds, ''])})
      and e.kind = 'submit' and r.step in ('submitted', 'accepted')
    order by e."unitId", e.number desc`
  return new Map(rows.map(({ unitId, ...rest }) => [unitId, rest]))
}

/**
 * Writes what `decide` makes of the report as it stands, with the line in the audit log. Whatever `decide` throws leaves
 * everything as it was. Returns the number of the event.
 */
export async function recordReportEvent(
  actor: Pick<Actor, 'userId' | 'name'>,
  place: ReportPlace,
  decide: (report: ReportRow) => Promise<{ event: ReportEvent; step: ReportStep }>,
  options: { at?: Date; isSample?: boolean } = {},
): Promise<number> {
  const { at = new Date(), isSample = false } = options
  return database().prisma.$transaction(
    async (transaction) => {
      await transaction.periodReport.createMany({ data: [{ ...place, isSample }], skipDuplicates: true })
      await transaction.$executeRaw`
        select from "PeriodReport" where "unitId" = ${place.unitId} and year = ${place.year} and period = ${place.period} for update`
      const row = await transaction.periodReport.findUniqueOrThrow({ where: { unitId_year_period: place } })
      const { event, step } = await decide(row as unknown as ReportRow)
      const number = row.events + 1
      await transaction.periodReportEvent.create({
        data: {
          ...place,
          number,
          at,
          actorId: actor.userId,
          actorName: actor.name,
          kind: event.kind,
          step,
          comment: 'comment' in event ? event.comment : '',
          words: 'words' in event ? event.words : Prisma.DbNull,
          document:
            'document' in event ? (event.document as unknown as Prisma.InputJsonValue) : Prisma.DbNull,
        },
      })
      const action = `${event.kind}-period-report`
      const subject = `${place.period} ${place.year}`
      await transaction.auditEvent.create({
        data: auditRow(actor, { action, unitId: place.unitId, subject, details: { event: number } }),
      })
      return number
    },
    { timeout: 60_000 },
  )
}
