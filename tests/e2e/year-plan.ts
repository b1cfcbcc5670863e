// The plan of the story of a year: the district's, typed from the plan that the pilot signed, and a commune's with its items.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { districtPlan } from '../../prisma/sample/district-plan'
import { year } from './year-stage'

const days = { unitPlansDueOn: '2024-03-29', q1: '2024-03-29', h1: '2024-06-14', year: '2024-12-06' }

/** Types the whole plan of the district, seven contents with their legal texts, and issues it. */
export async function issueDistrictPlan(page: Page) {
  await page.getByLabel('Tên kế hoạch').fill(`Kế hoạch tuyên truyền cải cách hành chính năm ${year}`)
  await page.getByLabel('Dự toán (đồng)').fill('180.000.000')
  await page.getByLabel('Hạn các đơn vị gửi kế hoạch').fill(days.unitPlansDueOn)
  await page.getByLabel('Hạn báo cáo Quý I').fill(days.q1)
  await page.getByLabel('Hạn báo cáo 6 tháng').fill(days.h1)
  await page.getByLabel('Hạn báo cáo năm').fill(days.year)
  await page.getByLabel('Mục tiêu').fill(districtPlan.goals.join('\n'))
  const contents = page.getByRole('region', { name: 'Nội dung tuyên truyền' })
  for (const [at, { texts, legalTexts }] of districtPlan.contents.entries()) {
    await contents.getByRole('button', { name: /^\+ / }).first().click()
    await contents.getByLabel('Cần cho mọi người biết điều gì').nth(at).fill(texts.join('\n'))
    await contents.getByLabel('Văn bản căn cứ').nth(at).fill(legalTexts.join('\n'))
  }
  expect(await contents.getByRole('button', { name: /^\+ / }).count(), 'an area without content').toBe(0)
  const reach = page.getByRole('region', { name: 'Đối tượng và hình thức' })
  for (const group of ['Cán bộ, công chức, viên chức', 'Người dân']) await reach.getByLabel(group).check()
  for (const channel of ['Loa truyền thanh xã, thôn', 'Tờ rơi, tờ gấp', 'Cuộc họp thôn'])
    await reach.getByLabel(channel).check()
  for (const [at, { office, text, dueOn }] of districtPlan.duties.slice(0, 3).entries()) {
    await page.getByRole('button', { name: '+ Thêm phân công' }).click()
    await page.getByLabel(`Cơ quan, đơn vị ${at + 1}`).fill(office)
    await page.getByLabel('Nhiệm vụ').nth(at).fill(text)
    if (dueOn) await page.getByLabel('Hạn', { exact: true }).nth(at).fill(dueOn)
  }
  await page.getByRole('button', { name: 'Ban hành kế hoạch' }).click()
  await page.getByText('Kế hoạch chung đã ban hành và đang có hiệu lực.').waitFor()
}

export type Item = {
  /** The button of a content of the district's plan. */
  content: string
  channel: string
  months: [first: number, last: number]
  amounts: Record<string, string>
  cost: string
  office: string
}

/** What the commune plans: the title of each comes from its content. */
export const items: Item[] = [
  {
    content: 'Chính quyền số',
    channel: 'Loa truyền thanh xã, thôn',
    months: [2, 6],
    amounts: { 'buổi phát': '40', 'phút mỗi buổi': '10', 'cụm loa': '8' },
    cost: '4.000.000',
    office: 'Công chức Văn hóa – Xã hội',
  },
  {
    content: 'Thủ tục hành chính',
    channel: 'Cuộc họp thôn, hội nghị, lớp tập huấn',
    months: [3, 5],
    amounts: { 'buổi, lớp': '6', 'lượt người dự': '300' },
    cost: '3.000.000',
    office: 'Công chức Tư pháp – Hộ tịch',
  },
]

/** Adds an item with one tap on a content of the district's plan. */
export async function addItem(page: Page, { content, channel, months, amounts, cost, office }: Item) {
  await page.getByRole('button', { name: `+ ${content}` }).click()
  await page.getByLabel('Kênh', { exact: true }).selectOption({ label: channel })
  await page.getByLabel('Từ tháng').selectOption({ label: `Tháng ${months[0]}/${year}` })
  await page.getByLabel('Đến tháng').selectOption({ label: `Tháng ${months[1]}/${year}` })
  for (const [measure, amount] of Object.entries(amounts))
    await page.getByLabel(measure, { exact: true }).fill(amount)
  await page.getByLabel('Kinh phí (đồng)').fill(cost)
  await page.getByLabel('Ai chủ trì').fill(office)
}
