import { describe, expect, it } from 'vitest'
import type { IndexFile } from '#lib/definitions/index-file'
import { type Report, textOfCell } from '#lib/reports/report'
import type { RoundFacts } from '#lib/reports/round-facts'
import { roundReport } from '#lib/reports/round-report'
import { askedCriteria } from '#lib/rounds/asked-criteria'
import { compareLines } from '#lib/rounds/compare-lines'
import type { Answer } from '#lib/rounds/round-event'
import type { ResultLine } from '#lib/rounds/round-result'
import type { Cell } from '#lib/scoring/cell'
import { levelCells } from '../support/golden-cells'
import { roundIndex } from '../support/round-index'
import { smallReport } from './small-report'

const asked = askedCriteria(roundIndex)
const figure = (value: number): Answer => ({ kind: 'figure', value })
const line = (criterion: string, self: Answer | null, given: Partial<ResultLine> = {}): ResultLine => ({
  ...{ criterion, self, appraised: self, reason: '', explanation: null, second: null, secondReason: '' },
  ...{ standing: self, evidence: 1 },
  ...given,
})
const lines = (tasks: ResultLine) => [tasks, line('plan', figure(1)), line('late_reports', figure(0))]
const cellOf = (unit: string, criterion: string, given: Partial<Cell>): Cell => ({
  ...levelCells[0]!,
  ...{ unit, criterion, period: '2024', scale: 'points', flags: [], low: null, high: null },
  ...{ standardError: null, degreesOfFreedom: null, maximum: 100, status: 'ok' },
  ...given,
})
const sampled = (unit: string, value: number, standardError: number) =>
  cellOf(unit, 'round-index', {
    ...{ value, standardError, degreesOfFreedom: 30 },
    ...{ low: value - 2 * standardError, high: value + 2 * standardError },
  })
const unit = (id: string, total: Cell | null, given: Partial<RoundFacts['units'][number]> = {}) => {
  const own = given.lines ?? lines(line('tasks', figure(90)))
  return {
    ...{ id, code: id, name: `Xã ${id}`, nameEn: `${id} commune`, step: 'settled' as const, handedInLate: 0 },
    ...{ lines: own, total },
    compared: compareLines(asked, (code) => {
      const found = own.find(({ criterion }) => criterion === code)
      return { self: found?.self ?? null, standing: found?.standing ?? null }
    }),
    ...given,
  }
}

function factsOf(given: Partial<RoundFacts> = {}): RoundFacts {
  const day = new Date('2025-01-15T10:00:00Z')
  const units = given.units ?? [
    unit('a', sampled('a', 84, 2)),
    unit('b', sampled('b', 83, 2)),
    unit('c', sampled('c', 40, 2)),
  ]
  return {
    round: {
      ...{ title: 'Chấm điểm năm 2024', titleEn: 'Scoring 2024', year: 2024, isSample: false },
      deadlines: { 'self-scoring': day, appraisal: day, explanation: day, 'second-appraisal': day },
    },
    ...{ index: roundIndex, asked, units, waves: [], isExtract: false },
    appraiser: { name: 'Huyện Ninh Phước', nameEn: 'Ninh Phước district' },
    cells: units.flatMap(({ total }) => (total ? [total] : [])),
    revisions: [{ number: 1, at: day, actorName: 'Nguyễn An', reason: '', differences: [] }],
    ...given,
  }
}

const reportOf = (given?: Partial<RoundFacts>, language: 'vi' | 'en' = 'vi') =>
  roundReport(factsOf(given), smallReport.letterhead, language)
const textOf = (report: Report) => JSON.stringify(report)
const tables = ({ blocks, annex }: Report) =>
  [...blocks, ...annex].flatMap((block) => (block.type === 'table' ? [block.table] : []))
const rowsOf = (report: Report, caption: RegExp) =>
  tables(report)
    .find((table) => caption.test(table.caption))!
    .rows.map((row) => row.map(textOfCell))

describe('the report on a round', () => {
  it('gives no bare rank: units whose errors overlap share their ranks and name each other', () => {
    expect(rowsOf(reportOf(), /^Bảng 1\. Điểm, xếp loại/)).toEqual([
      ['1', 'Xã a', '84,00', '80,00 – 88,00', 'Tốt', '1 – 2', '2'],
      ['2', 'Xã b', '83,00', '79,00 – 87,00', 'Tốt', '1 – 2', '1'],
      ['3', 'Xã c', '40,00', '36,00 – 44,00', 'Trung bình', '3', '–'],
    ])
  })

  it('ranks entered figures without an error, and lets equal scores share a rank', () => {
    const exact = (id: string, value: number) =>
      unit(id, cellOf(id, 'round-index', { value, flags: ['exact'] }))
    const report = reportOf({ units: [exact('a', 90), exact('b', 80), exact('c', 80 - 1e-13)] })
    expect(rowsOf(report, /^Bảng 1\./).map((row) => row.slice(5))).toEqual([
      ['1', '–'],
      ['2 – 3', '3'],
      ['2 – 3', '2'],
    ])
    expect(report.blocks.some((block) => block.type === 'chart' && block.chart === 'ranking')).toBe(true)
  })

  it('ranks nobody where a survey was no sample, and says that the order is no rank', () => {
    const open = (id: string, value: number) =>
      unit(id, cellOf(id, 'round-index', { value, status: 'no-design' }))
    const report = reportOf({ units: [open('a', 90), open('b', 80)] })
    expect(rowsOf(report, /^Bảng 1\./).map((row) => row.slice(5))).toEqual([
      ['–', '–'],
      ['–', '–'],
    ])
    expect(textOf(report)).toContain('STT không phải là thứ hạng')
  })

  it('tells every change: both answers, the reason, what the unit said, and what came of it', () => {
    const changed = line('tasks', figure(90), {
      ...{ appraised: figure(80), reason: 'Thiếu minh chứng', standing: figure(85) },
      explanation: { isContested: true, text: 'Đã bổ sung' },
      ...{ second: figure(85), secondReason: 'Nhận một phần' },
    })
    const report = reportOf({ units: [unit('a', sampled('a', 84, 2), { lines: lines(changed) })] })
    expect(rowsOf(report, /lý do$/)).toEqual([
      [
        'Xã a',
        'Nhiệm vụ đúng hạn',
        '90 % (54,00 điểm)',
        '85 % (51,00 điểm)',
        'Thẩm định lần 1, 80 % (48,00 điểm): Thiếu minh chứng. Đơn vị không đồng ý: Đã bổ sung. Thẩm định lần 2, 85 % (51,00 điểm): Nhận một phần.',
      ],
    ])
    expect(textOf(report)).toContain('xem xét 3 mục tự chấm kèm 3 tệp tài liệu kiểm chứng, đổi 1 mục')
    expect(rowsOf(report, /trung bình theo tiêu chí/)[0]).toEqual([
      ...['Nhiệm vụ đúng hạn', '60,00', '54,00', '48,00', '51,00', '1', '1'],
    ])
  })

  it('names who was late or never handed in, and every criterion that does not apply or has no figure', () => {
    const own = [
      line('tasks', figure(90), { appraised: null, standing: null }),
      line('plan', { kind: 'not-applicable' }),
      line('late_reports', { kind: 'no-figure' }),
    ]
    const late = unit('a', null, { lines: own, handedInLate: 5, step: 'appraisal' })
    const never = unit('b', null, { lines: [], handedInLate: null, step: 'self-scoring' })
    const cells = [
      cellOf('a', 'tasks', { value: null, status: 'missing' }),
      cellOf('a', 'plan', { value: null, status: 'not-applicable' }),
      cellOf('a', 'late_reports', { value: null, status: 'missing' }),
    ]
    const report = reportOf({ units: [late, never], cells })
    expect(rowsOf(report, /không áp dụng/)).toEqual([
      ['Xã a', 'chưa được thẩm định', 'Nhiệm vụ đúng hạn'],
      ['Xã a', 'không áp dụng', 'Có kế hoạch'],
      ['Xã a', 'chưa có số liệu', 'Báo cáo chậm'],
    ])
    expect(textOf(report)).toContain('Xã a: nộp muộn 5 ngày; chốt khi đang ở bước “Thẩm định lần 1”')
    expect(textOf(report)).toContain('Xã b: chưa nộp')
  })

  it('lists corrections with their reason and what each made different', () => {
    const [before, after] = [sampled('a', 84, 2), sampled('a', 81, 2)]
    const at = new Date('2025-04-15T03:00:00Z')
    const report = reportOf({
      revisions: [
        { number: 1, at, actorName: 'Nguyễn An', reason: '', differences: [] },
        {
          ...{ number: 2, at, actorName: 'Trần Bình', reason: 'đếm hai lần' },
          differences: [{ unit: 'a', criterion: 'round-index', before, after }],
        },
      ],
    })
    expect(rowsOf(report, /khác bản trước/)).toEqual([
      ['2', 'Xã a', 'Bộ tiêu chí thử', '84,00', '81,00', '-3,00'],
    ])
    expect(textOf(report)).toContain('Bản 2, 15/4/2025, Trần Bình: đếm hai lần')
  })

  it('says which points no official text prescribes', () => {
    const withBasis = (document: string | null, ofPlan: string | null): IndexFile => {
      const [direction, reports] = structuredClone(roundIndex.criteria)
      direction!.children![1]!.basis = { document: ofPlan }
      return { ...roundIndex, basis: { document }, criteria: [direction!, reports!] }
    }
    expect(textOf(reportOf({ index: withBasis(null, null) }))).toContain('chưa theo quyết định nào')
    const some = textOf(reportOf({ index: withBasis('876/QĐ-BNV', null) }))
    expect(some).toContain('Chưa có văn bản (điểm là thiết lập): Có kế hoạch.')
    expect(some).toContain('Văn bản quy định điểm: 876/QĐ-BNV.')
    expect(some).toContain('Có kế hoạch *')
    const all = textOf(reportOf({ index: withBasis('876/QĐ-BNV', '1461/QĐ-UBND') }))
    expect(all).toContain('876/QĐ-BNV; 1461/QĐ-UBND')
    expect(all).not.toMatch(/[Cc]hưa có văn bản/)
  })

  it('fits a page with many units: columns and pictures are cut into parts, none left out', () => {
    const many = Array.from({ length: 30 }, (_, at) => unit(`u${at}`, sampled(`u${at}`, 90 - at, 2)))
    const areas = many.flatMap(({ id }) =>
      ['direction', 'reports'].map((code) => cellOf(id, code, { value: 10 })),
    )
    const report = reportOf({ units: many, cells: areas })
    const byArea = tables(report).filter(({ caption }) => caption.includes('Điểm theo lĩnh vực'))
    expect(byArea.map(({ columns }) => columns.length - 2)).toEqual([8, 8, 8, 6])
    expect(byArea.at(-1)!.columns.at(-1)!.head).toBe('30')
    const pictures = report.blocks.flatMap((block) => (block.type === 'chart' ? [block] : []))
    expect(pictures.map(({ chart }) => chart)).toEqual(['ranking', 'ranking', 'heat-map', 'heat-map'])
  })

  it('numbers its tables without a gap, and speaks English from head to foot when asked', () => {
    const captions = tables(reportOf()).map(({ caption }) => Number(/^Bảng (\d+)\./.exec(caption)?.[1]))
    expect(captions).toEqual(captions.map((_, at) => at + 1))
    const english = textOf(reportOf({}, 'en')).replaceAll(/Huyện Ninh Phước|UBND[^"]*/g, '')
    expect(english).toContain('Cannot be told apart')
    expect(english).not.toMatch(/Bảng|Đơn vị|Điểm|không|Xã /)
  })
})
