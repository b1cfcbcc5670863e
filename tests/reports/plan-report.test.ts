import { describe, expect, test } from 'vitest'
import { planBody } from '#lib/campaigns/plan-body'
import { planReport } from '#lib/reports/plan-report'
import { textOfCell } from '#lib/reports/report'
import { reformChannels } from '../support/reform-channels'

const letterhead = {
  parent: '',
  agency: 'Ủy ban nhân dân xã An Hải',
  number: '……/KH-UBND',
  place: 'An Hải',
  day: '',
}
const facts = (body: object) => ({
  body: planBody.parse(body),
  year: 2026,
  state: '',
  isSample: false,
  channels: reformChannels.channels,
  targetGroups: reformChannels.targetGroups ?? [],
  areas: [{ code: 'digital', name: { vi: 'Chính quyền số', en: 'Digital government' } }],
  units: new Map([['xa-1', 'Xã Một']]),
})
const whole = {
  number: '12/KH-UBND',
  title: 'Kế hoạch 2026',
  contents: [{ area: 'digital', texts: ['Nộp hồ sơ qua mạng'], legalTexts: ['09-NQ/TU'] }],
  duties: [{ office: 'Phòng Nội vụ', text: 'Theo dõi', dueOn: '2026-12-05' }],
  unitPlansDueOn: '2026-03-31',
  items: [
    {
      code: 'v1',
      title: 'Phát loa',
      channel: 'loudspeaker',
      areas: ['digital'],
      targetGroups: ['citizens'],
      where: ['xa-1'],
      from: '2026-03',
      to: '2026-04',
      amounts: { broadcasts: 1200 },
      cost: 1_500_000,
      office: 'Văn hóa',
    },
    { code: 'v2', title: 'Tờ rơi', channel: 'leaflet', from: '2026-05', to: '2026-05', cost: 500_000 },
  ],
}

describe('a plan as a document', () => {
  test('says everything that stands in the plan, each item in a row, with the sum of the money', () => {
    const report = planReport(facts(whole), letterhead, 'vi')
    expect(report.letterhead.number).toBe('12/KH-UBND')
    const words = JSON.stringify(report.blocks)
    for (const text of ['Nộp hồ sơ qua mạng', '09-NQ/TU', 'chậm nhất 5/12/2026', 'chậm nhất 31/3/2026'])
      expect(words).toContain(text)
    const [annex] = report.annex
    const rows = annex?.type === 'table' ? annex.table.rows.map((row) => row.map(textOfCell)) : []
    expect(rows[0]).toEqual([
      '1',
      'Phát loa',
      'Loa truyền thanh xã, thôn',
      'Chính quyền số',
      'Người dân',
      'Xã Một',
      '3/2026 – 4/2026',
      '1.200 buổi phát',
      '1.500.000',
      'Văn hóa',
    ])
    expect(rows[1]?.slice(5, 8)).toEqual(['cả địa bàn', '5/2026', ''])
    expect(rows[2]?.[8]).toBe('2.000.000')
    expect(rows.every((row) => row.length === 10)).toBe(true)
    const shares = annex?.type === 'table' ? annex.table.columns.map(({ share }) => share ?? 0) : []
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
  })

  test('leaves out what the plan does not say, and numbers what is left', () => {
    const { blocks, annex, letterhead: head } = planReport(facts({ goals: ['Dân biết'] }), letterhead, 'vi')
    expect(blocks).toEqual([
      { type: 'heading', level: 1, text: 'I. Mục tiêu' },
      { type: 'list', items: ['Dân biết'] },
    ])
    expect(annex).toEqual([])
    expect(head.number).toBe('……/KH-UBND')
  })

  test('is marked on every page while it is a draft or a sample', () => {
    const report = planReport({ ...facts(whole), state: 'Đang soạn', isSample: true }, letterhead, 'vi')
    expect(report.mark).toBe('Đang soạn · Dữ liệu mẫu, không phải kế hoạch thật')
  })
})
