// Runs every case of a folder against lib/stats and lib/secrecy. The registry is the folder estimators/: the estimator
// `p_adjust` is the file p-adjust.ts, which turns a case into a call and the answer into the names of the format.
import { existsSync } from 'node:fs'
import { compareResults, type Difference } from './compare-results'
import type { GoldenCase } from './golden-case'
import type { GoldenFolder } from './golden-folder'

export interface EstimatorFile {
  /** The result in the shape of `expected`. May throw an error with a `code` where the case expects a refusal. */
  run(testCase: GoldenCase, folder: GoldenFolder): unknown
  /** Only where a case is not compared number by number. */
  judge?(testCase: GoldenCase, result: unknown): Difference[]
}

export interface CaseOutcome {
  testCase: GoldenCase
  /** empty when the case passed */
  differences: Difference[]
}

/** Every case but the informative ones. A case never stops the others. */
export async function runCases(folder: GoldenFolder): Promise<CaseOutcome[]> {
  const outcomes: CaseOutcome[] = []
  for (const testCase of folder.cases()) {
    if (testCase.status === 'informative') continue
    outcomes.push({ testCase, differences: await runCase(testCase, folder) })
  }
  return outcomes
}

async function runCase(testCase: GoldenCase, folder: GoldenFolder): Promise<Difference[]> {
  const refusal = testCase.expected.error
  try {
    const estimator = await loadEstimator(testCase.estimator)
    const result = await estimator.run(testCase, folder)
    if (refusal) return [{ quantity: 'error', expected: refusal, got: 'a result' }]
    return estimator.judge?.(testCase, result) ?? compareResults(testCase, folder, result)
  } catch (error) {
    const code = (error as { code?: unknown }).code
    if (refusal && code === refusal) return []
    return [{ quantity: 'error', expected: refusal ?? 'a result', got: `${code ?? ''} ${error}`.trim() }]
  }
}

async function loadEstimator(name: string): Promise<EstimatorFile> {
  const file = new URL(`./estimators/${name.replaceAll('_', '-')}.ts`, import.meta.url)
  if (!/^[a-z0-9_]+$/.test(name) || !existsSync(file)) throw new Error(`unknown estimator ${name}`)
  return (await import(file.href)) as EstimatorFile
}
