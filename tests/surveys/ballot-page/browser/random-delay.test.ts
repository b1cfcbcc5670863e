import { describe, expect, it } from 'vitest'
import { randomDelay } from '#lib/surveys/ballot-page/browser/random-delay'

describe('the random wait of a ballot', () => {
  it('is spread evenly from nothing to the longest', () => {
    const drawn = Array.from({ length: 20_000 }, () => randomDelay(300_000))
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...drawn)).toBeLessThan(300_000)
    const tenths = Array.from(
      { length: 10 },
      (_, i) => drawn.filter((one) => Math.floor(one / 30_000) === i).length,
    )
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(6 * Math.sqrt(2000)) // once in 10^8 runs
  })
})
