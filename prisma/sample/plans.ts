// Sample plans of communication, written through the same record as real ones: the pilot's year 2024 with its nine communes
// (accepted, late, returned, waiting, missing), and the present year in the communes of today, one of which has not begun.
import type { Actor } from '#lib/access'
import { movePlan } from '#lib/campaigns/next-year'
import { type PlanBody, type PlanItem, planBody } from '#lib/campaigns/plan-body'
import { type PlanEventKind, type PlanStep, stepAfter } from '#lib/campaigns/plan-steps'
import { recordPlanEvent } from '#lib/db/campaign-plans'
import { communes } from './communes'
import { districtPlan } from './district-plan'

type Person = Pick<Actor, 'userId' | 'name'>
/** Month and day of the year, and what happened. */
type Deed = { on: string; kind: PlanEventKind; comment?: string }
type Course = { unitId: string; name: string; deeds: Deed[] }

const accepted = (sent: string, settled: string): Deed[] => [
  { on: sent, kind: 'submit' },
  { on: settled, kind: 'accept' },
]

/** How far each commune came in 2024; Phước Vinh (22912-1) never sent a plan. */
const courses2024: Course[] = [
  {
    unitId: '22870-1',
    name: 'thị trấn Phước Dân',
    deeds: [
      { on: '02-26', kind: 'submit' },
      {
        on: '03-01',
        kind: 'return',
        comment: 'Bổ sung việc dành cho hộ kinh doanh ở chợ và số buổi phát thanh.',
      },
      { on: '03-08', kind: 'submit' },
      { on: '03-12', kind: 'accept' },
    ],
  },
  { unitId: '22873-1', name: 'xã Phước Sơn', deeds: accepted('03-11', '03-18') },
  { unitId: '22876-1', name: 'xã Phước Thái', deeds: accepted('03-20', '03-25') },
  { unitId: '22879-1', name: 'xã Phước Hậu', deeds: accepted('03-04', '03-12') },
  { unitId: '22882-1', name: 'xã Phước Thuận', deeds: accepted('04-12', '04-17') },
  {
    unitId: '22888-1',
    name: 'xã An Hải',
    deeds: [
      { on: '03-28', kind: 'submit' },
      {
        on: '04-03',
        kind: 'return',
        comment: 'Chưa nêu ai chủ trì hội nghị thôn, kinh phí tờ rơi chưa có dự toán.',
      },
    ],
  },
  { unitId: '22891-1', name: 'xã Phước Hữu', deeds: accepted('03-06', '03-12') },
  { unitId: '22894-1', name: 'xã Phước Hải', deeds: [{ on: '03-29', kind: 'submit' }] },
]

/** The present year; Ninh Phước (22870-2) and Đông Hải (22780-2) have not begun. */
const coursesNow: Course[] = [
  { unitId: '22873-2', name: 'xã Phước Hậu', deeds: accepted('03-10', '03-16') },
  { unitId: '22891-2', name: 'xã Phước Hữu', deeds: [{ on: '03-30', kind: 'submit' }] },
  {
    unitId: '22888-2',
    name: 'xã Phước Dinh',
    deeds: [
      { on: '04-06', kind: 'submit' },
      {
        on: '04-09',
        kind: 'return',
        comment: 'Thêm nội dung về nộp hồ sơ trực tuyến cho ngư dân đi biển dài ngày.',
      },
    ],
  },
]

/** All plans; `officer` issues and settles, `now` dates the ones of this year. */
export async function storeSamplePlans(officer: Actor, now: Date): Promise<void> {
  await storeYear(officer, { year: 2024, issuer: '587-1', courses: courses2024 }, now)
  const year = now.getUTCFullYear()
  if (year <= 2025) return
  await storeCourse(
    officer,
    { unitId: '22870-2', name: 'xã Ninh Phước', deeds: accepted('07-15', '07-21') },
    2025,
    now,
  )
  await storeYear(officer, { year, issuer: '56-2', courses: coursesNow }, now)
}

type Year = { year: number; issuer: string; courses: Course[] }

async function storeYear(officer: Actor, { year, issuer, courses }: Year, now: Date): Promise<void> {
  const body = movePlan({ ...districtPlan, title: titleOf(issuer) }, 2024, year)
  await record(officer, { unitId: issuer, year }, { kind: 'issue', step: 'issued', body }, '01-18', now)
  for (const course of courses) await storeCourse(officer, course, year, now)
}

const titleOf = (issuer: string) =>
  issuer === '587-1'
    ? districtPlan.title
    : 'Kế hoạch tuyên truyền cải cách hành chính tỉnh Khánh Hòa năm 2024 (dữ liệu mẫu)'

async function storeCourse(officer: Actor, { unitId, name, deeds }: Course, year: number, now: Date) {
  const body = movePlan(communePlan(unitId, name), 2024, year)
  const scribe = { userId: `sample-${unitId}`, name: `Cán bộ ${name} (mẫu)` }
  let step: PlanStep = 'draft'
  for (const { on, kind, comment = '' } of deeds) {
    const isUnits = kind === 'submit'
    step = stepAfter(step, kind, false)
    const event = { kind, step, comment, body: isUnits ? body : null }
    await record(isUnits ? scribe : officer, { unitId, year }, event, on, now)
  }
}

type Event = { kind: PlanEventKind; step: PlanStep; comment?: string; body: PlanBody | null }

/** Nothing happened later than now. */
async function record(
  actor: Person,
  place: { unitId: string; year: number },
  { comment = '', ...event }: Event,
  on: string,
  now: Date,
) {
  const day = new Date(`${place.year}-${on}T09:00:00+07:00`)
  const at = day < now ? day : now
  await recordPlanEvent(actor, place, () => ({ ...event, comment }), { at, isSample: true })
}

/** Where the campaign ran, more is planned; village numbers differ from commune to commune. */
function communePlan(unitId: string, name: string): PlanBody {
  const at = Math.max(
    0,
    communes.findIndex((one) => one.unitId === unitId),
  )
  const isBusy = communes[at]?.hadCampaign ?? true
  const clusters = 5 + (at % 4)
  const items: Partial<PlanItem>[] = [
    {
      title: 'Phát loa: nộp hồ sơ qua mạng và qua bưu điện',
      channel: 'loudspeaker',
      areas: ['procedures', 'digital'],
      from: '2024-04',
      to: isBusy ? '2024-09' : '2024-06',
      amounts: { broadcasts: isBusy ? 48 : 20, minutes: 10, clusters },
      cost: isBusy ? 4_800_000 : 2_000_000,
      office: 'Công chức Văn hóa – Xã hội',
    },
    {
      title: 'Họp thôn: giấy tờ nào đã được bớt, gửi phản ánh ở đâu',
      channel: 'meeting',
      areas: ['procedures', 'direction'],
      place: `${clusters} thôn`,
      from: '2024-05',
      to: '2024-07',
      amounts: { sessions: clusters, attendances: clusters * 45 },
      cost: clusters * 500_000,
      office: 'Công chức Tư pháp – Hộ tịch',
    },
    {
      title: 'Tờ rơi hướng dẫn tài khoản định danh và dịch vụ công trực tuyến',
      channel: 'leaflet',
      areas: ['digital'],
      place: 'Bộ phận một cửa, chợ, trường học',
      from: '2024-05',
      to: '2024-05',
      amounts: { copies: isBusy ? 2000 : 500 },
      cost: isBusy ? 3_000_000 : 750_000,
      office: 'Văn phòng UBND xã',
    },
    {
      title: 'Ngày Pháp luật: vị trí việc làm và đạo đức công vụ',
      channel: 'law_day',
      areas: ['civil_service', 'organization'],
      targetGroups: ['officials'],
      from: '2024-11',
      to: '2024-11',
      amounts: { sessions: 1, attendances: 60 },
      cost: 1_500_000,
      office: 'Công chức Tư pháp – Hộ tịch',
    },
  ]
  if (isBusy)
    items.push({
      title: 'Bài đăng Zalo của xã: lịch làm việc, thủ tục, trả lời phản ánh',
      channel: 'social',
      areas: ['digital', 'institutions', 'public_finance'],
      targetGroups: ['citizens', 'youth'],
      from: '2024-03',
      to: '2024-12',
      amounts: { posts: 40, reach: 12_000 },
      cost: 0,
      office: 'Văn phòng UBND xã',
    })
  return planBody.parse({
    title: `Kế hoạch tuyên truyền cải cách hành chính ${name} năm 2024 (dữ liệu mẫu)`,
    budget: isBusy ? 20_000_000 : 10_000_000,
    items: items.map((item, number) => ({
      targetGroups: ['citizens'],
      ...item,
      code: `v${number + 1}`,
    })),
  })
}
