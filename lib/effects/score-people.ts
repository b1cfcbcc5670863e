// What each person scored on an outcome, 0 to 1: the numbers that communes, groups and people are compared by.
import type { OutcomeDefinition, OutcomeLeaf, StudyAnswers } from '#lib/effects/study-input'

/**
 * Score of each person: mean of the points of every question, weighted as the criterion says. Somebody without a valid
 * answer to at least half of that weight has no score (NaN), as for scales (lib/stats/scale-score). null when the wave did not
 * ask one of the questions.
 */
export function scorePeople(outcome: OutcomeDefinition, answers: StudyAnswers): Float64Array | null {
  const size = answers.weight.length
  const sum = new Float64Array(size)
  const valid = new Float64Array(size)
  let whole = 0
  for (const leaf of outcome.leaves) {
    const points = scoreLeaf(leaf, answers)
    if (!points) return null
    whole += leaf.weight
    for (let person = 0; person < size; person++) {
      if (Number.isNaN(points[person]!)) continue
      sum[person]! += leaf.weight * points[person]!
      valid[person]! += leaf.weight
    }
  }
  const half = whole / 2 - 1e-12
  return sum.map((total, person) =>
    valid[person]! > 0 && valid[person]! >= half ? total / valid[person]! : NaN,
  )
}

/** Mean over the questions of the leaf that somebody answered with an opinion. */
function scoreLeaf(leaf: OutcomeLeaf, { codes, weight }: StudyAnswers): Float64Array | null {
  const table = pointsByCode(leaf.points)
  const sum = new Float64Array(weight.length)
  const count = new Uint16Array(weight.length)
  for (const variable of leaf.variables) {
    const column = codes[variable]
    if (!column) return null
    for (let person = 0; person < sum.length; person++) {
      const points = table[column[person]!]
      if (points === undefined || Number.isNaN(points)) continue
      sum[person]! += points
      count[person]!++
    }
  }
  return sum.map((total, person) => (count[person]! > 0 ? total / count[person]! : NaN))
}

function pointsByCode(points: OutcomeLeaf['points']): Float64Array {
  const table = new Float64Array(Math.max(...Object.keys(points).map(Number)) + 1).fill(NaN)
  for (const [code, value] of Object.entries(points)) if (value !== null) table[Number(code)] = value
  return table
}
