import { expect, it } from 'vitest'
import { change } from '#lib/charts/change'
import type { IndexFile } from '#lib/definitions/index-file'
import { changeBlocks } from '#lib/reports/change-blocks'
import type { Cell } from '#lib/scoring/cell'
import sipas from '../../surveys/indexes/sipas.v1.json'
import { changeOfUnits, levelCells } from '../support/golden-cells'

const [up, down] = changeOfUnits as [Cell, Cell]
const merged: Cell = {
  ...up,
  unit: 'new',
  criterion: 'sipas',
  continuity: { rule: 'merged', units: ['hau', 'son'], parts: [], since: '2025-07-01' },
}
const gone: Cell = {
  ...down,
  unit: 'hau',
  criterion: 'sipas',
  value: null,
  low: null,
  high: null,
  status: 'not-comparable',
  continuity: { rule: 'continued', units: ['new'], parts: [], since: '2025-07-01' },
}
const compared = {
  index: sipas as unknown as IndexFile,
  wave: { id: 'w1', title: 'Đợt 2', titleEn: 'Wave 2' },
  baseline: { id: 'w0', title: 'Đợt 1', titleEn: 'Wave 1' },
  named: [
    { id: 'new', name: 'Xã Mới', nameEn: 'New commune' },
    { id: 'hau', name: 'Xã Phước Hậu', nameEn: 'Phước Hậu commune' },
    { id: 'son', name: 'Xã Phước Sơn', nameEn: 'Phước Sơn commune' },
  ],
  cells: [merged, gone],
  levels: [
    { ...levelCells[0]!, unit: 'new', criterion: 'sipas', period: 'w0', value: 71.26 },
    { ...levelCells[0]!, unit: 'new', criterion: 'sipas', period: 'w1', value: 77.46 },
  ],
}

it('writes both ends, the change and the rule of every unit that is not what it was', () => {
  const blocks = changeBlocks(compared, 'vi')
  const table = blocks.find((block) => block.type === 'table')!.table
  expect(table.rows).toEqual([
    ['Xã Mới', '71,3', '77,5', '+6,2', '+1,1 – +11,3'],
    ['Xã Phước Hậu', '–', '–', 'không so sánh được', '–'],
  ])
  expect(blocks.find((block) => block.type === 'list')!.items).toEqual([
    'Xã Mới: Gộp phiếu của Xã Phước Hậu và Xã Phước Sơn (nhập trọn vào đây từ 1/7/2025): số kỳ trước tính lại từ phiếu của các đơn vị này như một đơn vị, giữ thôn, tầng và quyền số của mẫu.',
    'Xã Phước Hậu: Đã nhập trọn vào Xã Mới từ 1/7/2025: xem ở đơn vị đó.',
  ])
})

it('draws no row for a unit that lives on within another of them', () => {
  const picture = changeBlocks(compared, 'en').find((block) => block.type === 'chart')
  if (picture?.type !== 'chart') throw new Error('no picture')
  expect(change.build(picture.cells, picture.labels).data.labels).toEqual(['New commune'])
})

it('writes nothing without cells', () => {
  expect(changeBlocks({ ...compared, cells: [] }, 'vi')).toEqual([])
})
