import { expect, it } from 'vitest'
import { answerShares } from '#lib/visit-rates'

it('takes slips printed for slips handed out until the desk reports', () => {
  expect(answerShares({ printed: 50, used: 10, handedOut: null, visits: null })).toEqual({
    shareOfSlips: 0.2,
    shareOfVisits: null,
    isContradictory: false,
  })
  expect(answerShares({ printed: 50, used: 10, handedOut: 40, visits: 80 })).toMatchObject({
    shareOfSlips: 0.25,
    shareOfVisits: 0.125,
  })
})

it.each([
  { printed: 50, used: 10, handedOut: 60, visits: null },
  { printed: 50, used: 10, handedOut: 5, visits: null },
  { printed: 50, used: 10, handedOut: 20, visits: 15 },
  { printed: 50, used: 10, handedOut: null, visits: 9 },
])('computes no rate from figures that contradict each other: %o', (figures) => {
  expect(answerShares(figures)).toEqual({ shareOfSlips: null, shareOfVisits: null, isContradictory: true })
})
