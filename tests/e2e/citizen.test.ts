import { describe, expect, it } from 'vitest'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
} from './browser'
import { answerAll, answerPage, begin, heading, next, receipt, uuid } from './fill-in'

const wave = '/s/hai-long-thuong-xuyen'
const form = `${wave}?u=22873-2`
describe('a citizen with a cheap phone', () => {
  it('chooses the place, reads who asks and why, agrees, answers and gets a receipt', async () => {
    const page = await openPage(phone)
    const requests: string[] = []
    page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await page.goto(wave)
    await expectAccessible(page)
    await keepScreenshot(page, 'citizen-360-places')
    await page.getByRole('link', { name: 'Xã Phước Hậu' }).click()
    requests.length = 0
    await page.reload({ waitUntil: 'networkidle' })
    expect(requests.filter((request) => !request.startsWith('GET /s/form.'))).toEqual([`GET ${wave}`])
    expect(await page.locator('#consent').isChecked()).toBe(false)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await keepScreenshot(page, 'citizen-360-introduction')

    await next(page).click()
    await expect.poll(() => page.locator('#errors').textContent()).toContain('Xin đánh dấu vào ô đồng ý')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('errors')
    await expectAccessible(page)

    await begin(page)
    await answerAll(page, async (page, number) => {
      await expectNoSidewaysScroll(page)
      if (number > 4) return
      if (number === 1) {
        await next(page).click()
        await expect.poll(() => page.locator('.fault:visible').count()).toBeGreaterThan(0)
      }
      await expectAccessible(page)
      await keepScreenshot(page, `citizen-360-page-${number}`)
    })
    await expect.poll(() => receipt(page)).toMatch(uuid)
    await expectAccessible(page)
    await keepScreenshot(page, 'citizen-360-thanks')
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    const stored = await receipt(page)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('.foot').textContent()).toContain('No name')
    expect(await receipt(page), 'thanks for the same answer').toBe(stored)
    expect(await page.locator('form.save').isVisible()).toBe(true)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    await page.getByRole('heading', { name: 'cảm ơn' }).waitFor()
    expect(requests.filter((request) => request === 'POST /api/answers')).toHaveLength(1)
    await closePage(page)
  })

  it('answers without a script, and sending the last page again gives the same receipt', async () => {
    const page = await openPage({ ...phone, javaScriptEnabled: false })
    await page.goto(form)
    await next(page).click()
    expect(await page.locator('.fault').textContent()).toContain('Xin đánh dấu')
    await begin(page)
    await next(page).click()
    expect(await page.locator('.fault').count()).toBeGreaterThan(0)
    await keepScreenshot(page, 'citizen-360-without-script')
    for (let step = 0; step < 40 && !(await page.locator('.done').isVisible()); step++) {
      await answerPage(page)
      await next(page).click()
    }
    const first = await receipt(page)
    expect(first).toMatch(uuid)
    await page.reload()
    expect(await receipt(page)).toBe(first)
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('.done h1').textContent()).toContain('Thank you')
    expect(await receipt(page)).toBe(first)
    await closePage(page, [/422/])
  })

  it('loses nothing when the network goes before sending, and sends once when it is back', async () => {
    const page = await openPage(phone)
    const stored: number[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('/api/answers')) stored.push(response.status())
    })
    await page.goto(form)
    await begin(page)
    await answerAll(page, async (page) => {
      if ((await next(page).textContent()) === 'Gửi phiếu') await page.context().setOffline(true)
    })
    await expect.poll(() => page.locator('.done').textContent()).toContain('vì không có mạng')
    await expect.poll(() => page.locator('#outbox').textContent()).toBe('1 phiếu chưa gửi')
    await expectAccessible(page)
    await keepScreenshot(page, 'citizen-360-no-network')
    expect(stored).toEqual([])
    await page.context().setOffline(false)
    await expect.poll(() => page.locator('.done h1').textContent(), { timeout: 15_000 }).toContain('cảm ơn')
    expect(await receipt(page)).toMatch(uuid)
    await expect.poll(() => page.locator('#outbox').isVisible()).toBe(false)
    expect(stored).toEqual([201])
    await closePage(page, [/ERR_INTERNET_DISCONNECTED/])
  })

  it('finds the draft again after a reload and in the other language, and may use the back button', async () => {
    const page = await openPage(phone)
    await page.goto(form)
    await begin(page)
    await answerPage(page)
    await next(page).click()
    const second = await heading(page).textContent()
    await page.reload()
    expect(await heading(page).textContent()).toBe(second)
    await page.getByRole('button', { name: 'English' }).click()
    await page.waitForURL(/lang=en/)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('section:not([hidden])').getAttribute('data-page')).toBe('2')
    await page.locator('#back').click()
    expect(await page.locator('section:not([hidden]) :checked').count()).toBeGreaterThan(0)
    await next(page).click()
    await page.goBack()
    await expect.poll(() => page.locator('section:not([hidden])').getAttribute('data-page')).toBe('1')
    await closePage(page)
  })

  it('is told kindly that the form is for adults', async () => {
    const page = await openPage(phone)
    await page.goto(form)
    await begin(page)
    await page.getByLabel('Dưới 18 tuổi').check()
    await answerPage(page)
    await next(page).click()
    await expect.poll(() => page.locator('.fault').textContent()).toContain('từ đủ 18 tuổi')
    await page.getByLabel('30–39 tuổi').check()
    await expect.poll(() => page.locator('.fault').count()).toBe(0)
    await closePage(page)
  })
})

describe('everybody else', () => {
  it('answers with the keyboard alone', async () => {
    const page = await openPage()
    await page.goto(form)
    const press = (key: string) => page.keyboard.press(key)
    const focused = () => page.evaluate(() => document.activeElement?.id ?? '')
    const tabTo = async (id: string) => {
      for (let step = 0; step < 60 && (await focused()) !== id; step++) await press('Tab')
      expect(await focused()).toBe(id)
    }
    await tabTo('consent')
    await press('Space')
    await tabTo('next')
    await press('Enter')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await press('Tab')
    await press('ArrowDown')
    expect(await page.locator('section:not([hidden]) :checked').count()).toBe(1)
    await tabTo('next')
    await press('Enter')
    await expect.poll(focused).toBe('errors')
    await press('Tab')
    await press('Enter')
    expect(
      await page.evaluate(() => document.activeElement?.matches('fieldset, input, select, textarea')),
    ).toBe(true)
    await closePage(page)
  })

  it.each([
    ['320 px wide', { viewport: { width: 320, height: 568 } }],
    ['in forced colours', { viewport: { width: 360, height: 640 }, forcedColors: 'active' as const }],
    ['at a desk', { viewport: { width: 1440, height: 900 } }],
  ])('reads and answers %s', async (where, options) => {
    const page = await openPage({ ...options, reducedMotion: 'reduce' })
    await page.goto(form)
    const name = where.replace(/\W+/g, '-')
    await keepScreenshot(page, `citizen-${name}-introduction`)
    await begin(page)
    await answerAll(page, async (page, number) => {
      await expectNoSidewaysScroll(page)
      if (number <= 4) await keepScreenshot(page, `citizen-${name}-page-${number}`)
      if (number <= 2) await expectAccessible(page)
    })
    await expect.poll(() => receipt(page)).toMatch(uuid)
    await keepScreenshot(page, `citizen-${name}-thanks`)
    await closePage(page)
  })

  it('gets a page in words when the wave is over or does not exist', async () => {
    for (const [path, words] of [
      ['/s/khong-co', 'Không có đợt khảo sát'],
      [`${wave}?u=nope`, 'không thuộc đợt khảo sát'],
      ['/s/hai-long-2024-1?u=22873-1', 'đã đóng'],
    ] as const) {
      const page = await openPage(phone)
      await page.goto(path)
      expect(await page.locator('main').textContent()).toContain(words)
      await expectAccessible(page)
      await closePage(page, [/40[49]|422/])
    }
  })

  it('prints the whole form', async () => {
    const page = await openPage()
    await page.goto(form)
    await page.emulateMedia({ media: 'print' })
    const pages = await page.locator('section').count()
    expect(await page.locator('section:visible').count()).toBe(pages)
    expect(await page.locator('#next').isVisible()).toBe(false)
    await closePage(page)
  })
})
