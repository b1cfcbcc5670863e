// Who stands in a file twice, or in the list already. The same address or number is one person and is refused; the same name
// in one unit may be two people, so it only warns.
import type { RowFault } from '#lib/contacts/read-contacts'

/** Keyed hashes of a person (lib/contacts/sealed-contact), in one unit. */
export type PersonKeys = {
  unitId: string
  nameKey: string | null
  emailKey: string | null
  phoneKey: string | null
}

/** `refused`: rows that would bring somebody in a second time; `warned`: rows to look at. Rows of `rows` are compared in order. */
export function findDuplicates(
  rows: readonly (PersonKeys & { row: number })[],
  known: readonly PersonKeys[],
): { refused: RowFault[]; warned: RowFault[] } {
  const refused: RowFault[] = []
  const warned: RowFault[] = []
  /** Row of the first who has it; 0: somebody of the list. */
  const seen = new Map<string, number>()
  for (const one of known) for (const key of keys(one)) seen.set(key.key, 0)
  for (const one of rows) {
    const found = keys(one).find(({ key, isSure }) => isSure && seen.has(key))
    const alike = keys(one).find(({ key, isSure }) => !isSure && seen.has(key))
    if (found)
      refused.push({ row: one.row, field: found.field, ...samePerson(found.field, seen.get(found.key)!) })
    else if (alike) warned.push({ row: one.row, field: 'name', ...sameName(seen.get(alike.key)!) })
    for (const { key } of keys(one)) if (!seen.has(key)) seen.set(key, one.row)
  }
  return { refused, warned }
}

function keys({ unitId, nameKey, emailKey, phoneKey }: PersonKeys) {
  return [
    ...(emailKey ? [{ key: `email ${emailKey}`, field: 'email' as const, isSure: true }] : []),
    ...(phoneKey ? [{ key: `phone ${phoneKey}`, field: 'phone' as const, isSure: true }] : []),
    ...(nameKey ? [{ key: `name ${unitId} ${nameKey}`, field: 'name' as const, isSure: false }] : []),
  ]
}

const where = (row: number) =>
  row === 0
    ? { vi: 'đã có trong danh sách', en: 'is in the list already' }
    : { vi: `đã có ở dòng ${row}`, en: `stands in row ${row} already` }

function samePerson(field: 'email' | 'phone' | 'name', row: number) {
  const place = where(row)
  return field === 'email'
    ? {
        vi: `địa chỉ e-mail này ${place.vi}. Hãy xóa dòng thừa hoặc sửa địa chỉ.`,
        en: `this e-mail address ${place.en}. Delete one row or mend the address.`,
      }
    : {
        vi: `số điện thoại này ${place.vi}. Hãy xóa dòng thừa hoặc sửa số.`,
        en: `this telephone number ${place.en}. Delete one row or mend the number.`,
      }
}

function sameName(row: number) {
  const place = where(row)
  return {
    vi: `họ tên này (không kể dấu, chữ hoa) ${place.vi} trong cùng đơn vị. Nếu là một người, hãy xóa dòng thừa.`,
    en: `this name (accents and case aside) ${place.en} in the same unit. If it is one person, delete one row.`,
  }
}
