// Which column of somebody's spreadsheet holds what. A guess from the head line saves work; the officer sees it and may
// change it before anything is read.
import { guessMapping } from '#lib/imports/guess-mapping'
import type { XlsxValue } from '#lib/imports/read-xlsx'

export const columnFields = [
  'name',
  'title',
  'email',
  'phone',
  'address',
  'unit',
  'stratum',
  'cluster',
  'size',
  'language',
] as const
export type ColumnField = (typeof columnFields)[number]

/** Field -> number of the column, from 0. A field without a column is absent. */
export type Mapping = Partial<Record<ColumnField, number>>

/** What the heads of spreadsheets call each field, without accents; the first that fits wins. */
const known: Record<ColumnField, readonly string[]> = {
  name: ['ho va ten', 'ho ten', 'ten dai bieu', 'ten doanh nghiep', 'full name', 'name', 'ten'],
  title: ['chuc vu', 'chuc danh', 'vai tro', 'title', 'position'],
  email: ['e mail', 'email', 'thu dien tu', 'dia chi email', 'mail'],
  phone: ['so dien thoai', 'dien thoai', 'sdt', 'dtdd', 'di dong', 'phone', 'mobile', 'tel'],
  address: ['dia chi', 'noi o', 'dia chi lien he', 'address'],
  unit: ['don vi', 'ma don vi', 'xa', 'phuong', 'xa phuong', 'dia ban', 'unit', 'commune'],
  stratum: ['tang', 'nhom', 'to dai bieu', 'loai hinh', 'stratum', 'group'],
  cluster: ['cum', 'thon', 'khu pho', 'to dan pho', 'cluster', 'village'],
  size: ['quy mo', 'so lao dong', 'so ho', 'kich thuoc', 'size'],
  language: ['ngon ngu', 'tieng', 'language'],
}

/** The likely mapping of a head line; every column is used once. */
export const guessColumns = (head: readonly XlsxValue[]): Mapping => guessMapping(head, columnFields, known)
