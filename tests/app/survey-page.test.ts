// The page of SurveyJS in a real browser, at the front door: the same shell, the same way in, the same stored answer as from
// the light form. The light form is filled in beside it.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { closePage, expectAccessible, expectNoSidewaysScroll, openPage, phone } from '../e2e/browser'
import { frontDoorScene, makeForm, openWave } from '../support/front-door-scene'
import { makeBallotWave } from '../support/make-ballot-wave'

const { at, postFields } = frontDoorScene()
const text = (vi: string) => ({ vi, en: `${vi} (en)` })
const choices = [
  { value: 1, text: text('Rồi') },
  { value: 0, text: text('Chưa') },
]
const first = { type: 'radiogroup', name: 'used', title: text('Đã đến UBND?'), isRequired: true, choices }
const words = { type: 'comment', name: 'words', title: text('Ý kiến'), maxLength: 20 }
const why = { type: 'comment', name: 'why', title: text('Vì sao chưa?'), visibleIf: '{used} = 0' }
/** A table to which people add rows is beyond the light form. */
const visits = {
  type: 'matrixdynamic',
  name: 'visits',
  title: text('Các lần đến'),
  rowCount: 1,
  columns: [{ name: 'minutes', title: text('Bao nhiêu phút'), cellType: 'text', inputType: 'number' }],
}
const pages = (...second: object[]) => ({
  pages: [
    { name: 'one', elements: [first, why] },
    { name: 'two', elements: second },
  ],
})
const rows = () => database().prisma.response.findMany({ orderBy: { waveId: 'asc' } })

async function begin(page: Page, path: string) {
  await page.goto(path)
  await page.locator('#consent').check()
  await page.locator('#begin').click()
  await page.getByText('Đã đến UBND?').waitFor()
}
const next = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click()
const send = (page: Page) => page.getByRole('button', { name: 'Gửi phiếu' }).click()

describe('the page of SurveyJS', () => {
  it('serves a form beyond the light form on a phone, keeps the draft over a reload and another language', async () => {
    const { page: path } = await openWave({}, pages(visits, words))
    const page = await openPage({ baseURL: at(''), ...phone })
    await begin(page, path)
    await expectAccessible(page)
    await next(page) // nothing chosen yet: SurveyJS says so, in our words
    await page.getByText('Xin trả lời câu này.').waitFor()
    await page.getByText('Rồi', { exact: true }).click()
    await next(page)
    await page.getByLabel('Bao nhiêu phút').fill('45')
    await page.locator('textarea').click()
    await page.reload()
    await page.getByText('Các lần đến').waitFor()
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByText('Các lần đến (en)').waitFor()
    expect(await page.getByLabel('Bao nhiêu phút (en)').inputValue()).toBe('45')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Receipt').first().waitFor()
    await closePage(page)
    expect(await rows()).toMatchObject([{ answers: { used: 1, visits: [{ minutes: 45 }] }, language: 'en' }])
  })

  it('shows what only the server finds at the question, and stores nothing until it is mended', async () => {
    const name = { type: 'text', name: 'day', title: text('Ngày'), inputType: 'text' }
    const { wave, page: path } = await openWave({}, pages(visits, name))
    const page = await openPage({ baseURL: at('') })
    await page.route('**/api/answers', async (route) => {
      // As if the form had been written more strictly than the script knows.
      const body = route.request().postDataJSON()
      const answers =
        body.answers.day === 'hôm qua' ? { ...body.answers, day: 'x'.repeat(1200) } : body.answers
      await route.continue({ postData: JSON.stringify({ ...body, answers }) })
    })
    await begin(page, path)
    await page.getByText('Rồi', { exact: true }).click()
    await next(page)
    await page.getByLabel('Ngày').fill('hôm qua')
    await send(page)
    await page.getByRole('alert').getByText('Có 1 câu cần xem lại').waitFor()
    expect(await page.getByText('Câu “Ngày” có câu trả lời dài quá 1000 ký tự.').count()).toBe(2)
    expect(await database().prisma.response.count({ where: { waveId: wave.id } })).toBe(0)
    await page.getByLabel('Ngày').fill('hôm nay')
    await send(page)
    await page.getByText('Mã biên nhận').waitFor()
    await closePage(page, [/422/])
    const [row] = await database().prisma.response.findMany({ where: { waveId: wave.id } })
    expect(row?.answers).toEqual({ used: 1, day: 'hôm nay' })
  })

  it('shows a fault inside a table at its cell, and leads there', async () => {
    const { page: path } = await openWave({}, pages({ ...visits, rowCount: 2 }))
    const page = await openPage({ baseURL: at('') })
    await page.route('**/api/answers', async (route) => {
      const body = route.request().postDataJSON()
      const answers = { ...body.answers, visits: [{ minutes: 5 }, { minutes: 'lâu' }] }
      await route.continue({ postData: JSON.stringify({ ...body, answers }) })
    })
    await begin(page, path)
    await page.getByText('Rồi', { exact: true }).click()
    await next(page)
    for (const at of [0, 1]) await page.getByLabel('Bao nhiêu phút').nth(at).fill('5')
    await send(page)
    await page.getByRole('alert').getByText('Có 1 câu cần xem lại').waitFor()
    const order = await page.evaluate(() =>
      [...document.querySelectorAll('tbody input, tbody [role=alert]')]
        .filter((one) => one.matches('input') || one.textContent?.includes('Bao nhiêu phút'))
        .map((one) => one.tagName),
    )
    expect(order, 'between the first row and the second').toEqual(['INPUT', 'DIV', 'INPUT'])
    await page.locator('#errors a').click()
    const focused = await page.evaluate(() => document.activeElement?.closest('tr')?.rowIndex)
    expect(focused, 'below the heads, the first row and the fault').toBe(3)
    await expectAccessible(page)
    await closePage(page, [/422/])
  })

  it('says without JavaScript what to do instead, and takes no plain posts', async () => {
    const { page: path } = await openWave({}, pages(visits))
    const page = await openPage({ baseURL: at(''), javaScriptEnabled: false })
    await page.goto(path)
    await page.getByText('cần trình duyệt có bật JavaScript').waitFor()
    expect(await page.getByText('xin phiếu giấy').isVisible()).toBe(true)
    expect(await page.locator('#begin').isVisible()).toBe(false)
    await closePage(page)
    expect((await postFields(path, [['~go', 'next']])).status).toBe(405)
  })

  it('stores what the light form stores, answer for answer, and so in a secret ballot, where an officer may choose', async () => {
    const form = pages({ type: 'rating', name: 'rate', title: text('Chấm điểm') }, words)
    const stored: unknown[] = []
    for (const renderer of ['surveyjs', 'light']) {
      const { id: formId } = await makeForm(form)
      const { wave, groups } = await makeBallotWave({ formId, renderer })
      const { unit, codes } = groups[0]!
      const page = await openPage({ baseURL: at('') })
      await page.goto(`/s/${wave.id}?u=${unit}#${codes[0]}`)
      await page.getByRole('button', { name: 'Nhận phiếu kín và bắt đầu' }).click()
      await page.locator('#consent').check()
      await page.getByRole('button', { name: 'Bắt đầu trả lời' }).click()
      await page.getByText('Rồi', { exact: true }).click()
      await page.getByText('Chưa', { exact: true }).click()
      await page.getByLabel('Vì sao chưa?').fill('bận')
      await next(page)
      await page.getByText('4', { exact: true }).click()
      await page.locator('textarea').last().fill('tốt')
      await send(page)
      await page.getByRole('button', { name: 'Gửi ngay' }).click()
      await page.getByRole('heading', { name: 'Phiếu kín đã vào hòm phiếu' }).waitFor()
      await closePage(page)
      const [row] = await database().prisma.ballot.findMany({ where: { waveId: wave.id } })
      const { answers, coded, language } = row!
      stored.push({ answers, coded, language })
    }
    expect(stored[0]).toEqual(stored[1])
    expect(stored[0]).toMatchObject({ answers: { used: 0, why: 'bận', rate: 4, words: 'tốt' } })
  })
})
