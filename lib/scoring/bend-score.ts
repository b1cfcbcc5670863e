// A score after a rule was applied to it: turned round, converted, placed on a scale. The rule's slope carries the
// sampling error along (delta method).
import type { Panel } from '#lib/scoring/panel'
import type { Score } from '#lib/scoring/score'
import { smoothFunction } from '#lib/stats/smooth-function'

/** The score with another share. `slope` null: the rule has none, so the error cannot be told. */
export function bendScore(score: Score, panel: Panel | null, share: number, slope: number | null): Score {
  const { estimate } = score
  const isSame = slope === 1 && share === score.share
  if (isSame) return score
  if (!estimate || !panel) return { ...score, share }
  // A proportion stays one when it is turned round; on any other scale its interval is not that of a proportion.
  const isTurned = slope === -1
  const kept = {
    isProportion: isTurned && score.isProportion,
    isShareOfAnswers: isTurned && score.isShareOfAnswers,
  }
  if (slope === null || !Number.isFinite(slope)) {
    const status = score.status === 'ok' ? 'single-cluster' : score.status
    return { ...score, ...kept, share, estimate: null, status }
  }
  return { ...score, ...kept, share, estimate: smoothFunction(panel.design, [estimate], share, [slope]) }
}
