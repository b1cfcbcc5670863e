import { describe, expect, it } from 'vitest'
import { balanceTable } from '#lib/stats/balance-table'

const cells = {
  levels: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  levelNames: [
    ['F', 'M'],
    ['young', 'old'],
  ],
}
/** Outcome depends on the cell only: any honest comparison finds nothing. */
const confounded = [
  { exposed: 40, unexposed: 10, share: 0.9 },
  { exposed: 20, unexposed: 20, share: 0.6 },
  { exposed: 20, unexposed: 20, share: 0.5 },
  { exposed: 10, unexposed: 40, share: 0.2 },
].map(({ exposed, unexposed, share }) => ({
  exposed,
  unexposed,
  exposedOutcome: exposed * share,
  unexposedOutcome: unexposed * share,
}))

describe('balanceTable', () => {
  it('shows the imbalance before weighting and its disappearance after it', () => {
    const lines = balanceTable(cells, confounded)
    expect(lines.map(({ level }) => level)).toEqual(['F', 'M', 'young', 'old'])
    for (const line of lines) {
      expect(Math.abs(line.standardisedDifference)).toBeGreaterThan(0.3)
      expect(line.standardisedDifferenceAfter).toBeCloseTo(0, 6)
      expect(line.isBalancedAfter).toBe(true)
    }
  })
})
