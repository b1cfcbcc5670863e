// Answers that wait on a phone, in a real browser at the front door: told the true reason, marked when a file was saved,
// and with a one-time code or from the page of SurveyJS sent once when the network is back.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { database } from '#lib/db/client'
import { settle } from '#lib/env'
import { createVisitCodes } from '#lib/flows/create-visit-codes'
import { makeOfficerKey } from '#lib/officer-key'
import { closePage, expectAccessible, openPage, phone } from '../e2e/browser'
import { frontDoorScene, openWave } from '../support/front-door-scene'
import { makeActor } from '../support/make'

settle({ AUTH_SECRET: 'a secret for tests that is long enough', OFFLINE_KEY: makeOfficerKey() })
const { at, count } = frontDoorScene()
const text = (vi: string) => ({ vi, en: `${vi} (en)` })
const choices = [
  { value: 1, text: text('Rồi') },
  { value: 0, text: text('Chưa') },
]
const used = { type: 'radiogroup', name: 'used', title: text('Đã đến UBND?'), isRequired: true, choices }
const visits = {
  type: 'matrixdynamic',
  name: 'visits',
  title: text('Các lần đến'),
  columns: [{ name: 'at' }],
}
const form = { elements: [used] }

const openPhone = () => openPage({ baseURL: at(''), ...phone })
const badge = (page: Page) => page.locator('#outbox').textContent()
const thanked = (page: Page) =>
  expect.poll(() => page.locator('.done h1').textContent(), { timeout: 30_000 }).toContain('cảm ơn')

async function answer(page: Page) {
  await page.locator('#consent').check()
  await page.locator('#next').click()
  await page.getByLabel('Rồi').check()
  await page.getByRole('button', { name: 'Gửi phiếu' }).click()
  await page.getByRole('heading', { name: 'Phiếu đã được giữ an toàn trên máy này' }).waitFor()
}

/** Page, script and style are in the worker's store. */
async function untilKept(page: Page, parts: number) {
  const kept = () => page.evaluate(async () => (await (await caches.open('thuoc-do parts')).keys()).length)
  await expect.poll(kept, { timeout: 20_000 }).toBeGreaterThanOrEqual(parts)
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open('thuoc-do pages')).keys()).length))
    .toBe(1)
}

describe('a device that the server has asked to wait', () => {
  it('is told so and not that there is no network, does not try before the time, and sends then', async () => {
    const { page: path } = await openWave({}, form)
    const page = await openPhone()
    let tries = 0
    const problem = { code: 'too_many_requests', title: 'Chậm lại', titleEn: 'Slow', retryAfterSeconds: 12 }
    await page.route('**/api/answers', (route) => {
      tries += 1
      if (tries > 1) return route.continue()
      const body = JSON.stringify(problem)
      return route.fulfill({ status: 429, contentType: 'application/problem+json', body })
    })
    await page.goto(path)
    await answer(page)
    const words = await page.locator('.done').textContent()
    expect(words).toMatch(/máy chủ hẹn gửi tiếp sau \d\d:\d\d\. Không phải lỗi mạng/)
    expect(words).not.toContain('không có mạng')
    await page.locator('#outbox').click()
    expect(await page.locator('.letters').textContent()).toContain('hẹn gửi tiếp sau')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Đóng' }).click()
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.waitForTimeout(1500)
    expect(tries).toBe(1)
    await expect.poll(() => tries, { timeout: 60_000 }).toBe(2)
    await thanked(page)
    expect(await count()).toBe(1)
    await closePage(page, [/429/])
  })
})

describe('a file of unsent answers', () => {
  it('is noted on the device beside the count, and the answers stay until the server has them', async () => {
    const { page: path } = await openWave({}, form)
    const page = await openPhone()
    await page.route('**/api/answers', (route) => route.abort())
    await page.goto(path)
    await answer(page)
    expect(await badge(page)).toBe('1 phiếu chưa gửi')
    await page.locator('#outbox').click()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Xuất ra tệp' }).click()
    await saved
    await expect.poll(() => badge(page)).toBe('1 phiếu chưa gửi · 1 đã xuất ra tệp')
    await expect.poll(() => page.locator('.letters').textContent()).toContain('vẫn còn trên máy')
    await page.reload()
    await expect.poll(() => badge(page)).toBe('1 phiếu chưa gửi · 1 đã xuất ra tệp')
    await page.unroute('**/api/answers')
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect.poll(() => page.locator('#outbox').isVisible(), { timeout: 20_000 }).toBe(false)
    expect(await count()).toBe(1)
    await closePage(page, [/ERR_FAILED/])
  })
})

describe('an answer with a one-time code', () => {
  it('is kept without a network and stored once under its code; a code used elsewhere is said, and nothing is lost', async () => {
    const { wave, unit } = await openWave({ entries: ['visit-code'] }, form)
    const today = dayInVietNam(new Date())
    const batch = { wave: wave.id, unit, count: 20, validFrom: today, validTo: today }
    const { codes } = await createVisitCodes(makeActor({ role: 'district' }), batch)
    const path = `/s/${wave.id}?u=${unit}&p=desk&r=desk-officer&v=`
    const page = await openPhone()
    await page.goto(path + codes[0])
    await untilKept(page, 1)
    await page.context().setOffline(true)
    await page.reload()
    await answer(page)
    await page.context().setOffline(false)
    await thanked(page)
    const stored = () => database().prisma.response.findMany({ select: { entry: true, place: true } })
    expect(await stored()).toEqual([{ entry: 'visit-code', place: 'desk' }])
    expect(await database().prisma.unusedVisitCode.count()).toBe(19)
    await closePage(page, [/ERR_INTERNET_DISCONNECTED/])

    const [first, second] = [await openPhone(), await openPhone()]
    for (const one of [first, second]) {
      await one.goto(path + codes[1])
      await one.context().setOffline(true)
      await answer(one)
    }
    await first.context().setOffline(false)
    await thanked(first)
    await second.context().setOffline(false)
    await expect.poll(() => badge(second), { timeout: 30_000 }).toBe('1 phiếu không được nhận')
    expect(await second.locator('.done').textContent()).toContain('Mã này đã gửi một phiếu rồi')
    expect(await stored()).toHaveLength(2)
    for (const one of [first, second]) await closePage(one, [/ERR_INTERNET_DISCONNECTED/, /409/])
  })
})

describe('the page of SurveyJS', () => {
  it('opens without a network after the first visit, goes back with the button of the browser, and queues', async () => {
    const pages = [
      { name: 'one', elements: [used] },
      { name: 'two', elements: [visits] },
    ]
    const { page: path } = await openWave({}, { pages })
    const page = await openPhone()
    await page.goto(path)
    await page.locator('#begin').waitFor()
    await untilKept(page, 3)
    await page.context().setOffline(true)
    await page.goto(path)
    await page.locator('#consent').check()
    await page.locator('#begin').click()
    await page.getByText('Rồi', { exact: true }).click()
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByText('Các lần đến').waitFor()
    await page.goBack()
    await page.getByText('Đã đến UBND?').waitFor()
    await page.goForward()
    await page.getByText('Các lần đến').waitFor()
    await page.goBack()
    await page.goBack()
    await page.locator('#begin').waitFor()
    await page.locator('#begin').click()
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByRole('button', { name: 'Gửi phiếu' }).click()
    await page.getByRole('heading', { name: 'Phiếu đã được giữ an toàn trên máy này' }).waitFor()
    expect(await badge(page)).toBe('1 phiếu chưa gửi')
    await page.context().setOffline(false)
    await thanked(page)
    expect(await count()).toBe(1)
    await closePage(page, [/ERR_INTERNET_DISCONNECTED/])
  })
})
