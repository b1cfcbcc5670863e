// The answers of people who were invited out of recorded draws, one by one: they were drawn themselves, so their error needs to
// know how each one answered all questions, which counts by unit do not tell. A step of the flows that show results.
import { groupBy } from '#lib/composite/group-by'
import { groupKey, type ResponseGroup, responseDesign } from '#lib/contacts/response-design'
import { listDrawnGroups } from '#lib/db/ballot-groups'
import { listCodedAnswers } from '#lib/db/coded-answers'
import type { MeasuredWave } from '#lib/db/measured-waves'
import { drawnAnswers } from '#lib/scoring/drawn-answers'
import type { Tally } from '#lib/scoring/sample'
import { tallyAnswers } from '#lib/scoring/tally-answers'
import type { TallyLayout } from '#lib/scoring/tally-layout'
import { withoutSmallUnits } from '#lib/scoring/without-small-units'

export type DrawnPeople = { tallies: Tally[]; groups: Map<string, ResponseGroup> }

/**
 * Null for waves of another design. Weights are those of the draw, times what each answer carries for the silent. Units with
 * fewer than `least` answers are as silent as those without any.
 */
export async function loadDrawnPeople(
  wave: Pick<MeasuredWave, 'id' | 'design'>,
  layout: TallyLayout,
  least = 1,
): Promise<DrawnPeople | null> {
  if (wave.design !== 'people') return null
  const all = (await listCodedAnswers(wave.id, ['ballot'], Number.MAX_SAFE_INTEGER)) ?? []
  const answers = withoutSmallUnits(all, least)
  const answered = countBy(answers, ({ unit, stratum }) => groupKey({ unitId: unit, stratum }))
  const drawn = await listDrawnGroups(wave.id)
  const groups = responseDesign(
    drawn.map((group) => ({ ...group, answered: answered.get(groupKey(group)) ?? 0 })),
  )
  return { tallies: tallyAnswers(layout, drawnAnswers(answers, groups)), groups }
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  return new Map([...groupBy(items, keyOf)].map(([key, members]) => [key, members.length]))
}
