// An index for many units and for all of them together, from the same answers.
import type { IndexFile } from '#lib/definitions/index-file'
import { makePanel, type Panel } from '#lib/scoring/panel'
import { type RelativeColumns, relativeCriteria } from '#lib/scoring/relative-scale'
import type { Sample } from '#lib/scoring/sample'
import type { Score } from '#lib/scoring/score'
import type { EnteredFigures, ScoreInput } from '#lib/scoring/score-input'
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

/** The raw figures of all units for every criterion that is placed among them; empty for an index with none. */
export function relativeColumns(input: UnitsInput, units: readonly string[]): RelativeColumns {
  const criteria = relativeCriteria(input.index.criteria)
  if (criteria.length === 0) return new Map()
  const inputs = units.map((unit) => ({
    ...inputOfUnit(input, unit),
    panel: makePanel([...input.samples.values()], new Set([unit])),
  }))
  return new Map(
    criteria.map((criterion) => [
      criterion.code,
      inputs.flatMap((one) => scoreRaw(criterion, 1, one, scoreIndex).share ?? []),
    ]),
  )
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

/** "sipas.v1; citizen-satisfaction.v1": what was asked and how it is scored, for `Cell.method`. */
export function describeSource({ index, samples }: Pick<UnitsInput, 'index' | 'samples'>): string {
  const forms = [...samples.values()].map(({ form }) => `${form.slug}.v${form.version}`)
  return [`${index.slug}.v${index.version}`, ...forms].join('; ')
}
