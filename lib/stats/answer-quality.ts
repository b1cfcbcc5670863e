// The quality report of one wave: what an officer should look at before trusting the numbers. Everything here is a flag;
// results are computed with and without the flagged records and both are shown.
import { duplicateRecords, nearDuplicates } from './duplicate-answers'
import { speeders } from './speeding'
import { type Battery, longestRuns, straightLineMinimum, straightLiners } from './straight-lining'

export interface AnswerQualityInput {
  /** one column of codes per item, in the order asked */
  battery: Battery
  /** codes that are answers */
  validCodes: readonly number[]
  /** one per record, any unit; one wave and one mode */
  durations: ArrayLike<number | null>
  /** columns that must agree as well before two records count as duplicates (village, sex, age) */
  duplicateKeys?: ArrayLike<string | number | null>[]
  /** share of the median duration below which a record is flagged */
  speedShare?: number
  /** share of items with the same code above which two records are flagged */
  matchThreshold?: number
}

export type QualityFlag = 'straight-lining' | 'speeding' | 'duplicate' | 'near-duplicate'

export interface AnswerQuality {
  records: number
  /** valid answers needed before straight-lining is judged */
  straightLineMinimum: number
  medianDuration: number | null
  /** longest run of equal codes, one number of items per record */
  longestRuns: Int32Array
  /** the largest share of items on which another record agrees, one per record */
  highestMatch: Float64Array
  /** the flags of each record, empty for most */
  flags: QualityFlag[][]
}

/**
 * Data quality of a wave: straight-lining, longest runs, speeding, duplicates and near-duplicates, as flags.
 *
 * Formula and sources: see `straightLiners`, `longestRuns`, `speeders`, `duplicateRecords`, `nearDuplicates`.
 * A record that has an exact twin in answers and keys is flagged `duplicate` and not `near-duplicate` as well.
 * @returns one list of flags per record; nothing is removed
 * @throws StatisticsError value_outside_range (a share or threshold, or no item)
 * @example
 * const battery = [[1, 4, 4, 2], [2, 4, 5, 1], [3, 4, 4, 2], [2, 4, 5, 1]]
 * const quality = answerQuality({ battery, validCodes: [1, 2, 3, 4, 5], durations: [600, 90, 580, 610] })
 * quality.flags[1] // => ['straight-lining', 'speeding']
 */
export function answerQuality(input: AnswerQualityInput): AnswerQuality {
  const { battery } = input
  const isStraight = straightLiners(battery, input.validCodes)
  const { median, isSpeeder } = speeders(input.durations, input.speedShare)
  const isDuplicate = duplicateRecords([...(input.duplicateKeys ?? []), ...battery])
  const { highestMatch, isNearDuplicate } = nearDuplicates(battery, input.matchThreshold)
  const flags = Array.from(isStraight, (straight, record) => {
    const found: QualityFlag[] = []
    if (straight) found.push('straight-lining')
    if (isSpeeder[record]) found.push('speeding')
    if (isDuplicate[record]) found.push('duplicate')
    else if (isNearDuplicate[record]) found.push('near-duplicate')
    return found
  })
  return {
    records: flags.length,
    straightLineMinimum: straightLineMinimum(battery),
    medianDuration: median,
    longestRuns: longestRuns(battery),
    highestMatch,
    flags,
  }
}
