// Item non-response: valid, don't know and missing are told apart and add up.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemNonresponse } from '#lib/stats/item-nonresponse'

const codes = { validCodes: [1, 2, 3, 4, 5], dontKnowCodes: [8, 9] }

test('counts records and weighs rates', () => {
  const result = itemNonresponse([4, 8, null, 9, 7], codes, [4, 1, 2, 1, 2])
  expect(result).toMatchObject({ n: 5, valid: 1, dontKnow: 2, missing: 1, unknownCode: 1 })
  expect([result.validRate, result.dontKnowRate, result.missingRate]).toEqual([0.4, 0.2, 0.2])
})

test('every record is counted exactly once', () => {
  const answer = fc.option(fc.integer({ min: 0, max: 10 }))
  fc.assert(
    fc.property(fc.array(answer), (answers) => {
      const result = itemNonresponse(answers, codes)
      expect(result.valid + result.dontKnow + result.missing + result.unknownCode).toBe(answers.length)
    }),
    { seed: 21 },
  )
})

test('no record gives no rate, and a missing weight is refused', () => {
  expect(itemNonresponse([], codes).validRate).toBeNull()
  expect(() => itemNonresponse([1, 2], codes, [1, null])).toThrow(/Record 2 has no weight/)
  expect(() => itemNonresponse([1, 2], codes, [1])).toThrow(/1 weights for 2 records/)
})
