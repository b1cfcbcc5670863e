import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answerShares, shownUse } from '#lib/visit-rates'

const ten = { from: 10, to: 10 }

it('takes slips printed for slips handed out until the desk reports', () => {
  expect(answerShares({ printed: 50, used: ten, handedOut: null, visits: null })).toEqual({
    shareOfSlips: 0.2,
    shareOfVisits: null,
    isContradictory: false,
  })
  expect(answerShares({ printed: 50, used: ten, handedOut: 40, visits: 80 })).toMatchObject({
    shareOfSlips: 0.25,
    shareOfVisits: 0.125,
  })
})

it('computes no rate while the number of answers is shown in tens only', () => {
  const figures = { printed: 50, used: { from: 10, to: 19 }, handedOut: 40, visits: 80 }
  expect(answerShares(figures)).toEqual({ shareOfSlips: null, shareOfVisits: null, isContradictory: false })
})

it.each([
  { printed: 50, used: ten, handedOut: 60, visits: null },
  { printed: 50, used: ten, handedOut: 5, visits: null },
  { printed: 50, used: ten, handedOut: 20, visits: 15 },
  { printed: 50, used: ten, handedOut: null, visits: 9 },
])('computes no rate from figures that contradict each other: %o', (figures) => {
  expect(answerShares(figures)).toEqual({ shareOfSlips: null, shareOfVisits: null, isContradictory: true })
})

const batch = fc
  .integer({ min: 20, max: 500 })
  .chain((printed) =>
    fc.record({ printed: fc.constant(printed), used: fc.integer({ min: 0, max: printed }) }),
  )

it('never shows a running count more finely than to ten, and never wrongly', () => {
  fc.assert(
    fc.property(batch, ({ printed, used }) => {
      const { from, to } = shownUse({ printed, used, isOver: false })
      return from <= used && used <= to && to <= printed && to - from >= 9
    }),
  )
})

it('shows one more answer at most once in ten, so that watching the count tells nobody who has answered', () => {
  const shown = (used: number) => JSON.stringify(shownUse({ printed: 48, used, isOver: false }))
  const steps = Array.from({ length: 48 }, (_, used) => used).filter(
    (used) => shown(used) !== shown(used + 1),
  )
  expect(steps).toEqual([9, 19, 29])
})

it('says how many there were once no code is taken any more, but not when they were fewer than five', () => {
  expect(shownUse({ printed: 48, used: 13, isOver: true })).toEqual({ from: 13, to: 13 })
  expect(shownUse({ printed: 48, used: 1, isOver: true })).toEqual({ from: 0, to: 4 })
})
