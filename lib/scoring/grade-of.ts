// The grade of a score. A score on the edge has the higher grade; the dirt of binary sums never decides.
import type { IndexFile } from '#lib/definitions/index-file'
import { roundHalfUp } from '#lib/scoring/round-half-up'

/** The band of a score on the scale of the index; rounded first where the definition says so. */
export function gradeOf(
  { bands, gradeDecimals }: Pick<IndexFile, 'bands' | 'gradeDecimals'>,
  score: number,
): IndexFile['bands'][number] {
  const value = roundHalfUp(score, gradeDecimals ?? 9)
  return bands.findLast(({ from }) => value >= from) ?? bands[0]!
}
