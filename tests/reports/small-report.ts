// A report with every kind of block, for the tests of its writers.
import type { Report } from '#lib/reports/report'
import { labels, levelCells } from '../support/golden-cells'

export const smallReport: Report = {
  language: 'vi',
  letterhead: {
    parent: 'UBND tỉnh Ninh Thuận',
    agency: 'UBND huyện Ninh Phước',
    number: '12/BC-UBND',
    place: 'Ninh Phước',
    day: '2024-02-05',
  },
  kind: 'Báo cáo',
  subject: 'Kết quả chấm điểm <năm> & "thử"',
  addressees: ['Sở Nội vụ'],
  blocks: [
    { type: 'heading', level: 1, text: 'I. Kết quả' },
    { type: 'heading', level: 2, text: '1. Chung' },
    { type: 'paragraph', text: 'Có 3 đơn vị.' },
    { type: 'list', items: ['một việc', 'hai việc'] },
    {
      type: 'table',
      table: {
        caption: 'Bảng 1. Điểm',
        columns: [
          { head: 'Đơn vị', share: 0.5 },
          { head: 'Điểm', isNumber: true },
        ],
        rows: [
          ['Xã Phước Hậu', '82,3'],
          ['=1+1', '61,2'],
        ],
        note: 'Không cộng số đã làm tròn.',
      },
    },
    {
      type: 'chart',
      chart: 'ranking',
      cells: levelCells.filter(({ criterion }) => criterion === 'access'),
      labels,
      caption: 'Hình 1. Xếp hạng',
    },
  ],
  annex: [{ type: 'paragraph', text: 'Từng tiêu chí.' }],
  signature: { authority: 'TM. UBND', position: 'Chủ tịch', name: 'Nguyễn Văn A' },
  recipients: ['Như trên', 'Lưu: VT'],
  mark: 'Dữ liệu mẫu',
}
