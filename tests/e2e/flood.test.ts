// An administrator meets a flood of answers sent by machines: asks for a proof of work, and people answer all the same.
import { describe, expect, it } from 'vitest'
import { closePage, keepScreenshot, openPage, phone, signIn } from './browser'
import { answerAll, answerPage, begin, next, receipt, uuid } from './fill-in'
import { expectForEverybody } from './for-everybody'

const form = '/s/hai-long-thuong-xuyen?u=22873-2'
type Page = Awaited<ReturnType<typeof openPage>>

const statusesOf = (page: Page, path: string) => {
  const statuses: number[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (response.request().method() === 'POST' && pathname === path) statuses.push(response.status())
  })
  return statuses
}

/** Through all pages by plain posts, until something other than the form comes. */
async function answerByPosts(page: Page) {
  await begin(page)
  for (let step = 0; step < 40 && (await next(page).count()) > 0; step++) {
    await answerPage(page)
    await next(page).click()
    await page.waitForLoadState()
  }
}

describe('a proof of work against floods', () => {
  it('is switched on by an administrator, done unseen by phones, and explained where it cannot be done', async () => {
    const desk = await openPage()
    await signIn(desk, 'quan-tri')
    await desk.goto('/admin/protection')
    await desk.getByRole('heading', { name: 'Bài toán đang tắt' }).waitFor()
    await desk.getByRole('button', { name: 'Bật bài toán' }).click()
    await desk.getByRole('heading', { name: 'Bài toán đang bật' }).waitFor()
    await desk.waitForTimeout(3500) // the door hears of it within three seconds

    const own = await openPage(phone)
    const sent = statusesOf(own, '/api/answers')
    await own.goto(form)
    await begin(own)
    await answerAll(own)
    await expect.poll(() => own.locator('.done h1').textContent(), { timeout: 30_000 }).toContain('cảm ơn')
    expect(sent).toEqual([428, 201])
    await closePage(own, [/428/])

    const slow = await openPage(phone)
    const posts = statusesOf(slow, '/s/hai-long-thuong-xuyen')
    await slow.route('**/s/form.*.js', (route) => route.abort())
    await slow.goto(form)
    slow.on('response', (response) => response.status() === 428 && void slow.unroute('**/s/form.*.js'))
    await answerByPosts(slow)
    await expect.poll(() => slow.locator('.done h1').textContent(), { timeout: 30_000 }).toContain('cảm ơn')
    expect(posts.slice(-2), 'the script came late, did the work and sent the same post').toEqual([428, 201])
    await closePage(slow, [/428/, /ERR_FAILED/, /4\d\d/])

    const plain = await openPage({ ...phone, javaScriptEnabled: false })
    await plain.goto(form)
    await answerByPosts(plain)
    await plain.getByRole('heading', { name: 'Đang kiểm tra trước khi nhận phiếu' }).waitFor()
    const shown = await openPage() // axe needs a browser that runs scripts
    await shown.setContent(await plain.content())
    await expectForEverybody(shown)
    await closePage(shown)
    await keepScreenshot(plain, 'proof-360-without-script')

    await desk.reload()
    await desk.getByText('dưới 10').first().waitFor()
    await expectForEverybody(desk)
    await keepScreenshot(desk, 'protection')
    await desk.getByRole('button', { name: 'Tắt bài toán' }).click()
    await desk.getByRole('heading', { name: 'Bài toán đang tắt' }).waitFor()
    await desk.waitForTimeout(3500)
    await plain.getByRole('button', { name: 'Gửi lại' }).click()
    expect(await receipt(plain)).toMatch(uuid)
    await closePage(plain, [/428/])
    await closePage(desk)
  })
})
