import { describe, expect, it } from 'vitest'
import { adjustForNonresponse } from '#lib/stats/adjust-for-nonresponse'

describe('adjustForNonresponse', () => {
  it('keeps the total of every class and gives nothing to those who did not answer', () => {
    const { weights } = adjustForNonresponse([10, 30, 20, 5], ['a', 'a', 'b', 'a'], [true, false, true, true])
    expect([...weights]).toEqual([30, 0, 20, 15])
  })

  it('flags a class with few respondents or a large factor without changing it', () => {
    const answered = Array.from({ length: 100 }, (_, row) => row < 25)
    const flat = (size: number) => Array.from({ length: size }, () => 1)
    const { classes } = adjustForNonresponse(
      flat(100),
      flat(100).map(() => 'a'),
      answered,
    )
    expect(classes).toEqual([
      { name: 'a', sampled: 100, respondents: 25, factor: 4, warnings: ['large_factor'] },
    ])
    expect(adjustForNonresponse([1], ['a'], [true]).classes[0]!.warnings).toEqual(['few_respondents'])
  })

  it('refuses a class in which nobody answered and names it', () => {
    expect(() => adjustForNonresponse([1, 1], ['a', 'b'], [true, false])).toThrow('"b"')
  })
})
