import { expect, it } from 'vitest'
import { rolloutStarts } from '#lib/effects/rollout-starts'

it('puts the steps the same number of months apart, and the comparison nowhere', () => {
  const plan = { first: '2026-11-15', steps: 3, monthsBetween: 2 }
  expect(rolloutStarts({ ...plan, hasComparison: false })).toEqual(['2026-11-15', '2027-01-15', '2027-03-15'])
  expect(rolloutStarts({ ...plan, hasComparison: true })).toEqual(['2026-11-15', '2027-01-15', null])
})

it('stays within a shorter month', () => {
  const plan = { first: '2027-01-31', steps: 3, monthsBetween: 1, hasComparison: false }
  expect(rolloutStarts(plan)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31'])
})
