// Which unit a cell of a spreadsheet means: by id, code or name, however the name is written.
import { foldName } from '#lib/contacts/fold-name'

type Unit = { id: string; code: string; name: string; nameEn: string }
export type UnitFinder = (text: string) => string | null

/** "Xã Phước Thái", "phuoc thai" and the code all find it. A name that two units share finds none. */
export function unitFinder(units: readonly Unit[]): UnitFinder {
  const found = new Map<string, string | null>()
  const add = (key: string, id: string) => found.set(key, found.has(key) && found.get(key) !== id ? null : id)
  for (const unit of units) {
    for (const key of [unit.id, unit.code]) add(key.toLowerCase(), unit.id)
    for (const name of [unit.name, unit.nameEn]) {
      add(foldName(name), unit.id)
      add(withoutKind(name), unit.id)
    }
  }
  return (text) =>
    found.get(text.toLowerCase()) ?? found.get(foldName(text)) ?? found.get(withoutKind(text)) ?? null
}

const withoutKind = (name: string) =>
  foldName(name).replace(/^(xa|phuong|thi tran|huyen|tinh|thanh pho) /, '')
