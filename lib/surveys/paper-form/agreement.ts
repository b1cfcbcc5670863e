// How well two people agree who keyed in the same sheets: per field and over all, the share that differs. The error rate of
// one person is about half of it; offices act on questions that stand out (bad print, unclear codes).
import { differingFields, type KeyedSheet } from '#lib/surveys/paper-form/keyed-sheet'

export type FieldAgreement = { key: string; compared: number; different: number }
export type Agreement = { sheets: number; compared: number; different: number; fields: FieldAgreement[] }

/** Compares pairs of sheets. A field counts where at least one of the two typed something. */
export function measureAgreement(pairs: [KeyedSheet, KeyedSheet][]): Agreement {
  const fields = new Map<string, FieldAgreement>()
  for (const [one, other] of pairs) {
    const different = new Set(differingFields(one, other))
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      if (!one[key]?.trim() && !other[key]?.trim()) continue
      const field = fields.get(key) ?? { key, compared: 0, different: 0 }
      field.compared += 1
      if (different.has(key)) field.different += 1
      fields.set(key, field)
    }
  }
  const all = [...fields.values()]
  const sum = (part: 'compared' | 'different') => all.reduce((total, field) => total + field[part], 0)
  return { sheets: pairs.length, compared: sum('compared'), different: sum('different'), fields: all }
}
