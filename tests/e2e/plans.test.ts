// A commune's plan of communication in a browser: drafted and sent on a phone, returned with a comment, mended, accepted, and
// what the board of the year says at each step.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
  signIn,
} from './browser'

const year = new Date().getFullYear()
const plan = `/plans/22870-2/${year}`
const row = (page: Page) => page.getByRole('row', { name: /Xã Ninh Phước/ }).first()
const comment = 'Thêm số buổi phát loa ở chợ'

/** Opens the item that the page has scrolled to and fills in what it still lacks. */
async function fillItem(page: Page) {
  await page.getByLabel('Kênh', { exact: true }).selectOption({ label: 'Loa truyền thanh xã, thôn' })
  await page.getByLabel('Từ tháng').selectOption({ label: `Tháng 4/${year}` })
  await page.getByLabel('Đến tháng').selectOption({ label: `Tháng 6/${year}` })
  await page.getByLabel('buổi phát', { exact: true }).fill('24')
  await page.getByLabel('Ai chủ trì').fill('Công chức Văn hóa – Xã hội')
}

describe('a plan of communication', () => {
  it('is drafted on a phone with one tap on a content, keeps what was typed through a reload, and is sent once it is whole', async () => {
    const page = await openPage(phone)
    await signIn(page, 'can-bo-ninh-phuoc')
    await page.goto(plan)
    await page.getByText('Đơn vị chưa lập kế hoạch').waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await page.getByRole('button', { name: '+ Chính quyền số' }).click()
    await expectNoSidewaysScroll(page)
    await fillItem(page)
    await page.getByLabel('Kinh phí (đồng)').fill('hai triệu')
    await page.getByText('Chỉ ghi chữ số').waitFor()
    await page.getByLabel('Kinh phí (đồng)').fill('')
    await expectAccessible(page)
    await keepScreenshot(page, 'plan-phone')

    page.once('dialog', (dialog) => dialog.accept())
    await page.reload()
    await page.getByText('Có thay đổi chưa lưu').waitFor()
    await page.getByRole('button', { name: 'Gửi kế hoạch' }).click()
    await page.getByText('hãy ghi kinh phí').first().waitFor()
    await page.getByLabel('Kinh phí (đồng)').fill('2.400.000')
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText('Đã lưu', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Gửi kế hoạch' }).click()
    await page.getByText('đang chờ ý kiến').waitFor()
    expect(await page.getByRole('button', { name: 'Gửi kế hoạch' }).count()).toBe(0)
    await closePage(page)
  })

  it('is returned with a comment, which it needs, and the board says so', async () => {
    const page = await openPage()
    await signIn(page, 'can-bo-huyen')
    await page.goto('/plans')
    await row(page).getByText('chờ duyệt').waitFor()
    await row(page).getByRole('link').click()
    await page.getByRole('button', { name: 'Trả lại để sửa' }).click()
    await page.getByText('Hãy ghi rõ cần sửa gì').waitFor()
    await page.getByRole('textbox', { name: 'Ý kiến' }).fill(comment)
    await page.getByRole('button', { name: 'Trả lại để sửa' }).click()
    await page.getByText('Cấp trên đã trả lại').waitFor()
    await page.goto('/plans')
    await row(page).getByText(comment).waitFor()
    await closePage(page)
  })

  it('is mended by the commune and sent again', async () => {
    const page = await openPage(phone)
    await signIn(page, 'can-bo-ninh-phuoc')
    await page.goto(plan)
    await page.getByText(comment).first().waitFor()
    await page.getByRole('button', { name: /^1\. / }).click()
    await page.getByLabel('buổi phát', { exact: true }).fill('36')
    await page.getByLabel('Địa điểm').fill('Chợ Phú Quý')
    await page.getByRole('button', { name: 'Gửi kế hoạch' }).click()
    await page.getByText('đang chờ ý kiến').waitFor()
    await page.getByText('Chợ Phú Quý').first().waitFor()
    await closePage(page)
  })

  it('is accepted, and the board shows what is planned where', async () => {
    const page = await openPage()
    await signIn(page, 'can-bo-huyen')
    await page.goto(plan)
    await page.getByText('36 buổi phát').first().waitFor()
    await page.getByRole('button', { name: 'Chấp nhận' }).click()
    await page.getByText('Cấp trên đã chấp nhận').waitFor()
    await page.goto('/plans')
    await row(page).getByText('Đã chấp nhận').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    const planned = page.getByRole('group', { name: 'Việc dự kiến theo tháng' })
    const fields = await planned
      .getByRole('row', { name: /Xã Ninh Phước/ })
      .getByRole('cell')
      .allTextContents()
    expect(fields.slice(2, 7)).toEqual(['–', '10,8 tr', '10,8 tr', '10,8 tr', '–'])
    await keepScreenshot(page, 'plans-1440')
    await page.goto('/plans?year=2024')
    await page.getByText('Xã Phước Vinh').waitFor()
    await page
      .getByText(/Chưa lập/)
      .first()
      .waitFor()
    await closePage(page)
  })
})
