// The indices of the plan on one page, for one unit: what was published, the target, the change where years can be
// compared, and beside them what this system measured and released itself.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { listDefinitionsOfKind } from '#lib/db/definitions'
import { type FigureChange, listPublishedFigures } from '#lib/db/published-figures'
import { findLastReleasedFigure } from '#lib/db/releases'
import { listLineage, listUnits, type UnitLine } from '#lib/db/units'
import { listUsers } from '#lib/db/users'
import type { SeriesFile } from '#lib/definitions/series-file'
import { problems } from '#lib/problem'
import { figuresOf, seriesLine } from '#lib/series/series-line'
import type { SeriesView } from '#lib/series/series-view'
import { requireShape } from '#lib/user-input'

const shape = z.object({ unit: z.string().optional() })

export type SeriesPage = {
  unit: UnitLine
  units: UnitLine[]
  /** Units that it was made of, and that it went on in: their series are their own, scores cannot be added. */
  madeOf: UnitLine[]
  wentTo: UnitLine[]
  series: SeriesView[]
  history: (FigureChange & { by: string })[]
}

/** Throws notFound for an unknown unit. Without one: the unit with the most published figures. */
export async function loadSeries(actor: MaybeActor, input: z.input<typeof shape>): Promise<SeriesPage> {
  allow(actor, 'series.read')
  const { unit: wanted } = requireShape(shape, input)
  const [all, units, users, lineage] = await Promise.all([
    newestSeries(),
    listUnits(),
    listUsers(),
    listLineage(),
  ])
  const unit = wanted ? units.find(({ id }) => id === wanted) : mostFigures(all, units)
  if (!unit) throw problems.notFound({ what: 'đơn vị', id: wanted ?? '' })
  const entered = await listPublishedFigures(unit.id)
  const names = new Map(users.map(({ id, name }) => [id, name]))
  const series = await Promise.all(
    all.map(async (one) => {
      const own = entered.filter((figure) => figure.series === one.slug)
      const figures = figuresOf(one, own, unit.id)
      return {
        series: one,
        total: seriesLine(one, figures),
        dimensions: one.dimensions
          .map(({ code }) => seriesLine(one, figures, code))
          .filter((line) => line.points.length > 0 || line.target),
        released: one.index ? await findLastReleasedFigure(one.index, unit.id) : null,
      }
    }),
  )
  const history = entered.toReversed().map((one) => ({ ...one, by: names.get(one.enteredBy) ?? '' }))
  const madeOf = units.filter(({ id }) => lineage.some((line) => line.fromId === id && line.toId === unit.id))
  const wentTo = units.filter(({ id }) => lineage.some((line) => line.toId === id && line.fromId === unit.id))
  return { unit, units, madeOf, wentTo, series, history }
}

/** The newest version of each series, those that have figures first. */
export async function newestSeries(): Promise<SeriesFile[]> {
  const rows = await listDefinitionsOfKind('series')
  const files = rows.map(({ body }) => body as SeriesFile)
  return files
    .filter((file) => !files.some((other) => other.slug === file.slug && other.version > file.version))
    .sort((a, b) => planOrder.indexOf(a.slug) - planOrder.indexOf(b.slug))
}

/** The order in which the district's plan names them; others follow. */
const planOrder = ['dti', 'ict-index', 'pci', 'ddci', 'papi', 'par-index', 'sipas'].reverse()

function mostFigures(series: SeriesFile[], units: UnitLine[]): UnitLine | undefined {
  const count = ({ id }: UnitLine) =>
    series.flatMap(({ figures }) => figures).filter((figure) => figure.unit === id).length
  return units.toSorted((a, b) => count(b) - count(a))[0]
}
