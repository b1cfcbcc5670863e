// Which column of somebody's spreadsheet holds what, guessed from its head line. The officer sees the guess and may change it
// before anything is read.
import { foldName } from '#lib/contacts/fold-name'
import type { XlsxValue } from '#lib/imports/read-xlsx'

/**
 * Field -> number of the column, from 0; every column is used once, a field without a column is absent. `known` are the
 * words for each field, without accents, the most certain first; whole heads are tried before parts of heads.
 */
export function guessMapping<Field extends string>(
  head: readonly XlsxValue[],
  fields: readonly Field[],
  known: Record<Field, readonly string[]>,
): Partial<Record<Field, number>> {
  const heads = head.map((text) => foldName(String(text ?? '')))
  const mapping: Partial<Record<Field, number>> = {}
  const taken = new Set<number>()
  for (const isExact of [true, false])
    for (const field of fields) {
      if (mapping[field] !== undefined) continue
      const at = findColumn(heads, known[field], isExact, taken)
      if (at === undefined) continue
      mapping[field] = at
      taken.add(at)
    }
  return mapping
}

function findColumn(heads: string[], words: readonly string[], isExact: boolean, taken: Set<number>) {
  for (const word of words) {
    const fits = (head: string) => (isExact ? head === word : ` ${head} `.includes(` ${word} `))
    const at = heads.findIndex((head, column) => !taken.has(column) && fits(head))
    if (at >= 0) return at
  }
  return undefined
}
