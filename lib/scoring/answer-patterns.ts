// Answers that look copied or clicked through, as a question to the field work. The surprise: nothing is ever removed. Many
// honest people say the same, so the report shows how many are flagged and what the index would be without them.
import { duplicateRecords, nearDuplicates } from '#lib/stats/duplicate-answers'
import { straightLiners } from '#lib/stats/straight-lining'
import { noAnswer, type Variable } from '#lib/surveys/variable'

/** Shorter batteries flag too many honest people: on five items every fourth answer is a straight line. */
const shortestBattery = 10

/** Work grows with the square; above this a unit's answers are not compared pair by pair. */
export const mostCompared = 1_500

export type PatternFlag = 'straight-lining' | 'duplicate' | 'near-duplicate'

export type PatternReport = {
  /** Questions on one scale that were judged together; 0: the form has too few for it. */
  battery: number
  answers: number
  /** Number of answers with each flag. */
  flags: Record<PatternFlag, number>
  /** 1 for an answer with any flag, else 0. */
  isFlagged: Uint8Array
  /** False: too few questions, or too many answers, to compare each with each. */
  isCompared: boolean
}

/**
 * Flags of the answers of one unit: one scale all the way down, twins (every coded column agrees), near twins (most of the
 * battery agrees). Rules and sources: `straightLiners`, `duplicateRecords`, `nearDuplicates`. Speed is not judged, because
 * no time is ever stored.
 */
export function findPatterns(codebook: readonly Variable[], coded: readonly number[][]): PatternReport {
  const places = longestBattery(codebook)
  const hasBattery = places.length >= shortestBattery
  const isCompared = hasBattery && coded.length <= mostCompared
  const battery = places.map((place) => coded.map((row) => (row[place]! > noAnswer ? row[place]! : null)))
  const none = new Uint8Array(coded.length)
  const isStraight = hasBattery ? straightLiners(battery, opinions(codebook[places[0]!])) : none
  const isTwin = duplicateRecords(codebook.map((_, place) => coded.map((row) => row[place]!)))
  const isNear = isCompared
    ? nearDuplicates(battery).isNearDuplicate.map((near, at) => near && 1 - isTwin[at]!)
    : none
  const sum = (flags: Uint8Array) => flags.reduce((total, flag) => total + flag, 0)
  return {
    battery: hasBattery ? places.length : 0,
    answers: coded.length,
    flags: { 'straight-lining': sum(isStraight), duplicate: sum(isTwin), 'near-duplicate': sum(isNear) },
    isFlagged: none.map((_, at) => Number(isStraight[at]! + isTwin[at]! + isNear[at]! > 0)),
    isCompared,
  }
}

/** Columns of the largest group of questions with the same scale of at least three opinions. */
function longestBattery(codebook: readonly Variable[]): number[] {
  const groups = new Map<string, number[]>()
  for (const [place, variable] of codebook.entries()) {
    const codes = opinions(variable)
    if (variable.kind !== 'single' || variable.option !== undefined || codes.length < 3) continue
    const key = JSON.stringify(codes)
    groups.set(key, [...(groups.get(key) ?? []), place])
  }
  return [...groups.values()].reduce((longest, one) => (one.length > longest.length ? one : longest), [])
}

function opinions(variable: Variable | undefined): number[] {
  return variable?.values.filter(({ isDontKnow }) => !isDontKnow).map(({ code }) => code) ?? []
}
