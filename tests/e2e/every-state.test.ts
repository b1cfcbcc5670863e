// The pages of citizens in every state that somebody can meet them in, looked at for everybody: something is wrong, the
// network is gone, an answer waits or is refused, the draft is covered, the device belongs to a desk, there is nothing here.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { closePage, openPage, phone } from './browser'
import { answerAll, answerPage, begin, next } from './fill-in'
import { faultsAt } from './for-everybody'

const form = '/s/hai-long-thuong-xuyen?u=22873-2'
const expected = /status of (4\d\d)|ERR_INTERNET_DISCONNECTED|ERR_FAILED/

/** Collects what is wrong from state to state; `end` fails with all of it. */
function looker(page: Page) {
  const faults: string[] = []
  return {
    look: async (state: string) => void faults.push(...(await faultsAt(page, state))),
    end: async () => {
      expect(faults).toEqual([])
      await closePage(page, [expected])
    },
  }
}

const refuse = (page: Page) =>
  page.route('**/api/answers', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'wave_closed', title: 'Đợt khảo sát đã đóng.', titleEn: 'Closed.' }),
    }),
  )

describe('a citizen’s page is readable for everybody', () => {
  it('with mistakes, a covered draft, an answer that waits for a network, and thanks', async () => {
    const page = await openPage(phone)
    const { look, end } = looker(page)
    await page.clock.install()
    await page.goto(form)
    await begin(page)
    await next(page).click()
    await page.locator('#errors:focus').waitFor()
    await look('a list of mistakes')
    await answerPage(page)
    await page.clock.fastForward('05:30')
    await page.getByText('Trên máy này có một phiếu đang làm dở').waitFor()
    await look('a covered draft')
    await page.getByRole('button', { name: 'Phiếu của tôi, trả lời tiếp' }).click()
    await answerAll(page, async (page) => {
      if ((await next(page).textContent()) !== 'Gửi phiếu') return
      await page.context().setOffline(true)
      await look('the last page without a network')
    })
    await page.getByRole('heading', { name: 'Phiếu đã được giữ an toàn trên máy này' }).waitFor()
    await look('an answer that waits')
    await page.locator('#outbox').click()
    await page.locator('dialog[open]').waitFor()
    await look('the list of answers that wait')
    await page.keyboard.press('Escape')
    await page.context().setOffline(false)
    await page.getByRole('heading', { name: 'Xin cảm ơn' }).waitFor({ timeout: 30_000 })
    await look('thanks after all')
    await end()
  }, 400_000)

  it('when the server refuses the answer', async () => {
    const page = await openPage(phone)
    const { look, end } = looker(page)
    await refuse(page)
    await page.goto(form)
    await begin(page)
    await answerAll(page)
    await page.getByText('Máy chủ không nhận phiếu này').waitFor()
    await look('a refused answer')
    await page.locator('#outbox').click()
    await page.locator('dialog[open]').waitFor()
    await look('the list with a refused answer')
    await end()
  }, 400_000)

  it('without a script: with mistakes and with thanks', async () => {
    const page = await openPage(phone)
    const { look, end } = looker(page)
    await page.route('**/s/form.*.js', (route) => route.abort()) // axe needs a browser that runs scripts
    await page.goto(form)
    await begin(page)
    await next(page).click()
    await look('a list of mistakes without a script')
    for (let step = 0; step < 40 && !(await page.locator('.done').isVisible()); step++) {
      await answerPage(page)
      await next(page).click()
    }
    await look('thanks without a script')
    await end()
  }, 400_000)

  it('where there is nothing to answer', async () => {
    const page = await openPage(phone)
    const { look, end } = looker(page)
    const addresses = {
      'a closed wave': '/s/hai-long-2024-1?u=22873-1',
      'no such wave': '/s/khong-co',
      'no such place': '/s/hai-long-thuong-xuyen?u=nope',
      'an unknown code': '/s/hai-long-thuong-xuyen?u=22873-2&v=123456789012',
      'an invitation that is none': '/s/phieu-kin-dai-bieu?u=22873-2#AAAAA-AAAAA-AAAAA-AAAAA',
    }
    for (const [state, address] of Object.entries(addresses)) {
      await page.goto(address)
      await look(state)
    }
    await end()
  }, 400_000)

  it('on a device at the desk: before it starts, between people, asking who is there, leaving', async () => {
    const page = await openPage({ viewport: { width: 800, height: 1280 }, hasTouch: true })
    const { look, end } = looker(page)
    await page.clock.install()
    await page.addInitScript(() => {
      Element.prototype.requestFullscreen = async () => {} // no size can be given to a full screen
      const { setInterval } = globalThis
      Object.assign(globalThis, { setInterval: (run: () => void) => setInterval(run, 60_000) }) // looking takes its time
    })
    await page.goto(`${form}&m=kiosk&p=desk&r=desk-officer`)
    await page.getByRole('button', { name: 'Bắt đầu, toàn màn hình' }).click()
    await page.getByText('Mã PIN gồm 4 đến 8 chữ số.').waitFor()
    await look('a kiosk that wants a number')
    await page.getByLabel('Mã PIN để thoát').fill('2468')
    await page.getByLabel('Nhập lại mã PIN').fill('2468')
    await page.getByRole('button', { name: 'Bắt đầu, toàn màn hình' }).click()
    await page.getByRole('heading', { name: 'Xin mời ông/bà góp ý' }).waitFor()
    await look('between people')
    await page.getByRole('button', { name: 'Cán bộ' }).click()
    await page.getByLabel('Mã PIN để thoát').fill('0000')
    await page.getByRole('button', { name: 'Mở', exact: true }).click()
    await page.getByText('Mã PIN không đúng.').waitFor()
    await look('a wrong number')
    await page.getByRole('button', { name: 'Đóng' }).click()
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    await begin(page)
    await next(page).click()
    await page.locator('#errors:focus').waitFor()
    await look('mistakes on a kiosk')
    await page.clock.fastForward(91_000)
    await page.getByText('Ông/bà còn ở đó không?').waitFor()
    await look('asking who is there')
    await end()
  }, 400_000)

  it('while somebody asks and taps for others', async () => {
    const page = await openPage(phone)
    const { look, end } = looker(page)
    await page.goto(`${form}&m=assisted&p=home&r=enumerator`)
    await page.getByText('Đọc to phần giới thiệu').waitFor()
    await begin(page)
    await look('what to read aloud')
    await answerAll(page)
    await page.locator('.done + .go').waitFor()
    await look('before the next person')
    await end()
  }, 400_000)
})
