// The points an entered answer brings, for the sheet and the comparison. The result itself comes from lib/scoring: this
// is the same rule, criterion by criterion.
import type { AskedCriterion } from '#lib/rounds/asked-criteria'
import type { Answer } from '#lib/rounds/round-event'
import { scoreFigure } from '#lib/scoring/score-figure'

/** Points of an answer; null where there are none to give (no figure, not applicable, raw figures, expression parts). */
export function answerPoints(criterion: AskedCriterion, answer: Answer | null): number | null {
  if (answer?.kind !== 'figure' || criterion.maximum === null || criterion.rule.kind === 'figure') return null
  return scoreFigure(criterion.rule, answer.value, criterion.code) * criterion.maximum
}

export type PointSum = {
  points: number
  /** Maximum of the criteria that apply and have points to give. */
  maximum: number
}

/** Sum over criteria: "not applicable" leaves the maximum, a missing figure brings nothing but keeps its maximum. */
export function sumPoints(lines: readonly { criterion: AskedCriterion; answer: Answer | null }[]): PointSum {
  let [points, maximum] = [0, 0]
  for (const { criterion, answer } of lines) {
    if (answer?.kind === 'not-applicable' || criterion.maximum === null || criterion.rule.kind === 'figure')
      continue
    points += answerPoints(criterion, answer) ?? 0
    maximum += criterion.maximum
  }
  return { points, maximum }
}
