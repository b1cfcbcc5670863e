// The rule of an entered figure in a cell of a spreadsheet: "points /10", "linear 0 100", "steps 0:0 50:0.5 80:1",
// "deduct 0.5 /3", "yes-no"; "keep" where a rule has no such short form. Vietnamese words are read as well.
import type { EnteredRule } from '#lib/definitions/index-source'
import type { Sentence } from '#lib/problem'

/** Columns of an index as a table; `points` or `weight` is filled in, never both among siblings. */
export const indexColumns = [
  'code',
  'parent',
  'name',
  'name_en',
  'points',
  'weight',
  'source',
  'not_applicable',
  'document',
] as const

/** Stands for "as in the index that this one begins from". */
export const keepWord = 'keep'

/** The rule in words, or null where only `keep` can say it. */
export function writeRule(rule: EnteredRule): string | null {
  switch (rule.kind) {
    case 'points':
      return `points /${rule.full}`
    case 'linear':
      return `linear ${rule.zero} ${rule.full}`
    case 'steps':
      return `steps ${rule.steps.map(({ from, points }) => `${from}:${points}`).join(' ')} /${rule.full}`
    case 'deduction':
      return `deduct ${rule.perUnit} /${rule.full}${rule.least === undefined ? '' : ` least ${rule.least}`}`
    default:
      return null
  }
}

const aliases: Record<string, string> = {
  điểm: 'points',
  số: 'linear',
  bậc: 'steps',
  trừ: 'deduct',
  'có-không': 'yes-no',
  'có/không': 'yes-no',
  'ít-nhất': 'least',
  giữ: keepWord,
}

/** The rule that the words say, `keep`, or what is wrong with them. `full`: marks where the words name none. */
export function readRule(text: string, full: number): EnteredRule | typeof keepWord | { fault: Sentence } {
  const [first = '', ...rest] = text.normalize('NFC').toLowerCase().replaceAll(',', '.').split(/\s+/)
  const words = rest.map((word) => aliases[word] ?? word)
  const own = words.find((word) => word.startsWith('/'))
  const marks = own ? Number(own.slice(1)) : undefined
  const plain = words.filter((word) => word !== own)
  const numbers = plain.filter((word) => word !== 'least').map(Number)
  const isWhole = numbers.every(Number.isFinite) && !(marks !== undefined && !(marks > 0))
  const kind = aliases[first] ?? first
  if (kind === keepWord && words.length === 0) return keepWord
  if (kind === 'yes-no' && words.length === 0) return yesNo
  if (kind === 'points' && plain.length === 0 && isWhole) return { kind, full: marks ?? full }
  const [a, b] = numbers
  if (kind === 'linear' && numbers.length === 2 && isWhole && a !== b) return { kind, zero: a!, full: b! }
  if (kind === 'deduct' && isWhole && a! > 0 && (plain.length === 1 || plain[1] === 'least'))
    return { kind: 'deduction', full: marks ?? full, perUnit: a!, ...(b === undefined ? {} : { least: b }) }
  if (kind === 'steps') {
    const steps = plain.map((word) => word.split(':').map(Number))
    const isRead = steps.length > 0 && steps.every((step) => step.length === 2 && step.every(Number.isFinite))
    const most = Math.max(...steps.map(([, points]) => points ?? 0))
    if (isRead && (marks ?? most) > 0)
      return {
        kind,
        full: marks ?? most,
        steps: steps.map(([from, points]) => ({ from: from!, points: points! })),
      }
  }
  return { fault: unreadable(text) }
}

const yesNo: EnteredRule = {
  kind: 'choice',
  full: 1,
  options: [
    { value: 1, name: { vi: 'Có', en: 'Yes' }, points: 1 },
    { value: 0, name: { vi: 'Không', en: 'No' }, points: 0 },
  ],
}

const unreadable = (text: string): Sentence => ({
  vi: `không hiểu cách cho điểm “${text}”. Hãy viết như một trong các ví dụ: điểm; số 0 100; bậc 0:0 50:0,5 80:1; trừ 0,5; có-không; giữ.`,
  en: `the rule “${text}” cannot be read. Write it like one of: points; linear 0 100; steps 0:0 50:0.5 80:1; deduct 0.5; yes-no; keep.`,
})
