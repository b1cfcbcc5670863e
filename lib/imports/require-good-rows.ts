// When rows of a spreadsheet may be stored: when there are some, and no faulty one unless those are left out on purpose.
import { type Fault, problems, type Sentence } from '#lib/problem'

type Judged = { good: number; faultyRows: number; faults: readonly (Sentence & { row: number })[] }

/** Throws invalidInput with the first faults, and with `others`, those of the rest of the form. */
export function requireGoodRows(
  { good, faults, faultyRows }: Judged,
  leavesOut: boolean,
  others: readonly Fault[] = [],
): void {
  const atRows = leavesOut ? [] : faults.slice(0, 30).map(atRow)
  const all = [
    ...others,
    ...atRows,
    ...(good === 0 && faultyRows === 0 ? [empty] : []),
    ...(good === 0 && leavesOut ? [allBad] : []),
  ]
  if (all.length > 0) throw problems.invalidInput({ faults: all })
}

const atRow = ({ row, vi, en }: Sentence & { row: number }): Fault => ({
  question: 'file',
  code: 'wrong_row',
  vi: `Dòng ${row}: ${vi}`,
  en: `Row ${row}: ${en}`,
})
const empty: Fault = {
  question: 'file',
  code: 'no_rows',
  vi: 'Tệp không có dòng nào sau dòng tiêu đề.',
  en: 'The file has no rows after the head line.',
}
const allBad: Fault = {
  question: 'file',
  code: 'no_good_rows',
  vi: 'Không còn dòng nào đúng để nhập.',
  en: 'No good row is left to import.',
}
