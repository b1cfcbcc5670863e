// A small campaign for tests of reports: two channels, two areas, one plan.
import type { Activity } from '#lib/campaigns/activity'
import type { FactsInput } from '#lib/campaigns/make-period-facts'
import { periodDays } from '#lib/campaigns/period'
import { type PlanBody, planBody } from '#lib/campaigns/plan-body'
import type { Channel } from '#lib/definitions/channels-file'

const words = (vi: string) => ({ vi, en: `${vi} (en)` })
export const channels: Channel[] = [
  {
    ...{ code: 'loudspeaker', name: words('Loa'), output: words('buổi phát') },
    measures: [
      { code: 'broadcasts', name: words('buổi phát'), isSummed: true },
      { code: 'minutes', name: words('phút mỗi buổi'), isSummed: false },
    ],
  },
  {
    ...{ code: 'leaflet', name: words('Tờ rơi'), output: words('bản') },
    measures: [{ code: 'copies', name: words('bản'), isSummed: true }],
  },
]
const area = (code: string, vi: string) => ({ code, name: words(vi), short: words(vi), about: words(vi) })
export const areas = [area('procedures', 'Thủ tục'), area('digital', 'Chính phủ số')]

export const activity = (id: string, given: Partial<Activity>): Activity => ({
  ...{ unitId: 'u', id, version: 1, planItem: '', title: '', channel: 'loudspeaker', areas: ['procedures'] },
  ...{ targetGroups: [], village: '', startsOn: '2024-02-01', endsOn: '2024-02-01', amounts: {}, cost: 0 },
  ...{ link: '', note: '', isWithdrawn: false, reason: '', source: 'form' as const },
  ...{ recordedAt: new Date('2024-02-01T00:00:00Z'), recordedByName: 'Cán bộ' },
  ...given,
})

export const plan: PlanBody = planBody.parse({
  number: '12/KH-UBND',
  items: [
    {
      ...{ code: 'v1', title: 'Phát loa', channel: 'loudspeaker', from: '2024-01', to: '2024-12' },
      amounts: { broadcasts: 20, minutes: 15 },
    },
    {
      code: 'v2',
      title: 'Phát tờ rơi',
      channel: 'leaflet',
      from: '2024-03',
      to: '2024-03',
      amounts: { copies: 500 },
    },
    { code: 'v3', title: 'Thi tìm hiểu', channel: 'contest', from: '2024-10', to: '2024-10' },
  ],
})

export const factsInput = (given: Partial<FactsInput> = {}): FactsInput => ({
  unit: { id: 'u', name: 'Xã Phước Hậu', nameEn: 'Phuoc Hau commune' },
  parent: { id: 'd', name: 'Huyện Ninh Phước', nameEn: 'Ninh Phuoc district' },
  ...{ year: 2024, period: 'q1', days: periodDays(2024, 'q1', true), isCumulative: true, asOf: '2024-04-02' },
  ...{ plan, activities: [], withFiles: new Set<string>(), channels, areas, surveys: [], units: null },
  ...given,
})
