// A scoring rule as a broken line: "50 % satisfied is worth nothing, 90 % the full points, in between in proportion".

/** Corners [share, score] of the line, shares rising. Outside the corners the score stays constant. */
export type ScoringLine = readonly (readonly [number, number])[]

/**
 * Score on a broken line, and its slope there.
 *
 * In words: straight line between neighbouring corners, constant outside; at a corner the slope to its right, at the outer
 * corners zero. The slope carries the sampling error of the share into the error of the score.
 *
 * Source: the scoring tables of the reform indices; delta method: Wolter (2007), Introduction to Variance Estimation,
 * section 6.2.
 *
 * @param share the measured share
 * @param line at least two corners
 * @returns score, slope, and the distance from the share to the nearest corner
 * @throws RangeError if there are fewer than two corners or their shares do not rise
 * @example
 * scoreOnLine(0.7, [[0.5, 0], [0.9, 1]]).score // => 0.5
 * scoreOnLine(0.95, [[0.5, 0], [0.9, 1]]).slope // => 0
 */
export function scoreOnLine(
  share: number,
  line: ScoringLine,
): { score: number; slope: number; distanceToCorner: number } {
  if (line.length < 2 || line.some(([x], index) => index > 0 && !(x > line[index - 1]![0]))) {
    throw new RangeError('a scoring line needs two or more corners with rising shares')
  }
  const distanceToCorner = Math.min(...line.map(([x]) => Math.abs(share - x)))
  const [first, last] = [line[0]!, line.at(-1)!]
  if (share <= first[0]) return { score: first[1], slope: 0, distanceToCorner }
  if (share >= last[0]) return { score: last[1], slope: 0, distanceToCorner }
  const right = line.findIndex(([x]) => x > share)
  const [[x0, y0], [x1, y1]] = [line[right - 1]!, line[right]!]
  const slope = (y1 - y0) / (x1 - x0)
  return { score: y0 + slope * (share - x0), slope, distanceToCorner }
}
