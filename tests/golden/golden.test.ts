// The whole folder of reference cases: every one must pass, and the runner must notice what is wrong.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { GoldenFolder } from './golden-folder'
import { runCases } from './run-cases'

const created: string[] = []

afterEach(() => {
  for (const folder of created.splice(0)) rmSync(folder, { recursive: true })
})

/** A folder with these cases and one small data set. */
function folderWith(cases: Record<string, unknown>[]): GoldenFolder {
  const path = mkdtempSync(join(tmpdir(), 'golden-'))
  created.push(path)
  for (const name of ['cases', 'data']) mkdirSync(join(path, name))
  const complete = cases.map((one, place) => ({
    id: `case-${place}`,
    status: 'required',
    tolerance: { rel: 1e-7, abs: 1e-9 },
    ...one,
  }))
  writeFileSync(join(path, 'cases', '01.json'), JSON.stringify(complete))
  writeFileSync(join(path, 'data', 'small.csv'), 'psu,w,x\n1,2,5\n1,2,7\n2,2,4\n3,-2,6\n')
  return new GoldenFolder(path)
}

async function differencesOf(one: Record<string, unknown>) {
  const [outcome] = await runCases(folderWith([one]))
  return outcome!.differences
}

const design = (weights: string) => ({ ids: ['psu'], strata: null, weights, fpc: null, nest: false })
const mean = { estimator: 'mean', dataset: 'small.csv', variable: 'x', design: design('w') }

describe('the reference cases of this folder', () => {
  test('all pass', async () => {
    const outcomes = await runCases(new GoldenFolder(import.meta.dirname))
    const failed = outcomes.filter(({ differences }) => differences.length > 0)
    expect(failed.map(({ testCase, differences }) => [testCase.id, differences[0]])).toEqual([])
    expect(outcomes.length).toBeGreaterThan(600)
  })
})

describe('runCases', () => {
  test('an estimator that does not exist fails its case', async () => {
    const [difference] = await differencesOf({ estimator: 'crystal_ball', expected: { value: 1 } })
    expect(difference!.got).toMatch(/unknown estimator crystal_ball/)
  })

  test('a name that is no estimator cannot reach other files', async () => {
    const [difference] = await differencesOf({ estimator: '../run', expected: { value: 1 } })
    expect(difference!.got).toMatch(/unknown estimator/)
  })

  test('a case that breaks fails alone', async () => {
    const good = {
      estimator: 'p_adjust',
      method: 'holm',
      p_values: [0.01, 0.02],
      expected: { adjusted: [0.02, 0.02] },
    }
    const broken = { ...mean, dataset: 'missing.csv', expected: { estimate: 1 } }
    const outcomes = await runCases(folderWith([broken, good]))
    expect(outcomes.map(({ differences }) => differences.length)).toEqual([1, 0])
  })

  test('a refusal must have the expected code', async () => {
    expect(await differencesOf({ ...mean, expected: { error: 'negative_weight' } })).toEqual([])
    expect(await differencesOf({ ...mean, expected: { error: 'lonely_psu' } })).toHaveLength(1)
    const answered = {
      estimator: 'p_adjust',
      method: 'holm',
      p_values: [0.5],
      expected: { error: 'empty_domain' },
    }
    expect(await differencesOf(answered)).toEqual([
      { quantity: 'error', expected: 'empty_domain', got: 'a result' },
    ])
  })

  test('informative cases are not run', async () => {
    const informative = { status: 'informative', estimator: 'crystal_ball', expected: {} }
    expect(await runCases(folderWith([informative]))).toEqual([])
  })

  test('a dear or open suppression pattern is not accepted', async () => {
    const { judge } = await import('./estimators/disclosure-suppression')
    const table = [
      [3, 25],
      [18, 31],
    ]
    const testCase = {
      ...mean,
      id: 'pattern',
      status: 'required' as const,
      tolerance: { rel: 0, abs: 0 },
      design: null,
      table,
      threshold: 5,
      protection_width: 5,
      acceptance: { contains_primary: true, safe: true, max_cost_factor: 1.5 },
      expected: {
        primary: [
          [1, 0],
          [0, 0],
        ],
        optimal_cost: 20,
      },
    }
    const primary = [
      [true, false],
      [false, false],
    ]
    const everything = table.map((row) => row.map(() => true))
    const quantities = (hidden: boolean[][], cost: number) =>
      judge(testCase, { primary, hidden, cost, status: 'safe' }).map(({ quantity }) => quantity)
    expect(quantities(everything, 77)).toEqual(['cost'])
    expect(quantities(everything, 30)).toEqual([])
    expect(quantities(primary, 3)).toEqual(['safe'])
    expect(
      quantities(
        table.map((row) => row.map(() => false)),
        0,
      ),
    ).toEqual(['contains_primary', 'safe'])
  })
})
