import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DrawnRollout, drawRollout, type RolloutUnit } from '#lib/effects/rollout'

const nine: RolloutUnit[] = Array.from({ length: 9 }, (_, at) => ({ unitId: `u${at}`, value: at * 10 }))
const starts = ['2027-03-01', null]

function draw(...given: Parameters<typeof drawRollout>): DrawnRollout {
  const result = drawRollout(...given)
  if ('fault' in result) throw new Error(result.fault.code)
  return result
}

describe('a roll-out by lot', () => {
  it('is the same again from the same seed, whatever the order of the list', () => {
    const once = draw(nine, 'matched', starts, 'hat-giong')
    expect(draw([...nine].reverse(), 'matched', starts, 'hat-giong')).toEqual(once)
  })

  it('is another one from another seed', () => {
    const drawn = new Set(
      ['a', 'b', 'c', 'd'].map((seed) => JSON.stringify(draw(nine, 'simple', starts, seed))),
    )
    expect(drawn.size).toBeGreaterThan(1)
  })

  it('gives every commune exactly one step, and steps of nearly the same size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom('simple' as const, 'matched' as const),
        fc.string(),
        (count, more, method, seed) => {
          const units = Array.from({ length: 2 * count + more }, (_, at) => ({
            unitId: `u${at}`,
            value: at % 4,
          }))
          const days = Array.from({ length: count }, (_, at) => `2027-0${at + 1}-01`)
          const { steps } = draw(units, method, days, seed)
          expect(steps.flatMap((step) => step.units).sort()).toEqual(units.map(({ unitId }) => unitId).sort())
          const sizes = steps.map((step) => step.units.length)
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it('parts the communes of a pair when it matches', () => {
    for (let seed = 0; seed < 40; seed++) {
      const { steps, blocks } = draw(nine, 'matched', starts, String(seed))
      const pairs = blocks.filter((block) => block.length === 2)
      expect(pairs).toEqual([
        ['u8', 'u7'],
        ['u6', 'u5'],
        ['u4', 'u3'],
        ['u2', 'u1'],
      ])
      for (const pair of pairs) expect(steps[0]!.units.filter((unit) => pair.includes(unit))).toHaveLength(1)
    }
  })

  it('gives every commune the same chance to be first', () => {
    const times = new Map(nine.map(({ unitId }) => [unitId, 0]))
    for (let seed = 0; seed < 2000; seed++)
      for (const unit of draw(nine, 'matched', starts, `lot ${seed}`).steps[0]!.units)
        times.set(unit, times.get(unit)! + 1)
    // 1/2 of 2000 with four standard errors
    for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(90)
  })

  it('refuses fewer than two communes a step, because nothing could be tested afterwards', () => {
    expect(drawRollout(nine.slice(0, 3), 'simple', starts, 's')).toEqual({
      fault: { code: 'too_few_units', units: 3, needed: 4 },
    })
  })

  it('names the communes without the number that is matched on, and asks for none when it does not match', () => {
    const gap = nine.map((unit, at) => (at === 4 ? { ...unit, value: null } : unit))
    expect(drawRollout(gap, 'matched', starts, 's')).toEqual({
      fault: { code: 'value_missing', units: ['u4'] },
    })
    expect(drawRollout(gap, 'simple', starts, 's')).toHaveProperty('steps')
  })

  it.each([
    [[]],
    [['2027-01-01']],
    [[null, '2027-01-01']],
    [['2027-02-01', '2027-01-01']],
    [['2027-01-01', '2027-01-01']],
  ])('throws for steps that are no steps: %j', (days) => {
    expect(() => drawRollout(nine, 'simple', days, 's')).toThrow(RangeError)
  })
})
