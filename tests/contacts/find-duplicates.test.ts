import { describe, expect, it } from 'vitest'
import { findDuplicates } from '#lib/contacts/find-duplicates'
import { keysOf } from '#lib/contacts/sealed-contact'

const person = (name: string, more: { email?: string; phone?: string; unitId?: string } = {}) => {
  const { unitId = 'u1', email = '', phone = '' } = more
  return { unitId, ...keysOf({ name, title: '', address: '', email, phone }) }
}
const rows = (...people: ReturnType<typeof person>[]) => people.map((one, at) => ({ ...one, row: at + 2 }))

describe('duplicates', () => {
  it('by address or number are refused, in the file and against the list, whatever the case', () => {
    const { refused } = findDuplicates(
      rows(
        person('Mai', { email: 'Mai@example.vn' }),
        person('Khác', { email: 'mai@example.vn' }),
        person('An', { phone: '+84912345678' }),
      ),
      [person('Bình', { phone: '+84912345678', unitId: 'u2' })],
    )
    expect(refused.map(({ row, field }) => [row, field])).toEqual([
      [3, 'email'],
      [4, 'phone'],
    ])
    expect(refused[0]!.vi).toContain('dòng 2')
    expect(refused[1]!.vi).toContain('trong danh sách')
  })

  it('by name only warn, without accents and case, inside one unit', () => {
    const { refused, warned } = findDuplicates(
      rows(person('Đàng Thị Mai'), person('DANG THI MAI'), person('Dang Thi Mai', { unitId: 'u2' })),
      [person('đàng thị  mai', { unitId: 'u3' })],
    )
    expect(refused).toEqual([])
    expect(warned.map(({ row }) => row)).toEqual([3])
  })
})
