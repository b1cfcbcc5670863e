// Respondents who give one answer all the way down. The surprise: in a battery of five items every fourth honest
// respondent looks like that; use the flag for batteries of ten or more, and read it, never delete by it.

/** The answers to one battery: one column of codes per item, null where there is no answer. */
export type Battery = ArrayLike<number | null>[]

/** Items that must be answered before the pattern of a record is judged: half of the battery, rounded up. */
export function straightLineMinimum(battery: Battery): number {
  return Math.ceil(battery.length / 2)
}

/**
 * Straight-lining: records that give the same valid answer to every item of a battery they answered.
 *
 * Formula: at least half of the items (rounded up), and at least two, have a valid answer, and all of these are equal.
 * Source: Krosnick (1991) Applied Cognitive Psychology 5; Meade and Craig (2012) Psychological Methods 17.
 * @param battery one column of codes per item, in the order asked
 * @param validCodes codes that are answers; don't know does not count
 * @returns 1 for a flagged record, else 0
 * @example
 * // the third record answered too few items
 * straightLiners([[4, 4, 4], [4, 2, null], [4, 4, null], [4, 4, 4]], [1, 2, 3, 4, 5]) // => [1, 0, 1]
 */
export function straightLiners(battery: Battery, validCodes: readonly number[]): Uint8Array {
  const valid = new Set<number | null>(validCodes)
  const minimum = Math.max(2, straightLineMinimum(battery))
  return Uint8Array.from({ length: battery[0]?.length ?? 0 }, (_, record) => {
    const answers = battery.map((item) => item[record]!).filter((code) => valid.has(code))
    return Number(answers.length >= minimum && answers.every((code) => code === answers[0]))
  })
}

/**
 * Longest run: the largest number of consecutive items with the same code.
 *
 * Formula: walk through the items in the order asked; every code counts, don't know too; a missing answer ends a run.
 * Source: Curran (2016) Journal of Experimental Social Psychology 66 ("long-string analysis").
 * @returns one number of items per record
 * @example
 * longestRuns([[3, 1], [3, null], [3, 1], [2, 1]]) // => [3, 2]
 */
export function longestRuns(battery: Battery): Int32Array {
  return Int32Array.from({ length: battery[0]?.length ?? 0 }, (_, record) => {
    let longest = 0
    let run = 0
    let previous: number | null = null
    for (const item of battery) {
      const code = item[record]!
      run = code === null ? 0 : code === previous ? run + 1 : 1
      previous = code
      longest = Math.max(longest, run)
    }
    return longest
  })
}
