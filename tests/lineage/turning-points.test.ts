import { expect, it } from 'vitest'
import { turningPoints } from '#lib/lineage/turning-points'

const unit = (id: string, from: number, to: number | null = null, hasUnlistedOrigins = false) => ({
  id,
  validFrom: new Date(`${from}-01-01`),
  validTo: to ? new Date(`${to}-12-31`) : null,
  hasUnlistedOrigins,
})

it('tells of every beginning what it was made of, and of every end where it went, one step of time each', () => {
  const units = [
    unit('a', 2000, 2009),
    unit('b', 2000, 2019),
    unit('c', 2000, 2019),
    unit('a2', 2010, 2019),
    unit('n', 2020),
    unit('gap', 2020, null, true),
  ]
  const lines = [
    { fromId: 'a', toId: 'a2', isWhole: true },
    { fromId: 'a2', toId: 'n', isWhole: true },
    { fromId: 'b', toId: 'n', isWhole: true },
  ]
  const { past, future } = turningPoints(units, lines)
  expect(past.map((one) => [one.unit, one.continuity.rule, one.continuity.units])).toEqual([
    ['a2', 'renamed', ['a']],
    ['n', 'merged', ['a2', 'b']],
    ['gap', 'unknown', []],
  ])
  expect(future.map((one) => [one.unit, one.continuity.rule, one.continuity.since])).toEqual([
    ['a', 'continued', '2010-01-01'],
    ['b', 'continued', '2020-01-01'],
    ['c', 'unknown', '2020-01-01'],
    ['a2', 'continued', '2020-01-01'],
  ])
})
