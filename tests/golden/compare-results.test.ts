// The judge of all reference cases must itself be able to say no.
import { describe, expect, test } from 'vitest'
import { compareResults, relativeError } from './compare-results'
import type { GoldenCase } from './golden-case'
import { GoldenFolder } from './golden-folder'

const folder = new GoldenFolder(import.meta.dirname)

function differences(expected: Record<string, unknown>, got: unknown) {
  const testCase: GoldenCase = {
    id: 'case',
    status: 'required',
    estimator: 'mean',
    tolerance: { rel: 1e-3, abs: 1e-6 },
    expected,
  }
  return compareResults(testCase, folder, got).map(({ quantity }) => quantity)
}

describe('compareResults', () => {
  test('numbers may differ by the tolerance and not by more', () => {
    expect(differences({ se: 2 }, { se: 2.0019 })).toEqual([])
    expect(differences({ se: 2 }, { se: 2.0021 })).toEqual(['se'])
    expect(differences({ se: 0 }, { se: 9e-7 })).toEqual([])
  })

  test('counts must be equal whatever the tolerance', () => {
    expect(differences({ n: 5000 }, { n: 5001 })).toEqual(['n'])
    expect(differences({ n_eff: 5000 }, { n_eff: 5001 })).toEqual([])
  })

  test('not available must be said as null, never as NaN, zero or silence', () => {
    expect(differences({ ci_low: null }, { ci_low: null })).toEqual([])
    expect(differences({ ci_low: null }, { ci_low: Number.NaN })).toEqual(['ci_low'])
    expect(differences({ ci_low: null }, { ci_low: 0 })).toEqual(['ci_low'])
    expect(differences({ ci_low: null }, {})).toEqual(['ci_low'])
    expect(differences({ ci_low: 1 }, { ci_low: null })).toEqual(['ci_low'])
    expect(differences({ ci_low: 1 }, { ci_low: Number.NaN })).toEqual(['ci_low'])
  })

  test('groups are matched by key, lists by length and place', () => {
    const groups = [
      { key: { g: 'a' }, estimate: 1 },
      { key: { g: 'b' }, estimate: 2 },
    ]
    expect(differences({ groups }, { groups: [...groups].reverse() })).toEqual([])
    expect(differences({ groups }, { groups: groups.slice(1) })).toEqual(['groups.length'])
    expect(differences({ p: [1, 2] }, { p: Float64Array.of(1, 2) })).toEqual([])
    expect(differences({ p: [1, 2] }, { p: [1, 3] })).toEqual(['p[1]'])
  })

  test('texts and flags must be equal, infinity is a number', () => {
    expect(differences({ safe: true }, { safe: false })).toEqual(['safe'])
    expect(differences({ value: 'Infinity' }, { value: Number.POSITIVE_INFINITY })).toEqual([])
    expect(differences({ value: '-Infinity' }, { value: 5 })).toEqual(['value'])
  })

  test('fields that document R are not compared, optional ones only when given', () => {
    expect(differences({ nchs: 1, r_message: 'x', se_cr2: 1 }, {})).toEqual([])
    expect(differences({ se_cr2: 1 }, { se_cr2: 2 })).toEqual(['se_cr2'])
  })

  test('weights are compared row by row with their file', () => {
    const file = { weights_csv: 'data/weights_nonresponse.csv' }
    const weights = folder.table('data/weights_nonresponse.csv').numbers('weight')
    expect(differences(file, { weights_csv: weights })).toEqual([])
    expect(differences(file, { weights_csv: weights.map((weight) => weight! + 1) })).toHaveLength(60)
    expect(differences(file, {})).toEqual(['weights_csv'])
  })
})

test('the relative error has no value where nothing is expected', () => {
  expect(relativeError(2, 3)).toBe(0.5)
  expect(relativeError(0, 1)).toBeNull()
  expect(relativeError(null, 1)).toBeNull()
})
