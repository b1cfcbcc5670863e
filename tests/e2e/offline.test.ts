// Answers without a network: the browser is closed and started again on a device that keeps its profile, somebody else
// answers in the server's name, and a file is carried to an officer.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, describe, expect, inject, it } from 'vitest'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  openProfile,
  phone,
  signIn,
} from './browser'
import { answerAll, answerPage, begin, heading, next } from './fill-in'

const form = '/s/hai-long-thuong-xuyen?u=22873-2'
const folders: string[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function newProfile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'thuoc-do-profile-'))
  folders.push(folder)
  return folder
}

/** The page is kept for use without a network: page and script are in the worker's store. */
async function untilKept(page: Page) {
  await expect
    .poll(() => page.evaluate(async () => (await caches.match(location.href)) !== undefined), {
      timeout: 20_000,
    })
    .toBe(true)
  await expect
    .poll(() =>
      page.evaluate(
        async () => (await caches.match(document.querySelector('script')?.src ?? '')) !== undefined,
      ),
    )
    .toBe(true)
}

/** Everything in the product's database of the browser, bytes as text. */
const inStorage = (page: Page) =>
  page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('thuoc-do')
      request.onsuccess = () => resolve(request.result)
    })
    const all = await new Promise<Record<string, unknown>[]>((resolve) => {
      const request = opened.transaction('outbox').objectStore('outbox').getAll()
      request.onsuccess = () => resolve(request.result)
    })
    const key = await new Promise<CryptoKey>((resolve) => {
      const request = opened.transaction('keys').objectStore('keys').get('answers')
      request.onsuccess = () => resolve(request.result)
    })
    opened.close()
    const text = all.map((one) => new TextDecoder('latin1').decode(one.sealed as ArrayBuffer)).join('')
    return {
      fields: all.map((one) => Object.keys(one).sort().join()),
      text,
      isKeyExtractable: key.extractable,
    }
  })

async function answerOffline(page: Page) {
  await begin(page)
  await answerAll(page)
  await page.getByRole('heading', { name: 'Phiếu đã được giữ an toàn trên máy này' }).waitFor()
}

describe('a phone whose network goes away', () => {
  it('opens the form, keeps the answer through a restart and sends it exactly once when the network is back', async () => {
    const folder = await newProfile()
    let context: BrowserContext = await openProfile(folder)
    let page = context.pages()[0] ?? (await context.newPage())
    await page.goto(form)
    await untilKept(page)
    await context.setOffline(true)
    await page.goto(form)
    await begin(page)
    await answerPage(page)
    await next(page).click()
    await page.goto(form)
    expect(
      await page.locator('section:not([hidden])').getAttribute('data-page'),
      'the draft of this tab',
    ).toBe('2')
    await next(page).click()
    await answerAll(page)
    await page.getByRole('heading', { name: 'Phiếu đã được giữ an toàn trên máy này' }).waitFor()
    const { fields, text, isKeyExtractable } = await inStorage(page)
    expect(fields).toEqual(['isRefused,iv,receipt,sealed'])
    for (const plain of ['answers', 'age_band', 'hai-long']) expect(text).not.toContain(plain)
    expect(isKeyExtractable).toBe(false)
    await context.close()

    context = await openProfile(folder)
    page = context.pages()[0] ?? (await context.newPage())
    await context.setOffline(true)
    await page.goto(form)
    expect(await heading(page).isVisible(), 'the page opens in airplane mode').toBe(true)
    expect(await page.locator(':checked:not(option)').count(), 'and is empty').toBe(0)
    await expect.poll(() => page.locator('#outbox').textContent()).toBe('1 phiếu chưa gửi')
    const stored: number[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('/api/answers')) stored.push(response.status())
    })
    await context.setOffline(false)
    await expect.poll(() => page.locator('#outbox').isVisible(), { timeout: 20_000 }).toBe(false)
    expect(stored).toEqual([201])
    await context.close()
  })

  it.each([
    ['the login page of a Wi-Fi with 200', 200, 'text/html', '<h1>Wi-Fi</h1>'],
    ['somebody else’s JSON with 201', 201, 'application/json', '{"receipt":"another"}'],
    ['a broken proxy', 502, 'text/html', 'bad gateway'],
  ])('does not take %s for the server', async (_name, status, contentType, body) => {
    const page = await openPage(phone)
    await page.route('**/api/answers', (route) => route.fulfill({ status, contentType, body }))
    await page.goto(form)
    await answerOffline(page)
    await expect.poll(() => page.locator('#outbox').textContent()).toBe('1 phiếu chưa gửi')
    await page.unroute('**/api/answers')
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect.poll(() => page.locator('.done h1').textContent(), { timeout: 20_000 }).toContain('cảm ơn')
    await closePage(page, [/502/])
  })

  it('sends again under the same receipt when the connection breaks after the server has stored the answer', async () => {
    const page = await openPage(phone)
    const attempts: { receipt: string; status: number }[] = []
    await page.route('**/api/answers', async (route) => {
      const { receipt } = route.request().postDataJSON()
      const response = await route.fetch()
      attempts.push({ receipt, status: response.status() })
      await (attempts.length === 1 ? route.abort('connectionreset') : route.fulfill({ response }))
    })
    await page.goto(form)
    await answerOffline(page)
    await expect.poll(() => page.locator('.done h1').textContent(), { timeout: 40_000 }).toContain('cảm ơn')
    expect(attempts.map(({ status }) => status)).toEqual([201, 201])
    expect(new Set(attempts.map(({ receipt }) => receipt)).size).toBe(1)
    await closePage(page, [/ERR_CONNECTION_RESET/])
  })

  it('keeps and shows an answer that the server refuses', async () => {
    const page = await openPage(phone)
    const problem = { code: 'wave_closed', title: 'Đợt khảo sát đã đóng.', titleEn: 'The wave is closed.' }
    await page.route('**/api/answers', (route) =>
      route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
    )
    await page.goto(form)
    await answerOffline(page)
    expect(await page.locator('.done').textContent()).toContain('Đợt khảo sát đã đóng.')
    await page.locator('#outbox').click()
    expect(await page.locator('dialog .letters').textContent()).toContain('Đợt khảo sát đã đóng.')
    await expectAccessible(page)
    await keepScreenshot(page, 'outbox-360')
    await page.reload()
    await expect.poll(() => page.locator('#outbox').textContent()).toBe('1 phiếu không được nhận')
    await closePage(page, [/409/])
  })
})

describe('a browser that keeps nothing', () => {
  const noDatabase = () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('private window', 'SecurityError')
    }
  }
  const noRoom = () => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name === 'outbox') throw new DOMException('the disk is full', 'QuotaExceededError')
      return put.apply(this, given)
    }
  }

  it.each([
    ['has no database, as in some private windows', noDatabase],
    ['has no room left', noRoom],
  ])(
    'sends all the same, and asks to keep the page open while there is no network, when it %s',
    async (_name, breakIt) => {
      const page = await openPage(phone)
      await page.addInitScript(breakIt)
      await page.goto(form)
      await begin(page)
      await page.context().setOffline(true)
      await answerAll(page)
      await page.getByText('Xin đừng đóng trang').waitFor()
      const sent: number[] = []
      page.on('response', (response) => {
        if (response.url().endsWith('/api/answers')) sent.push(response.status())
      })
      await page.context().setOffline(false)
      await page.locator('.done').waitFor()
      expect(sent).toEqual([201])
      await closePage(page, [/ERR_INTERNET_DISCONNECTED/])
    },
  )
})

describe('a device that finds no network in time', () => {
  it('saves a sealed file that an officer imports twice, and every answer is there once', async () => {
    const page = await openPage(phone)
    await page.route('**/api/answers', (route) => route.abort())
    await page.goto(form)
    await answerOffline(page)
    await page.locator('#outbox').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Xuất ra tệp' }).click(),
    ])
    const path = await download.path()
    expect(await readFile(path, 'utf8')).not.toContain('age_band')
    const file = {
      name: download.suggestedFilename(),
      mimeType: 'application/json',
      buffer: await readFile(path),
    }

    const desk = await openPage()
    await signIn(desk, 'can-bo-huyen')
    await desk.goto('/waves/hai-long-thuong-xuyen/collect?m=kiosk&u=22873-2&p=desk&r=desk-officer')
    await expectAccessible(desk)
    await keepScreenshot(desk, 'collect')
    for (const outcome of ['1 đã ghi', '1 đã có từ trước']) {
      await desk.locator('input[type=file]').setInputFiles(file)
      await desk.getByRole('button', { name: 'Nhập tệp' }).click()
      await desk.getByText(outcome).waitFor()
    }
    const half = file.buffer.subarray(0, file.buffer.length / 2)
    await desk.locator('input[type=file]').setInputFiles({ ...file, buffer: half })
    await desk.getByRole('button', { name: 'Nhập tệp' }).click()
    await desk.getByText('Tệp bị cắt ngang khi sao chép').waitFor()
    await keepScreenshot(desk, 'collect-imported')
    await desk.setViewportSize({ width: 360, height: 740 })
    await expectNoSidewaysScroll(desk)
    await keepScreenshot(desk, 'collect-360')
    await closePage(desk)

    await page.unroute('**/api/answers')
    const answers: number[] = []
    page.on('response', (response) => {
      if (response.url() === new URL('/api/answers', inject('baseUrl')).href) answers.push(response.status())
    })
    await page.getByRole('button', { name: 'Gửi ngay' }).click()
    await expect.poll(() => answers, { timeout: 20_000 }).toEqual([201])
    await expect.poll(() => page.locator('.letters li').count()).toBe(0)
    await closePage(page, [/ERR_FAILED/])
  })
})
