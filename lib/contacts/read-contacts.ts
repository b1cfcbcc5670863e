// The rows of a spreadsheet -> people, with every fault at its row and a word on how to mend it. Nothing is guessed inside a
// cell: what cannot be read is named, and the officer decides.

import { longestList, type Person } from '#lib/contacts/contact'
import { type ColumnField, columnFields, type Mapping } from '#lib/contacts/contact-columns'
import { foldName } from '#lib/contacts/fold-name'
import { normaliseEmail } from '#lib/contacts/normalise-email'
import { normalisePhone } from '#lib/contacts/normalise-phone'
import { cellText } from '#lib/imports/cell-text'
import type { ImportFault } from '#lib/imports/import-preview'
import type { Rows } from '#lib/imports/read-rows'
import { type UnitFinder, unitFinder } from '#lib/imports/unit-finder'
import type { Sentence } from '#lib/problem'

/** A person with the place in frames and draws. `row` counts from 1 as spreadsheets do; the head is row 1. */
export type ReadContact = {
  row: number
  person: Person
  unitId: string
  stratum: string
  cluster: string
  size: number | null
  language: string
}
export type RowFault = ImportFault<ColumnField>

type Unit = { id: string; code: string; name: string; nameEn: string }

/** `defaultUnit` is taken where the table has no column of units; `units` are those the officer may write to. */
export function readContacts(
  rows: Rows,
  mapping: Mapping,
  units: readonly Unit[],
  defaultUnit: string,
): { contacts: ReadContact[]; faults: RowFault[] } {
  const contacts: ReadContact[] = []
  const faults: RowFault[] = []
  if (mapping.name === undefined) return { contacts, faults: [noNameColumn] }
  const findUnit = unitFinder(units)
  for (const [index, cells] of rows.entries()) {
    if (index === 0 || cells.every((cell) => cell === null || String(cell).trim() === '')) continue
    if (contacts.length >= longestList) return { contacts, faults: [...faults, tooMany(index + 1)] }
    const text = (field: ColumnField) => cellText(cells, mapping[field])
    const read = readContact(text, findUnit, defaultUnit)
    if (read.faults.length > 0) faults.push(...read.faults.map((fault) => ({ ...fault, row: index + 1 })))
    else contacts.push({ ...read.contact, row: index + 1 })
  }
  return { contacts, faults }
}

type Text = (field: ColumnField) => string
type Fault = Omit<RowFault, 'row'>

/** One person from the texts of the fields; without faults the contact is whole. */
export function readContact(
  text: Text,
  findUnit: UnitFinder,
  defaultUnit: string,
): { contact: Omit<ReadContact, 'row'>; faults: Fault[] } {
  const faults: Fault[] = []
  const say = (field: ColumnField, sentence: Sentence) => void faults.push({ field, ...sentence })
  const email = normaliseEmail(text('email'))
  const phone = normalisePhone(text('phone'))
  if ('fault' in email) say('email', email.fault)
  if ('fault' in phone) say('phone', phone.fault)
  if (!text('name')) say('name', noName)
  for (const [field, longest] of longestTexts)
    if (text(field).length > longest) say(field, tooLong(text(field), longest))
  const unit = text('unit') ? findUnit(text('unit')) : defaultUnit
  if (!unit) say('unit', text('unit') ? noSuchUnit(text('unit')) : noUnit)
  const size = readSize(text('size'))
  if (size === undefined) say('size', noSize(text('size')))
  const language = readLanguage(text('language'))
  if (!language) say('language', noLanguage(text('language')))
  const person: Person = {
    name: text('name'),
    title: text('title'),
    email: 'email' in email ? email.email : '',
    phone: 'phone' in phone ? phone.phone : '',
    address: text('address'),
  }
  const [stratum, cluster] = [text('stratum'), text('cluster')]
  const contact = {
    person,
    unitId: unit || '',
    stratum,
    cluster,
    size: size ?? null,
    language: language || 'vi',
  }
  return { contact, faults }
}

const longestTexts: [ColumnField, number][] = [
  ['name', 120],
  ['title', 120],
  ['address', 250],
  ['stratum', 60],
  ['cluster', 60],
]

/** A number above 0, null for an empty cell, undefined for anything else. */
function readSize(text: string): number | null | undefined {
  if (text === '') return null
  const number = Number(text.replace(/\s/g, '').replace(/^(\d+),(\d+)$/, '$1.$2'))
  return Number.isFinite(number) && number > 0 ? number : undefined
}

function readLanguage(text: string): 'vi' | 'en' | null {
  const plain = foldName(text)
  if (['', 'vi', 'viet', 'tieng viet', 'vietnamese'].includes(plain)) return 'vi'
  return ['en', 'anh', 'tieng anh', 'english'].includes(plain) ? 'en' : null
}

/** The fields in the order in which faults and previews name them. */
export const fieldOrder = (field: RowFault['field']) => (field === 'row' ? -1 : columnFields.indexOf(field))

const noName = {
  vi: 'thiếu họ tên. Hãy điền họ tên hoặc xóa dòng này.',
  en: 'the name is missing. Fill it in or delete the row.',
}
const noUnit = {
  vi: 'thiếu đơn vị. Hãy điền tên hoặc mã đơn vị, hoặc chọn một đơn vị cho cả tệp.',
  en: 'the unit is missing. Fill in its name or code, or choose one unit for the whole file.',
}
const noSuchUnit = (text: string): Sentence => ({
  vi: `không tìm thấy đơn vị “${text}” trong các đơn vị bạn phụ trách. Hãy ghi tên xã hoặc mã như trên trang Đơn vị.`,
  en: `there is no unit “${text}” among those you look after. Write its name or code as on the page of units.`,
})
const noSize = (text: string): Sentence => ({
  vi: `quy mô “${text}” phải là số lớn hơn 0, không có dấu chấm ngăn hàng nghìn.`,
  en: `the size “${text}” must be a number above 0 without thousands separators.`,
})
const noLanguage = (text: string): Sentence => ({
  vi: `ngôn ngữ “${text}” không có thư mời; hãy ghi “vi” hoặc “en”.`,
  en: `there is no invitation in “${text}”; write “vi” or “en”.`,
})
const tooLong = (text: string, longest: number): Sentence => ({
  vi: `dài ${text.length} ký tự, tối đa ${longest}. Hãy rút gọn.`,
  en: `it has ${text.length} characters, at most ${longest} are kept. Shorten it.`,
})
const noNameColumn: RowFault = {
  row: 1,
  field: 'name',
  vi: 'chưa biết cột nào là họ tên. Hãy chọn cột ở phần “Cột nào là gì”.',
  en: 'no column is chosen for the name. Choose it under “Which column is what”.',
}
const tooMany = (row: number): RowFault => ({
  row,
  field: 'row',
  vi: `danh sách dài quá ${longestList.toLocaleString('vi')} người. Hãy chia thành nhiều danh sách.`,
  en: `the list has more than ${longestList.toLocaleString('en')} people. Split it into several lists.`,
})
