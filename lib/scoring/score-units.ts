// An index for many units and for all of them together, from the same answers.
import type { IndexFile } from '#lib/definitions/index-file'
import { makePanel, type Panel } from '#lib/scoring/panel'
import type { Sample } from '#lib/scoring/sample'
import type { Score } from '#lib/scoring/score'
import { scoreIndex } from '#lib/scoring/score-tree'

export type UnitsInput = {
  index: IndexFile
  samples: ReadonlyMap<string, Sample>
  entered: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** The score of some units taken together as one (`units` of one unit: that unit), on the panel of the samples given. */
export function scoreUnits(
  input: UnitsInput,
  /** Whose entered figures count. */
  unit: string,
  units: ReadonlySet<string>,
  panel: Panel | null = makePanel([...input.samples.values()], units),
): Score {
  const entered = input.entered.get(unit) ?? new Map<string, number>()
  return scoreIndex({ index: input.index, samples: input.samples, panel, entered })
}

/** "sipas.v1; citizen-satisfaction.v1": what was asked and how it is scored, for `Cell.method`. */
export function describeSource({ index, samples }: Pick<UnitsInput, 'index' | 'samples'>): string {
  const forms = [...samples.values()].map(({ form }) => `${form.slug}.v${form.version}`)
  return [`${index.slug}.v${index.version}`, ...forms].join('; ')
}
