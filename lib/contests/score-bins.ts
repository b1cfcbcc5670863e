// How many participants had how many right, in bins that are never so small that somebody could be picked out: neighbours are
// joined until each bin holds enough people.
export type ScoreBin = { from: number; to: number; people: number }

/**
 * @param counts people by number of right answers, from 0 on
 * @param smallest fewest people in a bin
 * @returns bins in order that cover all scores; empty when there are fewer people than that altogether
 */
export function scoreBins(counts: readonly number[], smallest: number): ScoreBin[] {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all < smallest) return []
  const bins: ScoreBin[] = []
  let bin: ScoreBin = { from: 0, to: 0, people: 0 }
  for (const [score, people] of counts.entries()) {
    bin = { from: bin.from, to: score, people: bin.people + people }
    if (bin.people < smallest) continue
    bins.push(bin)
    bin = { from: score + 1, to: score + 1, people: 0 }
  }
  const last = bins.pop()!
  const rest = bin.from < counts.length
  return [...bins, rest ? { from: last.from, to: bin.to, people: last.people + bin.people } : last]
}
