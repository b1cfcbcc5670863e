// A tablet at the one-stop desk: an officer starts it, three people answer one after the other, one of them walks away,
// one answers while the network is gone; nobody sees anything of the one before.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { closePage, expectAccessible, expectNoSidewaysScroll, keepScreenshot, openPage } from './browser'
import { answerAll, answerPage, begin, heading, next } from './fill-in'

const tablet = { viewport: { width: 800, height: 1280 }, hasTouch: true }
const address = '/s/hai-long-thuong-xuyen?u=22873-2&m=kiosk&p=desk&r=desk-officer'
const welcome = (page: Page) => page.getByRole('heading', { name: 'Xin mời ông/bà góp ý' })

async function startKiosk(page: Page) {
  await page.goto(address)
  await page.getByLabel('Mã PIN để thoát').fill('2468')
  await page.getByLabel('Nhập lại mã PIN').fill('2468')
  await page.getByRole('button', { name: 'Bắt đầu, toàn màn hình' }).click()
  await welcome(page).waitFor()
}

/** Everything that the page could show or give back of what somebody typed or ticked. */
const traces = (page: Page) =>
  page.evaluate(() => ({
    checked: document.querySelectorAll(':checked:not(option)').length,
    words: [...document.querySelectorAll('textarea,input[type=text]')]
      .map((one) => (one as HTMLInputElement).value)
      .join(''),
    session: sessionStorage.length,
    local: localStorage.length,
    address: location.pathname + location.search,
  }))
const nothing = { checked: 0, words: '', session: 0, local: 0, address }

describe('a kiosk', () => {
  it('is answered by three people in a row, and shows nobody anything of the one before', async () => {
    const page = await openPage(tablet)
    await page.clock.install()
    const sent: Record<string, unknown>[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/api/answers')) sent.push(request.postDataJSON())
    })
    const stored: number[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('/api/answers')) stored.push(response.status())
    })
    await page.goto(address)
    await page.getByRole('heading', { name: 'Mở máy trả lời tại chỗ' }).waitFor()
    await keepScreenshot(page, 'kiosk-start')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Bắt đầu, toàn màn hình' }).click()
    await page.getByText('Mã PIN gồm 4 đến 8 chữ số.').waitFor()
    await startKiosk(page)
    expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true)
    await expectAccessible(page)
    await keepScreenshot(page, 'kiosk-welcome')

    // The first answers in English and sends.
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await keepScreenshot(page, 'kiosk-form')
    await begin(page)
    await answerAll(page)
    await page.locator('.done').waitFor()
    await expect.poll(() => stored).toEqual([201])
    await keepScreenshot(page, 'kiosk-thanks')
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    await page.getByRole('heading', { name: 'cảm ơn' }).waitFor()
    expect(await page.getByRole('button', { name: 'Người tiếp theo' }).isVisible()).toBe(true)
    await page.goBack().catch(() => {})
    expect(await page.locator('.done, .tongues').count()).toBe(1)
    await page.clock.fastForward(16_000)
    await welcome(page).waitFor()

    // The second ticks a little, walks away and never comes back.
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    expect(await traces(page)).toEqual(nothing)
    await begin(page)
    await answerPage(page)
    expect((await traces(page)).checked).toBeGreaterThan(1)
    await page.clock.fastForward(91_000)
    await page.getByText('Ông/bà còn ở đó không?').waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, 'kiosk-still-here')
    await page.getByRole('button', { name: 'Tôi vẫn đang trả lời' }).click()
    expect((await traces(page)).checked, 'whoever is still there goes on').toBeGreaterThan(1)
    await page.clock.fastForward(91_000)
    await page.getByText('Ông/bà còn ở đó không?').waitFor()
    await page.clock.fastForward(21_000)
    await welcome(page).waitFor()
    await page.goBack().catch(() => {})
    await page.goForward().catch(() => {})
    expect(await traces(page)).toEqual(nothing)

    // The third answers without a network; the fourth sees only the count.
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    expect(await traces(page)).toEqual(nothing)
    await begin(page)
    await answerAll(page)
    await page.getByRole('heading', { name: 'Phiếu đã được giữ an toàn trên máy này' }).waitFor()
    await page.getByRole('button', { name: 'Người tiếp theo' }).click()
    await expect.poll(() => page.locator('#outbox').textContent()).toBe('1 phiếu chưa gửi')
    expect(await page.locator('#outbox').isDisabled()).toBe(true)
    await keepScreenshot(page, 'kiosk-offline')
    await page.context().setOffline(false)
    await expect.poll(() => stored, { timeout: 15_000 }).toEqual([201, 201])
    await expect.poll(() => page.locator('#outbox').textContent()).toBe('0 phiếu chưa gửi')

    expect(sent.at(-1)).toMatchObject({ mode: 'kiosk', place: 'desk', collector: 'desk-officer' })
    await closePage(page, [/ERR_INTERNET_DISCONNECTED/])
  })

  it('says so when the form cannot be loaded for it, and tries again', async () => {
    const page = await openPage({ ...tablet, serviceWorkers: 'block' })
    await page.route(/[?&]lang=/, (route) => route.abort())
    await page.goto(address)
    await page.getByText('Chưa tải được phiếu').waitFor()
    await page.unroute(/[?&]lang=/)
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await page.getByRole('heading', { name: 'Mở máy trả lời tại chỗ' }).waitFor()
    await closePage(page, [/ERR_FAILED/])
  })

  it('lets nobody out without the number, also after the browser was started again', async () => {
    const page = await openPage(tablet)
    await page.clock.install()
    await startKiosk(page)
    await page.reload()
    await welcome(page).waitFor()
    const leave = async (pin: string) => {
      await page.getByRole('button', { name: 'Cán bộ' }).click()
      await page.getByLabel('Mã PIN để thoát').fill(pin)
      await page.getByRole('button', { name: 'Mở', exact: true }).click()
    }
    for (const pin of ['0000', '1111', '2222', '3333', '4444']) {
      await leave(pin)
      await page.getByText('Mã PIN không đúng.').waitFor()
      await page.getByRole('button', { name: 'Đóng' }).click()
    }
    await leave('2468')
    await page.getByText('Sai nhiều lần.').waitFor()
    await page.getByRole('button', { name: 'Đóng' }).click()
    await page.clock.fastForward(61_000)
    await leave('2468')
    await keepScreenshot(page, 'kiosk-staff')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Dừng, trả máy về bình thường' }).click()
    await page.getByRole('heading', { name: 'Mở máy trả lời tại chỗ' }).waitFor()
    await closePage(page)
  })
})

describe('somebody who asks and taps for others', () => {
  it('reads aloud what stands there, goes on to the next person and counts them', async () => {
    const page = await openPage({ viewport: { width: 360, height: 640 }, hasTouch: true })
    await page.goto('/s/hai-long-thuong-xuyen?u=22873-2&m=assisted&p=home&r=enumerator')
    await page.getByText('Đọc to phần giới thiệu').waitFor()
    expect(await page.locator('#outbox').textContent()).toBe('0 phiếu chưa gửi')
    await begin(page)
    await page.getByText('Đọc to câu hỏi và mọi lựa chọn').first().waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await keepScreenshot(page, 'assisted-form')
    await answerAll(page)
    await page.locator('.done').waitFor()
    await expect.poll(() => page.locator('.asking span').textContent()).toBe('Hôm nay đã hỏi 1 người')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    await expect.poll(() => page.locator('.asking span').textContent()).toContain('1')
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    await page.getByRole('heading', { name: 'cảm ơn' }).waitFor()
    await page.locator('.done + .go').getByRole('button', { name: 'Người tiếp theo' }).click()
    expect(await heading(page).isVisible()).toBe(true)
    expect(await page.locator('#consent').isChecked()).toBe(false)
    expect(await page.locator(':checked:not(option)').count()).toBe(0)
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    await begin(page)
    await answerPage(page)
    page.once('dialog', (dialog) => void dialog.accept())
    await page.locator('.asking').getByRole('button', { name: 'Người tiếp theo' }).click()
    await expect.poll(() => page.locator(':checked:not(option)').count()).toBe(0)
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    expect(await next(page).isVisible()).toBe(true)
    await closePage(page)
  })
})
