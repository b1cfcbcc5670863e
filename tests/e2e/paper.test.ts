// A stack of paper: registered, keyed in with the keypad by two people who read one mark differently, settled by a third
// with the sheet in hand, closed once.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  signIn,
} from './browser'

const wave = 'hai-long-thuong-xuyen'
const stack = `/paper/${wave}/22888-2/TT-7`

/** Types the marks one after the other, then leaves empty whatever is still asked, and saves the sheet. */
async function keyIn(page: Page, marks: string[]): Promise<void> {
  const before = await page.getByRole('status').first().textContent()
  await page.locator('input[data-field]').first().focus()
  for (const mark of marks) await page.keyboard.type(mark)
  for (let field = 0; field < 80; field++) {
    const isAtEnd = await page.evaluate(() => document.activeElement?.matches('button[type=submit]'))
    await page.keyboard.press('Enter')
    if (isAtEnd) break
  }
  await expect.poll(() => page.getByRole('status').first().textContent()).not.toBe(before)
}

/** 30–39 years, no service used, no feedback sent, informed: four rows. */
const marks = (informed: string[]) => ['3', '3', '2', ...informed]

async function openAs(login: string, path: string, password?: string): Promise<Page> {
  const page = await openPage()
  await signIn(page, login, password)
  await page.goto(path)
  return page
}

/** An account of its own, made by the administrator; the password is shown once. */
async function thirdPerson(): Promise<string> {
  const page = await openAs('quan-tri', '/admin/users/new')
  await page.fill('[name=name]', 'Lê Ba')
  await page.fill('[name=login]', 'le.ba')
  await page.selectOption('[name=role]', 'district')
  await page.locator('main form button[type=submit]').click()
  await page.waitForSelector('text=Mật khẩu của tài khoản “le.ba”')
  const password = (await page.locator('[role=status] code').textContent())!
  await closePage(page)
  return password
}

describe('paper', () => {
  it('is keyed in twice, settled by a third person and becomes answers once', async () => {
    const first = await openAs('can-bo-huyen', '/paper')
    await expectAccessible(first)
    await keepScreenshot(first, 'paper-1440')
    await first.getByLabel('Đơn vị').last().selectOption({ value: '22888-2' })
    await first.getByLabel('Số xấp').fill('TT-7')
    await first.getByLabel('Số phiếu đếm được').fill('2')
    await first.getByLabel('Nhập hai lần').check()
    await first.getByRole('button', { name: 'Đăng ký xấp phiếu' }).click()
    await first.waitForURL(/TT-7/)
    await first.goto(`${stack}/enter`)
    await expectAccessible(first)
    await keyIn(first, marks(['4', '4', '5', '4']))
    await keyIn(first, marks(['2', '2']))
    await first.getByText('Đã lưu 2 trên 2 phiếu; chưa gửi 0.').waitFor()
    await closePage(first)

    const second = await openAs('quan-tri', `${stack}/enter`)
    await keyIn(second, marks(['5', '4', '5', '4']))
    await keyIn(second, marks(['2', '2']))
    await second.goto(stack)
    await second.getByText('Cần đối chiếu: 1').waitFor()
    await second.getByRole('button', { name: 'Đóng xấp phiếu' }).waitFor()
    await expectAccessible(second)
    await keepScreenshot(second, 'paper-stack-1440')
    await closePage(second)

    const third = await openAs('le.ba', stack, await thirdPerson())
    await third.goto(`${stack}/settle`)
    await third.getByRole('heading', { name: 'Phiếu 1' }).waitFor()
    expect(await third.getByRole('heading', { name: 'Phiếu 2' }).count(), 'what both read alike').toBe(0)
    await expectAccessible(third)
    await keepScreenshot(third, 'paper-settle-1440')
    await third.getByRole('radio', { name: /^5 / }).check()
    await third.getByRole('button', { name: 'Ghi theo phiếu giấy' }).click()
    await third.getByText('Không còn chỗ khác nhau').waitFor()
    await third.goto(stack)
    await third.setViewportSize({ width: 360, height: 740 })
    await expectNoSidewaysScroll(third)
    await third.getByLabel('Tôi hiểu là không hoàn tác được').check()
    await third.getByRole('button', { name: 'Đóng xấp phiếu' }).click()
    await third.getByText('Thành câu trả lời').waitFor()
    const facts = await third.locator('dl').last().innerText()
    expect(facts.replace(/\s+/g, ' ')).toContain('Phiếu đã nhập 2 Thành câu trả lời 2 Phiếu không tính 0')
    await expectAccessible(third)
    await keepScreenshot(third, 'paper-closed-360')
    await third.goto(`${stack}/enter`)
    expect(new URL(third.url()).pathname, 'a closed stack takes no more').toBe(stack)
    await closePage(third)
  })
})
