// A frame of villages from a spreadsheet or pasted text: unit, code, name, stratum, size. Every line that cannot be read is
// named with its number.
import type { VillageLine } from '#lib/contacts/draw-villages'
import { foldName } from '#lib/contacts/fold-name'
import type { Rows } from '#lib/imports/read-rows'
import type { Sentence } from '#lib/problem'

export type VillageFault = Sentence & { line: number }
type Unit = { id: string; code: string; name: string }

const heads = {
  unit: ['unit', 'don vi', 'xa', 'ma xa', 'ma don vi'],
  code: ['code', 'ma', 'ma thon'],
  name: ['name', 'ten', 'thon', 'ten thon', 'khu pho'],
  stratum: ['stratum', 'tang'],
  size: ['size', 'quy mo', 'so ho', 'so dan', 'so nguoi'],
}
type Field = keyof typeof heads

/** Columns may be called in Vietnamese or English; `stratum` may be missing. */
export function readVillages(
  rows: Rows,
  units: readonly Unit[],
): { villages: VillageLine[]; faults: VillageFault[] } {
  const head = (rows[0] ?? []).map((cell) => foldName(String(cell ?? '')))
  const columnOf = (field: Field) => head.findIndex((text) => heads[field].includes(text))
  const missing = (['unit', 'code', 'name', 'size'] as const).filter((field) => columnOf(field) < 0)
  if (missing.length > 0) return { villages: [], faults: [missingColumns(missing)] }
  const villages: VillageLine[] = []
  const faults: VillageFault[] = []
  const seen = new Set<string>()
  for (const [index, cells] of rows.entries()) {
    const text = (field: Field) => String(cells[columnOf(field)] ?? '').trim()
    if (index === 0 || cells.every((cell) => cell === null || cell === '')) continue
    const unit = units.find(
      (one) => [one.id, one.code].includes(text('unit')) || foldName(one.name) === foldName(text('unit')),
    )
    const size = Number(text('size').replace(',', '.'))
    const key = JSON.stringify([unit?.id, text('code')])
    const said = !unit
      ? noUnit(text('unit'))
      : !text('code')
        ? noCode
        : !(size > 0)
          ? noSize(text('size'))
          : seen.has(key)
            ? twice(text('code'))
            : null
    seen.add(key)
    if (said) faults.push({ line: index + 1, ...said })
    else
      villages.push({
        unitId: unit!.id,
        code: text('code'),
        name: text('name') || text('code'),
        stratum: text('stratum'),
        size,
      })
  }
  return { villages, faults }
}

const missingColumns = (columns: string[]): VillageFault => ({
  line: 1,
  vi: `thiếu cột ${columns.join(', ')}. Dòng đầu cần có: unit (đơn vị), code (mã thôn), name (tên), stratum (tầng, có thể bỏ), size (quy mô).`,
  en: `column ${columns.join(', ')} is missing. The first line needs: unit, code, name, stratum (may be left out), size.`,
})
const noUnit = (text: string): Sentence => ({
  vi: `không có đơn vị “${text}”.`,
  en: `there is no unit “${text}”.`,
})
const noCode: Sentence = { vi: 'thiếu mã thôn.', en: 'the code of the village is missing.' }
const noSize = (text: string): Sentence => ({
  vi: `quy mô “${text}” phải là số lớn hơn 0.`,
  en: `the size “${text}” must be a number above 0.`,
})
const twice = (code: string): Sentence => ({
  vi: `mã thôn “${code}” có hai lần trong cùng đơn vị.`,
  en: `village code “${code}” appears twice in the same unit.`,
})
