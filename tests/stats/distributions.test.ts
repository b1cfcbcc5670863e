// Distribution functions against values computed with R 4.2.2 (15 digits), and against their own inverses.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  betaCdf,
  betaQuantile,
  chiSquareCdf,
  chiSquareQuantile,
  fCdf,
  fQuantile,
  fUpperTail,
  normalCdf,
  normalQuantile,
  studentTCdf,
  studentTQuantile,
} from '#lib/stats/distributions'

const relativeError = (got: number, expected: number) => Math.abs(got - expected) / Math.abs(expected)

const valuesFromR: [string, number, number][] = [
  ['pnorm(-20)', normalCdf(-20), 2.75362411860623e-89],
  ['qnorm(1e-12)', normalQuantile(1e-12), -7.03448382530113],
  ['qnorm(1e-100)', normalQuantile(1e-100), -21.2734535609653],
  ['qnorm(1e-300)', normalQuantile(1e-300), -37.0470962993612],
  ['qnorm(0.7)', normalQuantile(0.7), 0.524400512708041],
  ['pt(12, 4.5)', studentTCdf(12, 4.5), 0.999931084011734],
  ['pt(-1.96, 1e5)', studentTCdf(-1.96, 1e5), 0.0249992815971508],
  ['qt(0.005, 3.7)', studentTQuantile(0.005, 3.7), -4.86925225322783],
  ['qt(0.975, 1e6)', studentTQuantile(0.975, 1e6), 1.95996635681411],
  ['qbeta(0.005, 0.02, 3)', betaQuantile(0.005, 0.02, 3), 2.00642504200185e-116],
  ['qbeta(0.975, 398.9, 1.1)', betaQuantile(0.975, 398.9, 1.1), 0.999907054221158],
  ['qbeta(0.975, 5000, 7000)', betaQuantile(0.975, 5000, 7000), 0.425500138171334],
  ['pf(0.3, 5.4, 77.2)', fCdf(0.3, 5.4, 77.2), 0.0780909415024311],
  ['pf(0.3, 1000, 60)', fCdf(0.3, 1000, 60), 4.82032886167231e-15],
  ['pf(1e-8, 2.3, 60)', fCdf(1e-8, 2.3, 60), 6.92537981212831e-10],
  ['qf(0.975, 120, 360)', fQuantile(0.975, 120, 360), 1.326301159904],
  ['pchisq(50, 30)', chiSquareCdf(50, 30), 0.987597939281099],
  ['qchisq(0.5, 1e5)', chiSquareQuantile(0.5, 1e5), 99999.3333341235],
  ['qchisq(0.999, 400)', chiSquareQuantile(0.999, 400), 493.131758739948],
  ['qchisq(1e-100, 400)', chiSquareQuantile(1e-100, 400), 54.2068994397622],
]

describe('distributions', () => {
  test.each(valuesFromR)('%s agrees with R to 1e-10', (_call, got, expected) => {
    expect(relativeError(got, expected)).toBeLessThan(1e-10)
  })

  test('the upper tail of F keeps digits that one minus the distribution function loses', () => {
    expect(relativeError(fUpperTail(500, 3, 200), 1.21700744277287e-92)).toBeLessThan(1e-10)
    expect(fCdf(500, 3, 200)).toBe(1)
  })

  test('infinite degrees of freedom mean the normal and the chi-square', () => {
    expect(studentTQuantile(0.975, Infinity)).toBe(normalQuantile(0.975))
    expect(studentTCdf(1.3, Infinity)).toBe(normalCdf(1.3))
    expect(fQuantile(0.9, 4, Infinity)).toBe(chiSquareQuantile(0.9, 4) / 4)
    expect(fCdf(2, 4, Infinity)).toBe(chiSquareCdf(8, 4))
  })

  test('the ends of the probability scale give the ends of the support', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity])
    expect([studentTQuantile(0, 3), studentTQuantile(1, 3)]).toEqual([-Infinity, Infinity])
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1])
    expect([fQuantile(0, 2, 3), fQuantile(1, 2, 3)]).toEqual([0, Infinity])
    expect([chiSquareQuantile(0, 2), chiSquareQuantile(1, 2)]).toEqual([0, Infinity])
  })

  test('probabilities outside 0..1 and parameters that are not positive are refused', () => {
    expect(() => normalQuantile(1.2)).toThrow(RangeError)
    expect(() => studentTQuantile(0.5, 0)).toThrow(/degrees of freedom/)
    expect(() => betaQuantile(-0.1, 1, 1)).toThrow(/probability/)
    expect(() => betaCdf(0.5, 1, -1)).toThrow(/shape b/)
    expect(() => fCdf(Number.NaN, 1, 1)).toThrow(/NaN/)
    expect(() => chiSquareCdf(1, Number.NaN)).toThrow(/degrees of freedom/)
  })

  test('each quantile undoes its distribution function', () => {
    const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
    const parameter = fc.double({ min: 0.6, max: 2000, noNaN: true })
    fc.assert(
      fc.property(probability, parameter, parameter, (p, first, second) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 11)
        expect(studentTCdf(studentTQuantile(p, first), first)).toBeCloseTo(p, 9)
        expect(chiSquareCdf(chiSquareQuantile(p, first), first)).toBeCloseTo(p, 9)
        expect(betaCdf(betaQuantile(p, first + 2, second + 2), first + 2, second + 2)).toBeCloseTo(p, 9)
        expect(fCdf(fQuantile(p, first, second), first, second)).toBeCloseTo(p, 9)
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
