// Figures and targets of published indices that officers took over. Rows are only added: the newest of a place counts.
import type { Actor } from '#lib/access'
import { type AuditEntry, auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import type { SeriesFigure } from '#lib/series/series-line'

export type FigureChange = SeriesFigure & { enteredAt: Date; enteredBy: string }

/** Everything entered for a unit, oldest first: later rows replace earlier ones. */
export async function listPublishedFigures(unitId: string): Promise<FigureChange[]> {
  const rows = await database().prisma.publishedFigure.findMany({
    where: { unitId },
    orderBy: { id: 'asc' },
    omit: { id: true },
  })
  return rows as FigureChange[]
}

/** Everything entered for a year in some series, oldest first: later rows replace earlier ones. */
export async function listFiguresOfYear(series: readonly string[], year: number): Promise<SeriesFigure[]> {
  const rows = await database().prisma.publishedFigure.findMany({
    where: { year, series: { in: [...series] } },
    orderBy: { id: 'asc' },
    omit: { id: true },
  })
  return rows as SeriesFigure[]
}

/** Adds all figures and their lines in the audit log, or none of them. */
export async function insertPublishedFigures(
  figures: readonly SeriesFigure[],
  officer: Actor,
  audit: AuditEntry,
): Promise<void> {
  const { prisma } = database()
  await prisma.$transaction([
    prisma.publishedFigure.createMany({
      data: figures.map((figure) => ({ ...figure, enteredBy: officer.userId })),
    }),
    prisma.auditEvent.create({ data: auditRow(officer, audit) }),
  ])
}
