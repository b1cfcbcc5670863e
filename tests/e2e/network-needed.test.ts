// A form whose every step asks the server (it repeats an answer in a later question): the page says what that means before
// somebody starts, holds a step back while there is no network, and is no kiosk. No form of ours is like that, so the page
// is drawn here and put in the place of a sample form's.
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { compileForm } from '#lib/surveys/compile-form'
import { formPage } from '#lib/surveys/light-form/form-page'
import { untouched } from '#lib/surveys/light-form/form-state'
import { closePage, keepScreenshot, openPage, phone } from './browser'
import { expectForEverybody } from './for-everybody'

const path = '/s/hai-long-thuong-xuyen?u=22873-2'
const text = (vi: string) => ({ vi, en: vi })
const form = {
  pages: [
    { elements: [{ type: 'text', name: 'place', title: 'Ông/bà đến nơi nào?' }] },
    { elements: [{ type: 'comment', name: 'why', title: 'Vì sao đến {place}?' }] },
  ],
}

async function document(): Promise<string> {
  const page = await (await fetch(new URL(path, inject('baseUrl')))).text()
  const place = { unitId: '22873-2', unit: text('Xã Phước Hậu') }
  const wave = { id: 'hai-long-thuong-xuyen', title: text('Đợt'), formName: 'steps.v1', isSample: true }
  const introduction = { title: text('Hỏi từng bước'), minutes: 3, purpose: text('Mục đích') }
  const rest = { asker: text('Người hỏi'), handling: text('Cách dùng'), consent: text('Tôi đồng ý') }
  const scriptUrl = /src="(\/s\/form\.[^"]+)"/.exec(page)?.[1] ?? ''
  return formPage(
    {
      compiled: compileForm(form),
      introduction: { ...introduction, ...rest, retention: text('Thời hạn') },
      wave,
      place,
      language: 'vi',
      scriptUrl,
    },
    untouched,
  )
}

async function openDrawn(query = ''): Promise<Page> {
  const page = await openPage(phone)
  const body = await document()
  await page.route(`**${path}*`, (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body })
      : route.fallback(),
  )
  await page.goto(`${path}${query}`)
  return page
}

describe('a form whose every step asks the server', () => {
  it('says so before somebody starts, and holds a step back while there is no network', async () => {
    const page = await openDrawn()
    await page.getByText('Phiếu này cần có mạng ở từng bước').waitFor()
    await expectForEverybody(page)
    await keepScreenshot(page, 'network-needed-360')
    await page.locator('#consent').check()
    await page.context().setOffline(true)
    await page.locator('#next').click()
    await page.getByText('Đang mất mạng').waitFor()
    expect(await page.locator('#consent').isChecked(), 'nothing is lost').toBe(true)
    await expectForEverybody(page)
    await keepScreenshot(page, 'network-needed-offline-360')
    await page.context().setOffline(false)
    await expect.poll(() => page.locator('#unsent').isVisible()).toBe(false)
    const posted = page.waitForRequest((request) => request.method() === 'POST')
    await page.locator('#next').click()
    expect((await posted).postData()).toContain('consent')
    await closePage(page, [/409|422|403|404/])
  })

  it('is no kiosk, and says what to use instead', async () => {
    const page = await openDrawn('&m=kiosk')
    await page.getByText('không dùng được trên máy đặt tại chỗ').waitFor()
    expect(await page.locator('form#f').count()).toBe(0)
    await closePage(page)
  })
})
