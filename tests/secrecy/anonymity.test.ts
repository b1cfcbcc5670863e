// k-anonymity and l-diversity of small files.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anonymity } from '#lib/secrecy/anonymity'

const sex = ['F', 'F', 'F', 'M', 'M', null]
const age = [30, 30, 30, 41, 41, 41]
const answer = [5, 5, 4, 2, 2, 1]

describe('anonymity', () => {
  test('counts classes, lonely records and the variety of their answers', () => {
    const report = anonymity([sex, age], answer, 3)
    expect(report).toMatchObject({ n: 6, classes: 3, smallestClass: 1, uniques: 1 })
    expect(report).toMatchObject({ classesBelow: 2, recordsBelow: 3, distinctDiversity: 1 })
    expect([...report.isBelow]).toEqual([0, 0, 0, 1, 1, 1])
  })

  test('two equally frequent answers are two effective ones', () => {
    expect(anonymity([['a', 'a', 'a', 'a']], [1, 1, 2, 2], 2).entropyDiversity).toBeCloseTo(2, 12)
    const uneven = anonymity([['a', 'a', 'a', 'a']], [1, 1, 1, 2], 2).entropyDiversity
    expect(uneven).toBeCloseTo(Math.exp(-0.75 * Math.log(0.75) - 0.25 * Math.log(0.25)), 12)
  })

  test('another quasi-identifier never makes the file safer', () => {
    const column = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(column, column, column, (first, second, secret) => {
        const few = anonymity([first], secret, 3)
        const more = anonymity([first, second], secret, 3)
        expect(more.smallestClass).toBeLessThanOrEqual(few.smallestClass)
        expect(more.recordsBelow).toBeGreaterThanOrEqual(few.recordsBelow)
        expect(more.distinctDiversity).toBeLessThanOrEqual(few.distinctDiversity)
      }),
      { seed: 34 },
    )
  })

  test('an empty file has no classes, columns of different length are refused', () => {
    expect(anonymity([[]], [], 5)).toMatchObject({ n: 0, classes: 0, smallestClass: 0 })
    expect(() => anonymity([['a']], [1, 2], 5)).toThrow(/one value per record/)
  })
})
