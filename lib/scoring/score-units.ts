// An index for many units and for all of them together, from the same answers.
import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import { makePanel, type Panel } from '#lib/scoring/panel'
import { type RelativeColumn, relativeColumn } from '#lib/scoring/relative-scale'
import type { Sample } from '#lib/scoring/sample'
import type { Score } from '#lib/scoring/score'
import type { EnteredFigures, RelativeColumns, ScoreInput } from '#lib/scoring/score-input'
import { scoreRaw } from '#lib/scoring/score-leaf'
import { scoreIndex } from '#lib/scoring/score-tree'

type ByUnit<Figures> = ReadonlyMap<string, Figures>

export type UnitsInput = {
  index: IndexFile
  samples: ReadonlyMap<string, Sample>
  /** Unit -> its entered figures. */
  entered: ByUnit<EnteredFigures>
  /** Unit -> its published scores; see ScoreInput. */
  published?: ByUnit<ReadonlyMap<string, number>>
  /** Other indexes that this one reads, by "slug.vN"; see ScoreInput. */
  others?: ReadonlyMap<string, { index: IndexFile; entered: ByUnit<EnteredFigures> }>
  /** Needed where criteria are placed among the units: see relativeColumns. */
  columns?: RelativeColumns
}

/** The score of some units taken together as one (`units` of one unit: that unit), on the panel of the samples given. */
export function scoreUnits(
  input: UnitsInput,
  /** Whose entered figures count. */
  unit: string,
  units: ReadonlySet<string>,
  panel: Panel | null = makePanel([...input.samples.values()], units),
): Score {
  return scoreIndex({ ...inputOfUnit(input, unit), panel })
}

/**
 * The figures of these units for criteria that are placed among them, of the index and of those that it reads. Each column
 * is made when it is first asked for: one may stand on another (an index that reads another).
 */
export function relativeColumns(input: UnitsInput, units: readonly string[]): RelativeColumns {
  const made = new Map<Criterion, RelativeColumn>()
  const panels = new Map<string, Panel | null>()
  const panelOf = (unit: string) => {
    if (!panels.has(unit)) panels.set(unit, makePanel([...input.samples.values()], new Set([unit])))
    return panels.get(unit)!
  }
  const columns: RelativeColumns = (index, criterion) => {
    const known = made.get(criterion)
    if (known) return known
    const other = input.others?.get(`${index.slug}.v${index.version}`)
    const raw = units.flatMap((unit) => {
      const own = inputOfUnit({ ...input, columns }, unit)
      const entered = other ? (other.entered.get(unit) ?? nothing) : own.entered
      const one = { ...own, index, entered, panel: panelOf(unit) }
      return scoreRaw(criterion, 1, one, scoreIndex).share ?? []
    })
    const column = relativeColumn(criterion, raw)
    made.set(criterion, column)
    return column
  }
  return columns
}

/** What belongs to one unit, without the panel. */
export function inputOfUnit(
  { index, samples, entered, published, others, columns }: UnitsInput,
  unit: string,
) {
  const own = [...(others ?? [])].map(
    ([name, other]) => [name, { index: other.index, entered: other.entered.get(unit) ?? nothing }] as const,
  )
  return {
    index,
    samples,
    entered: entered.get(unit) ?? nothing,
    published: published?.get(unit),
    others: new Map(own),
    columns,
  } satisfies Omit<ScoreInput, 'panel'>
}

const nothing: EnteredFigures = new Map()

/** Said of answers of drawn people; see `responseDesign`. */
const drawnPeople = 'drawn people, the silent weighted for by unit and stratum'

/** "sipas.v1; citizen-satisfaction.v1": what was asked and how it is scored, for `Cell.method`. */
export function describeSource({ index, samples }: Pick<UnitsInput, 'index' | 'samples'>): string {
  const forms = [...samples.values()].map(
    ({ form, design }) => `${form.slug}.v${form.version}${design === 'people' ? ` (${drawnPeople})` : ''}`,
  )
  return [`${index.slug}.v${index.version}`, ...forms].join('; ')
}
