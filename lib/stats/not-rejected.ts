// The interval of a randomisation test without a search: every relabelling speaks for the effects between two points that can
// be written down, so the ends of the interval are order statistics.

/** Statistic of a relabelling, and how much of a constant effect it would still show (1 for the true labels). */
export type Relabelling = { statistic: number; carried: number }

/** Two statistics closer than this are equal. */
export const TIE = 1e-12

/**
 * Constant effects that a randomisation test does not reject.
 *
 * In words: with the effect tau taken off, the true statistic is S - tau and that of a relabelling s - c tau. The relabelling
 * is at least as extreme exactly for tau between (S - s)/(1 - c) and (S + s)/(1 + c), an interval around S; p(tau) counts the
 * intervals that hold tau, so its ends are order statistics of theirs.
 *
 * Source: Fisher (1935), The Design of Experiments, section 21; Imbens and Rubin (2015), Causal Inference, chapter 5.
 *
 * @param statistic with the true labels
 * @param relabelled all relabellings, the true one included
 * @param alpha 1 - level
 * @returns null = no bound, because no effect on that side can be rejected
 * @example
 * const relabelled = [{ statistic: 3, carried: 1 }, { statistic: -3, carried: -1 }, ...Array(38).fill({ statistic: 0, carried: 0 })]
 * notRejected(3, relabelled, 0.02) // => { low: null, high: null }
 * notRejected(3, relabelled, 0.1) // => { low: 3, high: 3 }
 */
export function notRejected(statistic: number, relabelled: readonly Relabelling[], alpha: number) {
  const lows = new Float64Array(relabelled.length)
  const highs = new Float64Array(relabelled.length)
  for (const [index, { statistic: other, carried }] of relabelled.entries()) {
    const isEnd = Math.abs(1 - carried) >= TIE && Math.abs(1 + carried) >= TIE
    // where a denominator vanishes the true labels, or their mirror image, are as extreme for every effect
    const [a, b] = isEnd
      ? [(statistic - other) / (1 - carried), (statistic + other) / (1 + carried)]
      : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    lows[index] = Math.min(a, b)
    highs[index] = Math.max(a, b)
  }
  const needed = Math.floor((alpha + TIE) * relabelled.length) + 1
  const low = lows.sort()[needed - 1]!
  const high = highs.sort()[relabelled.length - needed]!
  return { low: Number.isFinite(low) ? low : null, high: Number.isFinite(high) ? high : null }
}
