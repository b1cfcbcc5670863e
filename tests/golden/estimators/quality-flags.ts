// Reference cases of kind `quality_flags`: the flagged records by their sorted ids. The duration column has a fixed name.
import { answerQuality, type QualityFlag } from '#lib/stats/answer-quality'
import type { GoldenCase, Value } from '../golden-case'
import type { GoldenFolder } from '../golden-folder'

export function run(testCase: GoldenCase, folder: GoldenFolder) {
  const data = folder.dataset(testCase)
  const quality = answerQuality({
    battery: (testCase.items as string[]).map((item) => data.numbers(item)),
    validCodes: testCase.valid_codes as number[],
    durations: data.numbers('duration_sec'),
    duplicateKeys: ((testCase.duplicate_keys ?? []) as string[]).map((name) => data.column(name)),
    speedShare: testCase.speed_share as number,
  })
  const ids = data.column(testCase.id_column as string)
  const flagged = (flag: QualityFlag) =>
    ids.filter((_id, record) => quality.flags[record]!.includes(flag)).sort(inOrder)
  return {
    n: quality.records,
    straightline_min_valid: quality.straightLineMinimum,
    straightliners: flagged('straight-lining'),
    longest_run_max: quality.longestRuns.reduce((longest, run) => Math.max(longest, run), 0),
    longest_run_mean: quality.longestRuns.reduce((total, run) => total + run, 0) / quality.records,
    median_duration: quality.medianDuration,
    speeders: flagged('speeding'),
    duplicate_records: flagged('duplicate'),
  }
}

function inOrder(a: Value, b: Value): number {
  return a === b ? 0 : a! < b! ? -1 : 1
}
