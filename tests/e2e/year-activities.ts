// What the commune of the story of a year does and records: each in a minute on a phone, with what proves it.
import type { Page } from 'playwright-core'

export type Deed = {
  /** The words of the channel, and its code. */
  channel: [words: string, code: string]
  title: string
  areas: string[]
  days: [first: string, last: string]
  amounts: Record<string, number>
  /** VND */
  cost: number
  /** The item of the plan that it carries out. */
  item?: string
  village?: string
  /** Proves it beside the photograph that goes with every activity. */
  link?: string
}

const loudspeaker: Deed['channel'] = ['Loa truyền thanh xã, thôn', 'loudspeaker']
const meeting: Deed['channel'] = ['Cuộc họp thôn, hội nghị, lớp tập huấn', 'meeting']
const leaflet: Deed['channel'] = ['Tờ rơi, tờ gấp', 'leaflet']

/** Of Quý I, as they stand in its report. */
export const firstDeeds: Deed[] = [
  {
    channel: loudspeaker,
    title: 'Phát loa: nộp hồ sơ qua mạng',
    areas: ['Chính quyền số'],
    days: ['2024-02-26', '2024-03-08'],
    amounts: { broadcasts: 20, minutes: 10, clusters: 8 },
    cost: 2_000_000,
    item: 'Tuyên truyền về Xây dựng và phát triển chính quyền điện tử, chính quyền số',
    link: 'https://phuocdan.example/loa/thang-3',
  },
  {
    channel: meeting,
    title: 'Họp khu phố: giấy tờ nào đã bớt',
    areas: ['Thủ tục hành chính', 'Chỉ đạo, điều hành'],
    days: ['2024-03-10', '2024-03-10'],
    amounts: { sessions: 2, attendances: 96 },
    cost: 900_000,
    item: 'Tuyên truyền về Cải cách thủ tục hành chính',
    village: 'Khu phố 3',
  },
  {
    channel: leaflet,
    title: 'Tờ gấp: hẹn trả kết quả',
    areas: ['Thủ tục hành chính'],
    days: ['2024-03-21', '2024-03-21'],
    amounts: { copies: 500 },
    cost: 750_000,
  },
]

/** Done in Quý I as well, but recorded after its report was handed in. */
export const forgottenDeed: Deed = {
  channel: leaflet,
  title: 'Tờ gấp phát ở chợ, ghi muộn',
  areas: ['Chính quyền số'],
  days: ['2024-03-28', '2024-03-28'],
  amounts: { copies: 300 },
  cost: 450_000,
}

/** Of the second quarter. */
export const laterDeed: Deed = {
  channel: ['Zalo, Facebook', 'social'],
  title: 'Bài Zalo: tra cứu hồ sơ của mình',
  areas: ['Chính quyền số'],
  days: ['2024-05-06', '2024-05-31'],
  amounts: { posts: 8, reach: 5200 },
  cost: 0,
  link: 'https://phuocdan.example/zalo/tra-cuu',
}

export const costOf = (deeds: Deed[]) => deeds.reduce((sum, { cost }) => sum + cost, 0)

/** Money as it is written. */
export const vnd = (amount: number) => amount.toLocaleString('vi-VN')

/** The smallest picture there is: a JPEG of one grey point. */
const photo = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64',
)

/** Records what was done and waits until it stands there. */
export async function recordDeed(page: Page, deed: Deed) {
  const [words, code] = deed.channel
  await page.goto('/activities/new')
  await page.getByText(words, { exact: true }).click()
  for (const [measure, amount] of Object.entries(deed.amounts))
    await page.locator(`input[name="amount.${code}.${measure}"]`).fill(String(amount))
  const about = page.getByRole('group', { name: 'Nội dung' })
  for (const box of await about.getByRole('checkbox').all()) await box.uncheck()
  for (const area of deed.areas) await about.getByText(area, { exact: true }).click()
  await page.getByLabel('Ngày đầu').fill(deed.days[0])
  await page.getByLabel('Ngày cuối').fill(deed.days[1])
  await page.locator('input[name=cost]').fill(deed.cost > 0 ? vnd(deed.cost) : '')
  await page.getByText('Thêm: thôn').click()
  await page.getByLabel('Tên hoạt động').fill(deed.title)
  if (deed.village) await page.locator('input[name=village]').fill(deed.village)
  if (deed.item) await page.locator('select[name=planItem]').selectOption({ label: deed.item })
  if (deed.link) await page.locator('input[name=link]').fill(deed.link)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.getByRole('button', { name: 'Ghi lại' }).click()
  await page.getByText('Đã ghi.').waitFor()
}
