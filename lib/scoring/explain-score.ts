// Why a number is what it is: the chain from a criterion to its parts, and from a leaf to the answers' counts or the figure
// entered. Everything is computed again from the same inputs; nothing is told that was not used.
import { describeRule, ruleOf } from '#lib/definitions/entered-rule'
import type { Aggregation, Criterion, IndexFile } from '#lib/definitions/index-file'
import type { Source } from '#lib/definitions/index-source'
import type { Sentence } from '#lib/problem'
import { gradeOf } from '#lib/scoring/grade-of'
import { flattenScore, type Score } from '#lib/scoring/score'
import { type CountedQuestion, countAnswers } from '#lib/scoring/score-answers'
import type { ScoreInput } from '#lib/scoring/score-input'
import { scoreIndex } from '#lib/scoring/score-tree'
import type { LocalText } from '#lib/surveys/variable'

export type ExplainedPart = {
  score: Score
  name: LocalText
  counts: 'counted' | 'shown' | 'bonus' | 'minus'
  /** Its share of the weight that was measured, 0..1; null when it does not enter. */
  weight: number | null
  /** What it brings to the whole, on the whole's scale; null unless the mean is a sum. */
  contribution: number | null
}

export type Explanation = {
  score: Score
  name: LocalText
  /** From the index down to the criterion above. */
  above: { code: string; name: LocalText }[]
  mean: Aggregation
  parts: ExplainedPart[]
  /** Answers behind a leaf. Empty where too few answered. */
  questions: CountedQuestion[]
  /** Points earned and points possible in those answers, weighted. */
  earned: number
  possible: number
  /** Scoring rule of an entered figure, or the formula of an expression, in words. */
  rule: Sentence | null
  /** Grade of the index itself; null elsewhere and without a number. */
  grade: LocalText | null
}

/** The explanation of one criterion (or of the index, by its slug); null for a code the index does not have. */
export function explainScore(input: ScoreInput, code: string): Explanation | null {
  const { index } = input
  const root = scoreIndex(input)
  const path = findPath(index, code)
  const score = flattenScore(root).find((one) => one.code === code)
  if (!path || !score) return null
  const criterion = path.at(-1)!
  const mean = criterion.aggregation ?? index.aggregation ?? 'arithmetic'
  const { source } = criterion
  const isTold = score.status !== 'too-few' && input.panel && source && 'form' in source
  const questions = isTold ? countAnswers(source, input.samples.get(source.form), input.panel!) : []
  const sum = (worth: (points: number) => number) =>
    questions
      .flatMap(({ values }) => values)
      .reduce((total, { points, weighted }) => total + worth(points) * weighted, 0)
  return {
    score,
    name: criterion.name,
    above: path.slice(0, -1).map((one) => ({ code: one.code, name: one.name })),
    mean,
    parts: explainParts(score, criterion.children ?? [], mean),
    questions,
    earned: sum((points) => points),
    possible: sum(() => 1),
    rule: source ? ruleInWords(source) : null,
    grade:
      code === index.slug && score.share !== null ? gradeOf(index, score.share * index.scale.max).name : null,
  }
}

type Named = Pick<Criterion, 'code' | 'name' | 'aggregation' | 'children' | 'source'>

/** The index, then the criteria down to the one asked for. */
function findPath(index: IndexFile, code: string): Named[] | null {
  const walk = (node: Named, path: Named[]): Named[] | null => {
    if (node.code === code) return [...path, node]
    for (const child of node.children ?? []) {
      const found = walk(child, [...path, node])
      if (found) return found
    }
    return null
  }
  const { slug, title, criteria, aggregation } = index
  return walk({ code: slug, name: title, children: criteria, aggregation }, [])
}

function explainParts(score: Score, criteria: Criterion[], mean: Aggregation): ExplainedPart[] {
  const enters = (child: Score, criterion: Criterion) =>
    !criterion.counts && child.weight > 0 && child.share !== null
  const measured = score.children.reduce(
    (sum, child, at) => sum + (enters(child, criteria[at]!) ? child.weight : 0),
    0,
  )
  return score.children.map((child, at) => {
    const criterion = criteria[at]!
    const weight = enters(child, criterion) ? child.weight / measured : null
    const isSum = mean === 'arithmetic' && weight !== null && score.share !== null
    return {
      score: child,
      name: criterion.name,
      counts: criterion.counts ?? ((criterion.weight ?? criterion.max) === 0 ? 'shown' : 'counted'),
      weight,
      contribution: isSum ? weight * child.share! * fullMarks(score) : null,
    }
  })
}

/** Points that apply, or the whole scale where nothing is taken away. */
function fullMarks(score: Score): number {
  return score.applicable > 0 && score.applicable < score.maximum ? score.applicable : score.maximum
}

function ruleInWords(source: Source): Sentence | null {
  if ('entered' in source) {
    const { entered } = source
    const [vi, en] = (['vi', 'en'] as const).map(
      (language) => describeRule(ruleOf(entered), entered.unit?.[language] ?? '')[language],
    )
    return { vi: vi!, en: en! }
  }
  return 'expression' in source ? { vi: source.expression, en: source.expression } : null
}
