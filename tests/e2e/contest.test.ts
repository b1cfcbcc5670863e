// A contest from both sides: a citizen answers on a cheap phone without JavaScript, sees the marks and enters the draw; an officer
// closes it, draws once and sees who won; everybody sees the winning number and no name.
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
import { begin, next } from './fill-in'

const contest = 'thi-thu-trinh-duyet'
const title = 'Thi thử bằng trình duyệt'

/** Ticks the right answer of the single choices by their place, and fills in the rest. */
async function answerRight(page: Awaited<ReturnType<typeof openPage>>) {
  const right: Record<string, string[]> = {
    age_band: ['3'],
    programme: ['2'],
    areas: ['1', '3', '4'],
    sipas: ['3'],
    appointment: ['1'],
    post: ['1'], // the only one that is wrong
    extra_papers: ['3'],
    field_report: ['2'],
    'statements.report': ['1'],
    'statements.gift': ['2'],
    'statements.survey': ['1'],
    digital: ['1'],
  }
  for (const [name, values] of Object.entries(right))
    for (const value of values) {
      const input = page.locator(`input[name="${name}"][value="${value}"]:visible`)
      if (await input.count()) await input.check()
    }
  const count = page.locator('input[name=areas_count]:visible')
  if (await count.count()) await count.fill('7')
}

describe('a contest', () => {
  it('is made by an officer', async () => {
    const page = await openPage()
    await signIn(page, 'can-bo-huyen')
    await page.goto('/contests/new')
    await page.getByRole('heading', { level: 1, name: 'Cuộc thi mới' }).waitFor()
    await expectAccessible(page)
    await page.getByLabel('Tên cuộc thi').fill(title)
    await page.getByLabel('Mã cuộc thi').fill(contest)
    await page.locator('select[name=owner]').selectOption({ label: 'Xã Ninh Phước' })
    await page.locator('input[name=opensAt]').fill('2026-01-01T07:00')
    await page.locator('input[name=entryDays]').fill('0')
    await page.getByLabel('Số câu đúng để dự rút thăm').fill('8')
    const closesAt = await page.locator('input[name=closesAt]').inputValue()
    await page.locator('input[name=closesAt]').fill('2025-12-31T07:00')
    await page.getByRole('checkbox', { name: 'Xã Ninh Phước' }).check()
    await page.getByRole('button', { name: 'Lập cuộc thi' }).click()
    await page.getByText('Lúc đóng phải sau lúc mở.').first().waitFor()
    expect(await page.getByLabel('Tên cuộc thi').inputValue(), 'nothing typed is lost').toBe(title)
    await page.locator('input[name=closesAt]').fill(closesAt)
    await page.getByRole('button', { name: 'Lập cuộc thi' }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByText('Các con số hiện sau khi hết giờ thi').waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, 'contest-new-1280')
    await closePage(page)
  })

  it('is answered on a phone without a script: marks, explanations, the draw', async () => {
    const page = await openPage({ ...phone, javaScriptEnabled: false })
    await page.goto(`/s/${contest}?u=22870-2`)
    expect(await page.content()).not.toContain('Đáp án')
    await begin(page)
    for (let step = 0; step < 12 && !(await page.locator('.done').isVisible()); step++) {
      await answerRight(page)
      await next(page).click()
    }
    expect(await page.locator('main').textContent()).toContain('Ông/bà trả lời đúng 11 trong 12 câu')
    expect(await page.locator('.mark:not(.yes)').count()).toBe(1)
    expect(await page.locator('.mark:not(.yes)').textContent()).toContain('bưu chính công ích')
    await expectNoSidewaysScroll(page)
    await keepScreenshot(page, 'contest-marks-360')

    await page.locator('#name').fill('Chế Thị Mai')
    await page.locator('#phone').fill('123')
    await page.getByRole('button', { name: 'Đăng ký dự rút thăm' }).click()
    expect(await page.locator('#e-phone').textContent()).toContain('không đúng')
    expect(await page.locator('#name').inputValue()).toBe('Chế Thị Mai')
    await keepScreenshot(page, 'contest-draw-faults-360')
    await page.locator('#phone').fill('0912 345 678')
    await page.locator('input[name=hasAgreed]').check()
    await page.getByRole('button', { name: 'Đăng ký dự rút thăm' }).click()
    expect(await page.locator('code').textContent()).toMatch(/^\d{3} \d{4}$/)
    await expectNoSidewaysScroll(page)
    await keepScreenshot(page, 'contest-entered-360')
    await closePage(page, [/422/])
  })

  it('shows the marks with the script, too, and nothing of them before', async () => {
    const page = await openPage(phone)
    await page.goto(`/s/${contest}?u=22870-2`)
    await begin(page)
    for (let step = 0; step < 4; step++) {
      await answerRight(page)
      await next(page).click()
    }
    await page.getByText('Ông/bà trả lời đúng 11 trong 12 câu').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Đăng ký dự rút thăm' }).click()
    await page.locator('#e-name').waitFor()
    await expectAccessible(page)
    await closePage(page, [/422/])
  })

  it('is closed and drawn once; officers see who won, everybody sees the number', async () => {
    const page = await openPage()
    await signIn(page, 'can-bo-huyen')
    await page.goto(`/contests/${contest}`)
    await page.getByLabel('Tôi hiểu là không hoàn tác được').first().check()
    await page.getByRole('button', { name: 'Đóng nhận phiếu ngay' }).click()
    await page.getByRole('button', { name: 'Rút thăm ngay' }).waitFor()
    await page.getByLabel('Tôi hiểu rằng không thể rút lại.').check()
    await page.getByRole('button', { name: 'Rút thăm ngay' }).click()
    await page.getByRole('heading', { name: 'Số trúng giải' }).waitFor()
    await page.getByText('Vừa tính lại').waitFor()
    expect(await page.getByRole('button', { name: 'Rút thăm ngay' }).count()).toBe(0)
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Xem người trúng giải' }).click()
    await page.getByText('Chế Thị Mai').waitFor()
    await page.getByText('0912 345 678').waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, 'contest-winners-1280')
    await closePage(page)

    const visitor = await openPage(phone)
    await visitor.goto(`/contest/${contest}`)
    await visitor.getByRole('heading', { name: 'Số trúng giải' }).waitFor()
    expect(await visitor.content()).not.toContain('Chế Thị Mai')
    await expectAccessible(visitor)
    await expectNoSidewaysScroll(visitor)
    await keepScreenshot(visitor, 'contest-public-360')
    await closePage(visitor)
  })
})
