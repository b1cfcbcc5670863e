// What somebody keys in from a sheet: a short text per field, exactly as typed. Two people who read the same marks type
// the same, so that comparing them needs no knowledge of the form.

/** By key of the field. No entry: the respondent left it empty. */
export type KeyedSheet = Record<string, string>

/** Marks that cannot be decided (two boxes ticked where one was asked for, not readable): no answer, and counted. */
export const unclearMark = '*'

/** Why a sheet counts for nothing. */
export const voidReasons = ['blank', 'minor', 'refused', 'damaged', 'other'] as const

/** The same marks in the same words: white space at the ends and the order of several boxes do not matter. */
export function tidySheet(keyed: KeyedSheet): KeyedSheet {
  const tidy = Object.entries(keyed).flatMap(([key, text]) => {
    const words = text.normalize('NFC').trim().replace(/\s+/g, ' ')
    return words ? [[key, /^\d+(\+\d+)+$/.test(words) ? inOrder(words) : words] as const] : []
  })
  return Object.fromEntries(tidy.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const inOrder = (codes: string) =>
  [...new Set(codes.split('+'))].sort((a, b) => Number(a) - Number(b)).join('+')

/** The keys at which two sheets differ. */
export function differingFields(one: KeyedSheet, other: KeyedSheet): string[] {
  const [first, second] = [tidySheet(one), tidySheet(other)]
  const keys = new Set([...Object.keys(first), ...Object.keys(second)])
  return [...keys].filter((key) => first[key] !== second[key])
}
