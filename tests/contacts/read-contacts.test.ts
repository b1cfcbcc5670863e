import { describe, expect, it } from 'vitest'
import { guessColumns } from '#lib/contacts/contact-columns'
import { readContacts } from '#lib/contacts/read-contacts'

const units = [
  { id: 'u-thai', code: '22870', name: 'Xã Phước Thái', nameEn: 'Phuoc Thai commune' },
  { id: 'u-hau', code: '22873', name: 'Xã Phước Hậu', nameEn: 'Phuoc Hau commune' },
]
const head = ['STT', 'Họ và tên', 'Chức vụ', 'E-mail', 'Số điện thoại', 'Xã/phường', 'Số lao động']

describe('columns of a spreadsheet', () => {
  it('are guessed from Vietnamese and English heads, each used once', () => {
    expect(guessColumns(head)).toEqual({ name: 1, title: 2, email: 3, phone: 4, unit: 5, size: 6 })
    expect(guessColumns(['Name', 'Phone', 'Email', 'Commune'])).toEqual({
      name: 0,
      phone: 1,
      email: 2,
      unit: 3,
    })
    expect(guessColumns(['Địa chỉ email', 'Địa chỉ', 'Họ tên'])).toEqual({ email: 0, address: 1, name: 2 })
  })
})

describe('rows of a spreadsheet', () => {
  const mapping = guessColumns(head)
  const read = (...rows: (string | number | null)[][]) => readContacts([head, ...rows], mapping, units, '')

  it('become people with folded numbers; the unit is found by name, code or id', () => {
    const { contacts, faults } = read(
      [1, ' Đàng  Thị Mai ', 'Đại biểu', 'mai@example.vn', 912345678, 'phuoc thai', 12],
      [2, 'Lê Văn An', null, null, null, 22873, null],
      [3, 'Lê Văn Bình', null, null, null, 'u-hau', '3,5'],
    )
    expect(faults).toEqual([])
    expect(contacts.map(({ unitId, size }) => [unitId, size])).toEqual([
      ['u-thai', 12],
      ['u-hau', null],
      ['u-hau', 3.5],
    ])
    expect(contacts[0]).toMatchObject({
      row: 2,
      person: { name: 'Đàng Thị Mai', title: 'Đại biểu', phone: '+84912345678', address: '' },
      language: 'vi',
    })
  })

  it('name every fault of a row at once, by the number that the spreadsheet shows', () => {
    const { contacts, faults } = read(
      [1, null, 'Đại biểu', 'mai@', '123', 'Phước Sơn', 0],
      [null, null, null, null, null, null, null],
      [3, 'Lê Văn An', null, null, null, null, null],
    )
    expect(contacts).toEqual([])
    expect(faults.map(({ row, field }) => [row, field])).toEqual([
      [2, 'email'],
      [2, 'phone'],
      [2, 'name'],
      [2, 'unit'],
      [2, 'size'],
      [4, 'unit'],
    ])
    expect(faults.every(({ vi, en }) => vi.length > 10 && en.length > 10)).toBe(true)
  })

  it('take the unit chosen for the whole file where there is no column', () => {
    const { contacts } = readContacts([['Họ tên'], ['An']], { name: 0 }, units, 'u-hau')
    expect(contacts[0]!.unitId).toBe('u-hau')
  })

  it('are not read before a column of names is chosen', () => {
    expect(readContacts([['a'], ['An']], {}, units, 'u-hau').faults[0]).toMatchObject({
      row: 1,
      field: 'name',
    })
  })

  it('never find a unit outside those of the officer', () => {
    const { faults } = readContacts(
      [head, [1, 'An', null, null, null, 'Phước Hậu', null]],
      mapping,
      [units[0]!],
      '',
    )
    expect(faults[0]!.field).toBe('unit')
  })
})
