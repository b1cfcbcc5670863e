// Two harmless tables can betray someone together: all women, and all women under 88, leave one woman of 88. The surprise:
// the check needs the sets of respondents, not the counts; equal counts may be different people.

/** A set of respondents: 1 where the record belongs to it. */
export type RespondentSet = Uint8Array

export interface DifferencingCheck {
  /** members of each set, and of one without the other */
  sizeA: number
  sizeB: number
  onlyA: number
  onlyB: number
  /** the set alone has at least `threshold` members */
  isAPublishable: boolean
  isBPublishable: boolean
  /** the two together give away no group smaller than the threshold */
  isPairPublishable: boolean
}

/**
 * Differencing check of two sets of respondents.
 *
 * Formula: a pair is refused when one set contains the other and the difference holds 1 to threshold - 1 respondents.
 * Source: Hundepool et al. (2012) Statistical Disclosure Control, section 5.4 (differencing); Dinur and Nissim (2003).
 * @param setA, setB one flag per record of the same file
 * @throws RangeError when the sets speak of different files or the threshold is not positive
 * @example
 * checkDifferencing(Uint8Array.of(1, 1, 1, 1), Uint8Array.of(1, 1, 1, 0), 2).isPairPublishable // => false
 */
export function checkDifferencing(
  setA: RespondentSet,
  setB: RespondentSet,
  threshold: number,
): DifferencingCheck {
  if (!(threshold > 0)) throw new RangeError(`the threshold must be greater than 0, got ${threshold}`)
  if (setA.length !== setB.length) {
    throw new RangeError(`the sets speak of ${setA.length} and ${setB.length} records`)
  }
  let [sizeA, sizeB, both] = [0, 0, 0]
  for (let record = 0; record < setA.length; record++) {
    if (setA[record]) sizeA++
    if (setB[record]) sizeB++
    if (setA[record] && setB[record]) both++
  }
  const [onlyA, onlyB] = [sizeA - both, sizeB - both]
  const isSmall = (count: number) => count > 0 && count < threshold
  return {
    sizeA,
    sizeB,
    onlyA,
    onlyB,
    isAPublishable: sizeA >= threshold,
    isBPublishable: sizeB >= threshold,
    isPairPublishable: !((onlyB === 0 && isSmall(onlyA)) || (onlyA === 0 && isSmall(onlyB))),
  }
}

/**
 * Whether a set may be released after others: large enough alone, and no small group against any released set.
 *
 * The ledger is the list of sets released so far for the same wave; the caller keeps it and adds the set when it is released.
 * Comparing pairs stops subtraction of two tables; it does not stop every combination of many, so free queries stay with
 * people who signed for them.
 * Source: as `checkDifferencing`.
 * @returns `ok`, `too-few`, or `difference` when it would betray a small group together with a released set
 * @throws RangeError as `checkDifferencing`
 * @example
 * const women = Uint8Array.of(1, 1, 1, 1, 0)
 * checkRelease(Uint8Array.of(1, 1, 1, 0, 0), [women], 2) // => 'difference'
 * checkRelease(Uint8Array.of(1, 1, 0, 0, 0), [women], 2) // => 'ok'
 */
export function checkRelease(
  set: RespondentSet,
  ledger: readonly RespondentSet[],
  threshold: number,
): 'ok' | 'too-few' | 'difference' {
  if (!checkDifferencing(set, set, threshold).isAPublishable) return 'too-few'
  const isSafe = (released: RespondentSet) => checkDifferencing(set, released, threshold).isPairPublishable
  return ledger.every(isSafe) ? 'ok' : 'difference'
}
