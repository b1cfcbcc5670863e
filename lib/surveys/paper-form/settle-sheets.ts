// From what people keyed in to one reading per sheet: in a stack keyed in once, that reading; in one keyed in twice, both
// when they agree, or what was agreed on after they differed. Nothing is chosen in silence.
import { differingFields, type KeyedSheet } from '#lib/surveys/paper-form/keyed-sheet'

export type KeyedEntry = {
  sheet: number
  /** 1 and 2: two people; 0: what was agreed on. */
  pass: number
  keyed: KeyedSheet
  /** '' or why the sheet counts for nothing. */
  voidReason: string
}

export type SettledSheet = Pick<KeyedEntry, 'sheet' | 'keyed' | 'voidReason'>
export type SheetPair = { sheet: number; first: KeyedEntry; second: KeyedEntry; agreed?: KeyedEntry }

export type SettledSheets = {
  settled: SettledSheet[]
  /** Keyed in twice, differently, and not agreed on. */
  differing: SheetPair[]
  /** Keyed in by one person only, where two are asked for. */
  once: number[]
  /** Every sheet that two people keyed in. */
  pairs: SheetPair[]
}

export function settleSheets(entries: KeyedEntry[], isDouble: boolean): SettledSheets {
  const result: SettledSheets = { settled: [], differing: [], once: [], pairs: [] }
  for (const sheet of [...new Set(entries.map((entry) => entry.sheet))].sort((a, b) => a - b)) {
    const reading = (pass: number) => entries.find((entry) => entry.sheet === sheet && entry.pass === pass)
    const [first, second, agreed] = [reading(1), reading(2), reading(0)]
    if (first && second) result.pairs.push({ sheet, first, second, agreed })
    if (agreed) result.settled.push(settled(agreed))
    else if (!isDouble) result.settled.push(settled((first ?? second)!))
    else if (!first || !second) result.once.push(sheet)
    else if (isSame(first, second)) result.settled.push(settled(first))
    else result.differing.push({ sheet, first, second })
  }
  return result
}

export function isSame(one: KeyedEntry, other: KeyedEntry): boolean {
  return one.voidReason === other.voidReason && differingFields(one.keyed, other.keyed).length === 0
}

const settled = ({ sheet, keyed, voidReason }: KeyedEntry): SettledSheet => ({ sheet, keyed, voidReason })
