// Answers by how they came in, each group as a domain of the same sample. The surprise: villages where nobody of a group
// answered stay in it with nothing counted, because the sample was drawn with them; cutting them out would shrink the error.
import type { Tally } from '#lib/scoring/sample'
import { type CollectionField, collectionLabels } from '#lib/surveys/collection'

export type TallyGroup = {
  /** One of the values of the field that were recorded. */
  value: string
  /** Answers of the group. */
  n: number
  /** Every village of the tallies given; what does not belong to the group counts nothing. */
  tallies: Tally[]
}

/** One group for each recorded value of the field, in the order of the closed list. */
export function splitTallies(tallies: readonly Tally[], field: CollectionField): TallyGroup[] {
  return Object.keys(collectionLabels[field]).flatMap((value) => {
    const group = tallies.map((tally) => (tally[field] === value ? tally : emptied(tally)))
    const n = group.reduce((sum, tally) => sum + tally.n, 0)
    return n > 0 ? [{ value, n, tallies: group }] : []
  })
}

function emptied(tally: Tally): Tally {
  return { ...tally, n: 0, counts: new Float64Array(tally.counts.length) }
}
