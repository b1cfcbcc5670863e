// Whether one share (n people asked, x of them content) may be shown by itself. The surprise: "100 % content" in a small
// group is as telling as a small count, because it says what every single member answered.

export interface CellCounts {
  /** unweighted respondents in the cell */
  n: number
  /** unweighted respondents among them with the answer in question */
  numerator: number
}

export interface PublishingRule {
  /** fewest respondents behind a number; never below 5 */
  threshold: number
  /** true for answers that could harm somebody: rare answers and unanimous small groups are hidden too */
  isSensitive?: boolean
}

/** `ok`, or why the cell is hidden. */
export type Publishability = 'ok' | 'too-few' | 'rare-answer' | 'unanimous'

const SMALLEST_THRESHOLD = 5
const RARE = 3
const UNANIMOUS_GROUP = 20

/**
 * Primary disclosure rule for a share.
 *
 * Formula: too few when n < threshold; for sensitive answers also rare when 1 or 2 people gave, or did not give, the
 * answer, and unanimous when all or none gave it in a group of fewer than 20.
 * Source: UK LLC and ONS output checking rules (threshold 10); Hundepool et al. (2012), section 5.2 (group disclosure).
 * @throws RangeError when the counts contradict each other or the threshold is below 5
 * @example
 * judgeCell({ n: 8, numerator: 3 }, { threshold: 10 }) // => 'too-few'
 * judgeCell({ n: 15, numerator: 15 }, { threshold: 10, isSensitive: true }) // => 'unanimous'
 */
export function judgeCell({ n, numerator }: CellCounts, rule: PublishingRule): Publishability {
  if (!(rule.threshold >= SMALLEST_THRESHOLD)) {
    throw new RangeError(`the threshold must be at least ${SMALLEST_THRESHOLD}, got ${rule.threshold}`)
  }
  if (!(numerator >= 0 && numerator <= n)) throw new RangeError(`${numerator} of ${n} is no share`)
  if (n < rule.threshold) return 'too-few'
  if (!rule.isSensitive) return 'ok'
  const rest = n - numerator
  if ((numerator > 0 && numerator < RARE) || (rest > 0 && rest < RARE)) return 'rare-answer'
  return n < UNANIMOUS_GROUP && (numerator === 0 || rest === 0) ? 'unanimous' : 'ok'
}
