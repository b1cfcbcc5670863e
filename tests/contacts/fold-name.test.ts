import { expect, it } from 'vitest'
import { foldName } from '#lib/contacts/fold-name'

it.each([
  ['Đàng Thị  Mai', 'dang thi mai'],
  ['ĐÀNG THỊ MAI', 'dang thi mai'],
  ['  Đàng Thị Mai ', 'dang thi mai'],
  ['Nguyễn Văn Ướt-Ữ', 'nguyen van uot u'],
  ['Nguyễn'.normalize('NFD'), 'nguyen'],
])('folds “%s” to “%s”', (name, folded) => expect(foldName(name)).toBe(folded))

it('keeps different names apart', () => {
  expect(foldName('Trần Văn An')).not.toBe(foldName('Trần Văn Anh'))
})
