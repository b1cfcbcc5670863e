// npm run golden -- <folder>: every case of the folder, one line for each difference, last line "N passed, N failed".
import { relativeError } from './compare-results'
import { GoldenFolder } from './golden-folder'
import { runCases } from './run-cases'

const folder = new GoldenFolder(process.argv[2] ?? new URL('.', import.meta.url).pathname)
const outcomes = await runCases(folder)
const failed = outcomes.filter((outcome) => outcome.differences.length > 0)
for (const { testCase, differences } of failed) {
  for (const { quantity, expected, got } of differences.slice(0, 20)) {
    const error = relativeError(expected, got)
    const shown = [
      `expected ${show(expected)}`,
      `got ${show(got)}`,
      `relative error ${error?.toExponential(2) ?? '-'}`,
    ]
    console.log(`${testCase.id}: ${quantity}: ${shown.join(', ')}`)
  }
  if (differences.length > 20) console.log(`${testCase.id}: ${differences.length - 20} more differences`)
}
console.log(`${outcomes.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0

function show(value: unknown): string {
  return typeof value === 'string' ? value : String(JSON.stringify(value) ?? value)
}
