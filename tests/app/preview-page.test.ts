// Staff look at a form as people get it: the light form, or SurveyJS where only that shows it. Judged as for real, never
// stored, and nothing stays on the device.
import { encode } from 'next-auth/jwt'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { insertSession } from '#lib/db/sessions'
import { env, settle } from '#lib/env'
import { closePage, expectAccessible, expectNoSidewaysScroll, openPage, phone } from '../e2e/browser'
import { frontDoorScene, openWave } from '../support/front-door-scene'
import { makeUser } from '../support/make'

settle({ AUTH_SECRET: 'a secret of this test, long enough to be one' })
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

async function preview(...elements: object[]) {
  const { wave } = await openWave({}, { elements })
  const form = await database().prisma.definition.findUniqueOrThrow({ where: { id: wave.formId } })
  return `/definitions/forms/${form.slug}/${form.version}/preview`
}

async function cookieOf(role: 'viewer' | 'analyst') {
  const user = await makeUser({ role, login: `${role}-${Math.random()}` })
  const sessionId = await insertSession({
    userId: user.id,
    device: '',
    means: 'password',
    expiresAt: new Date(Date.now() + 3_600_000),
    confirmedAt: null,
  })
  return `thuoc-do=${await encode({ token: { sessionId }, secret: env().AUTH_SECRET! })}`
}

async function openAsStaff(options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const page = await openPage({ baseURL: at(''), ...phone, ...options })
  const [name = '', value = ''] = (await cookieOf('viewer')).split(/=(.*)/s)
  await page.context().addCookies([{ name, value, url: at('/') }])
  return page
}

describe('the preview of a form', () => {
  it('is for whoever is signed in; a forged cookie is nobody', async () => {
    const path = await preview(used)
    for (const cookie of ['', 'thuoc-do=forged']) {
      const sent = await fetch(at(path), { redirect: 'manual', headers: { cookie } })
      expect([sent.status, sent.headers.get('location')]).toEqual([
        303,
        `/sign-in?callbackUrl=${encodeURIComponent(path)}`,
      ])
    }
    const shown = await fetch(at(path), { headers: { cookie: await cookieOf('analyst') } })
    expect(shown.status).toBe(200)
    expect(await shown.text()).toContain('Xem thử: phiếu hiện như người dân thấy')
    const unknown = path.replace(/\d+\/preview/, '99/preview')
    expect((await fetch(at(unknown), { headers: { cookie: await cookieOf('viewer') } })).status).toBe(404)
  })

  it('is the light form with its script: the same faults, then thanks, and nothing is stored or kept', async () => {
    const page = await openAsStaff()
    await page.goto(await preview(used))
    await expectAccessible(page)
    await page.locator('#consent').check()
    await page.locator('#next').click()
    await page.getByRole('button', { name: 'Gửi phiếu' }).click()
    await page.locator('#errors a').waitFor()
    await page.getByLabel('Rồi').check()
    await page.getByRole('button', { name: 'Gửi phiếu' }).click()
    await page.getByRole('heading', { name: 'Cảm ơn' }).waitFor()
    await page.getByText('không gửi và không lưu gì').waitFor()
    const kept = await page.evaluate(async () => (await indexedDB.databases()).length)
    expect([await count(), kept, await page.locator('#outbox').count()]).toEqual([0, 0, 0])
    await closePage(page)
  })

  it('works without a script, as for citizens', async () => {
    const page = await openAsStaff({ javaScriptEnabled: false })
    await page.goto(await preview(used))
    await page.locator('#consent').check()
    await page.locator('#next').click()
    await page.locator('#next').click()
    await page.locator('#errors a').waitFor()
    await page.getByLabel('Chưa').check()
    await page.locator('#next').click()
    await page.getByRole('heading', { name: 'Cảm ơn' }).waitFor()
    await page.getByText('không gửi và không lưu gì').waitFor()
    expect(await count()).toBe(0)
    await closePage(page, [/422/])
  })

  it('is the page of SurveyJS where only that shows the form, judged by the server all the same', async () => {
    const page = await openAsStaff()
    await page.goto(await preview(used, visits))
    await page.locator('#consent').check()
    await page.locator('#begin').click()
    await page.getByText('Rồi', { exact: true }).click()
    await page.getByRole('button', { name: 'Gửi phiếu' }).click()
    await page.getByRole('heading', { name: 'Cảm ơn' }).waitFor()
    await expectNoSidewaysScroll(page)
    expect(await count()).toBe(0)
    await closePage(page)
  })

  it('refuses wrong answers that a script sends, and stores right ones no more than wrong ones', async () => {
    const path = await preview(used)
    const headers = { cookie: await cookieOf('viewer'), 'content-type': 'application/json' }
    const send = async (answers: unknown) => {
      const sent = await fetch(at(path), {
        method: 'POST',
        headers,
        body: JSON.stringify({ receipt: 'r', answers }),
      })
      return [sent.status, ((await sent.json()) as { code?: string }).code]
    }
    expect(await send({ used: 7 })).toEqual([422, 'invalid_answers'])
    expect(await send('x')).toEqual([422, 'invalid_input'])
    expect(await send({ used: 1 })).toEqual([201, undefined])
    expect(await count()).toBe(0)
  })
})
