// A delegate answers in secret: from the invitation to the receipt, on one device and on two, with a network that goes away
// and a tab that is closed. One story writes down everything the browser says to the server and looks for a link.
import type { BrowserContext, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatInvitationCode } from '#lib/ballots/invitation-code'
import { checkReceipt } from '#lib/ledger/receipt-file'
import { type BallotServer, startBallotServer } from '../support/ballot-server'
import { answer, button, getBallot, receiptOn, saveReceipt, thanks } from './ballot-hands'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
} from './browser'
import { answerAll, answerPage, begin, next } from './fill-in'

let server: BallotServer
let codes: string[]
beforeAll(async () => {
  server = await startBallotServer({ people: 12 })
  codes = [...server.groups[0]!.codes]
})
afterAll(() => server.stop())

const newCode = () => codes.pop()!
const link = (code: string) => `${server.url}${server.path}#${code}`

describe('an invitation', () => {
  it('leads from the link to the receipt on a phone, and leaves no code in the address', async () => {
    const page = await openPage(phone)
    await page.goto(link(newCode()))
    await page.getByText('Lời mời hợp lệ').waitFor()
    expect(page.url()).toBe(`${server.url}${server.path}`)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await keepScreenshot(page, 'ballot-gate-360')
    await getBallot(page)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await keepScreenshot(page, 'ballot-form-360')
    await answer(page)
    await expectAccessible(page)
    await keepScreenshot(page, 'ballot-wait-360')
    await button(page, 'Gửi ngay').click()
    await thanks(page).waitFor()
    await page.getByText('máy chủ hứa ghi vào sổ đúng những gì').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await keepScreenshot(page, 'ballot-done-360')
    const receipt = await receiptOn(page)
    expect((await server.ballots()).map((one) => one.receipt)).toContain(receipt)

    const file = await saveReceipt(page)
    expect(checkReceipt(file)).toEqual({ isOwnLeaf: true, promise: 'signed', proof: 'none' })
    expect(file.answer.receipt).toBe(receipt)
    await closePage(page)
  })

  it('is typed from a letter on the page without a unit, small letters and spaces and all', async () => {
    const page = await openPage()
    await page.goto(`${server.url}/s/${server.wave}`)
    await expectAccessible(page)
    const box = page.getByLabel('Mã mời trong thư, hoặc mã tiếp tục')
    await box.fill('không phải mã')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await expectAccessible(page)
    await box.fill('0000-0000-0000-0000-0000')
    await page.keyboard.press('Enter')
    await page.locator('#gate-work .errors').waitFor()
    await button(page, 'Nhập mã khác').click()
    await box.fill(formatInvitationCode(newCode()).toLowerCase().replaceAll('-', ' '))
    await page.keyboard.press('Enter')
    await page.getByText('Lời mời hợp lệ').waitFor()
    expect(new URL(page.url()).search).toBe(new URL(link('x')).search)
    await keepScreenshot(page, 'ballot-gate-1280')
    await getBallot(page)
    await closePage(page, [/status of 403/])
  })

  it('gets one ballot only: a second browser is told where the first one is', async () => {
    const code = newCode()
    const first = await openPage()
    await first.goto(link(code))
    await getBallot(first)
    const second = await openPage()
    await second.goto(link(code))
    await button(second, 'Nhận phiếu kín và bắt đầu').click() // nothing before tells whether a code was used
    await second.getByText('đã được nhận trên một máy hoặc trình duyệt khác').waitFor()
    await expectAccessible(second)
    await closePage(second, [/status of 409/])
    await first.reload()
    await first.locator('#consent').waitFor()
    await closePage(first)
  })

  it('stops in plain words when the server hands out a key of its own', async () => {
    const page = await openPage()
    await page.route('**/api/ballots/invitation', async (route) => {
      const reply = await route.fetch()
      const opened = (await reply.json()) as { publicKey: string }
      const other = server.groups[1]!
      const keys = (await (await fetch(`${server.url}/api/ballots/keys/${server.wave}`)).json()) as {
        keys: { unit: string; publicKey: string }[]
      }
      const { publicKey } = keys.keys.find(({ unit }) => unit === other.unit)!
      await route.fulfill({ json: { ...opened, publicKey } })
    })
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(link(newCode()))
    await button(page, 'Nhận phiếu kín và bắt đầu').click()
    await page.getByText('khóa mà máy chủ đưa cho máy này không phải là khóa mà mọi người đều thấy').waitFor()
    expect(asked).not.toContain('/api/ballots/sign')
    await closePage(page)
  })

  it('says without a script why one is needed, and what to do instead', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto(link(newCode()))
    await page.getByText('phiếu kín cần JavaScript').waitFor()
    expect(await page.locator('#f').isVisible()).toBe(false)
    const posted = await fetch(`${server.url}${server.path}`, { method: 'POST', body: '~page=0' })
    expect(posted.status).toBe(405)
    await closePage(page)
  })
})

describe('a ballot that is interrupted', () => {
  it('goes on on another device with the resume code, and counts once', async () => {
    const here = await openPage()
    await here.goto(link(newCode()))
    await getBallot(here)
    await begin(here)
    await answerPage(here)
    const chosen = await here.locator('section:not([hidden]) input:checked').count()
    await button(here, 'Làm tiếp trên máy khác').click()
    const code = (await here.locator('dialog code').textContent()) ?? ''
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    await expectAccessible(here)
    await keepScreenshot(here, 'ballot-resume-1280')

    const there = await openPage(phone)
    await there.goto(`${server.url}${server.path}`)
    await there.getByLabel('Mã mời trong thư, hoặc mã tiếp tục').fill(code.toLowerCase())
    await there.keyboard.press('Enter')
    await next(there).waitFor()
    expect(await there.locator('section:not([hidden]) input:checked').count()).toBe(chosen)
    await answerAll(there)
    await button(there, 'Gửi ngay').click()
    await thanks(there).waitFor()
    const receipt = await receiptOn(there)

    // The first device sends as well, something else: the token is used.
    await button(here, 'Đóng').click()
    await answerAll(here)
    await button(here, 'Gửi ngay').click()
    await here.locator('.done').waitFor()
    const stored = (await server.ballots()).filter((one) => one.receipt === receipt)
    expect(stored).toHaveLength(1)
    await closePage(there)
    await closePage(here, [/status of 409/])
  })

  it('is kept through a cut network and a closed tab, and goes off at the next opening of the page', async () => {
    const code = newCode()
    const page = await openPage(phone)
    const context = page.context()
    await page.goto(link(code))
    await getBallot(page)
    await answer(page)
    const before = (await server.ballots()).length
    await cutNetwork(context)
    await button(page, 'Gửi ngay').click()
    await page.getByRole('heading', { name: 'Phiếu kín chưa gửi được' }).waitFor()
    const receipt = await receiptOn(page)
    await page.close()
    await context.unroute('**/*')
    const again = await context.newPage()
    await again.goto(link(code))
    await thanks(again).waitFor()
    expect(await receiptOn(again)).toBe(receipt)
    const stored = await server.ballots()
    expect(stored).toHaveLength(before + 1)
    expect(stored.map((one) => one.receipt)).toContain(receipt)
    await context.close()
  })

  it('goes off by itself when the tab was closed during the wait', async () => {
    const code = newCode()
    const page = await openPage()
    const context = page.context()
    await page.goto(link(code))
    await getBallot(page)
    await answer(page)
    const before = (await server.ballots()).length
    await page.close()
    expect(await server.ballots()).toHaveLength(before)
    const again = await context.newPage()
    await again.clock.install({ time: Date.now() + 6 * 60_000 })
    await again.goto(link(code))
    await thanks(again).waitFor()
    expect(await server.ballots()).toHaveLength(before + 1)
    await context.close()
  })

  it('comes back for a change before it is sent, and finishes when the reply to the signature was lost', async () => {
    const page = await openPage()
    let isLost = false
    await page.route('**/api/ballots/sign', async (route) => {
      if (isLost) return route.continue()
      isLost = true
      await route.fetch()
      return route.abort()
    })
    await page.goto(link(newCode()))
    await button(page, 'Nhận phiếu kín và bắt đầu').click()
    await page.getByText('Không liên lạc được với máy chủ').waitFor()
    await button(page, 'Thử lại').click()
    await page.locator('#consent').waitFor()
    await answer(page)
    await button(page, 'Quay lại sửa').click()
    await next(page).click()
    await button(page, 'Gửi ngay').click()
    await thanks(page).waitFor()
    await closePage(page, [/ERR_FAILED/])
  })
})

async function cutNetwork(context: BrowserContext) {
  await context.route('**/*', (route) => route.abort('internetdisconnected'))
}

/** All that one request tells: its line, its headers, its body. */
type Said = { method: string; path: string; headers: Record<string, string>; body: string }

async function said(request: Request): Promise<Said> {
  const { pathname, search } = new URL(request.url())
  const body = request.postDataBuffer()?.toString('latin1') ?? ''
  return { method: request.method(), path: pathname + search, headers: await request.allHeaders(), body }
}

/** Runs of twelve characters or more that could be a name for somebody: identifiers, keys, hashes. */
const marks = (text: string): Set<string> => new Set(text.match(/[\w-]{12,}/g) ?? [])

describe('what the browser tells the server', () => {
  it('never joins who was invited to what was answered, from the first byte to the receipt', async () => {
    const page = await openPage()
    const context = page.context()
    await context.addCookies([
      { name: 'thuoc-do', value: 'a-session-of-a-signed-in-delegate', url: server.url },
      { name: 'device', value: 'number-of-this-browser-0001', url: server.url },
    ])
    const all: Promise<Said>[] = []
    context.on('request', (request) => all.push(said(request)))
    const code = newCode()
    await page.goto(link(code))
    await getBallot(page)
    await begin(page)
    await answerPage(page)
    await button(page, 'Làm tiếp trên máy khác').click()
    const resumeCode = (await page.locator('dialog code').textContent()) ?? ''
    await button(page, 'Đóng').click()
    await answerAll(page)
    await button(page, 'Gửi ngay').click()
    await thanks(page).waitFor()
    const receipt = await receiptOn(page)
    const spoken = await Promise.all(all)

    const of = (path: string) => spoken.filter((one) => one.path === path)
    const [invited, signed, cast] = ['/api/ballots/invitation', '/api/ballots/sign', '/api/ballots'].map(of)
    expect([invited!.length, signed!.length, cast!.length]).toEqual([1, 1, 1])

    // The code is told twice, to be let in and to be signed for, and nowhere else; neither is the resume code, at all.
    const everything = spoken.map((one) => JSON.stringify(one))
    expect(everything.filter((one) => one.includes(code))).toHaveLength(2)
    expect(
      everything.filter((one) => one.includes(resumeCode) || one.includes(resumeCode.replaceAll('-', ''))),
    ).toEqual([])
    // The receipt and the answers go out once.
    expect(everything.filter((one) => one.includes(receipt))).toHaveLength(1)

    // Nothing of the protocol carries a cookie, an account, or the page it came from.
    for (const one of spoken.filter(({ path }) => path.startsWith('/api/'))) {
      expect(Object.keys(one.headers), one.path).not.toContain('cookie')
      expect(Object.keys(one.headers), one.path).not.toContain('authorization')
      expect(one.headers.referer, one.path).toBeUndefined()
    }

    // No value but the names of the wave, its unit and its form stands on both sides.
    const [known, answered] = [[...invited!, ...signed!], cast!].map(
      (side) => new Set(side.flatMap((one) => [...marks(one.body), ...marks(JSON.stringify(one.headers))])),
    )
    const inEveryRequest = marks(JSON.stringify(of('/api/ballots')[0]!.headers))
    const shared = [...known!].filter((mark) => answered!.has(mark) && !inEveryRequest.has(mark))
    expect(shared).toEqual([])
    // Headers of the two sides differ in nothing but the length of what was sent.
    const { 'content-length': _a, ...headersOfSign } = signed![0]!.headers
    const { 'content-length': _b, ...headersOfCast } = cast![0]!.headers
    expect(headersOfCast).toEqual(headersOfSign)

    // Drafts are sealed, and not one is touched between "send" and the receipt.
    const drafts = spoken.filter(({ path }) => path.startsWith('/api/drafts/'))
    expect(drafts.length).toBeGreaterThan(0)
    for (const draft of drafts) {
      expect([...marks(draft.body)].filter((mark) => answered!.has(mark))).toEqual([])
      expect((draft.body.length - 28) % 4096).toBe(0)
    }
    const last = spoken.findLastIndex(({ path }) => path.startsWith('/api/drafts/'))
    expect(last).toBeLessThan(spoken.findIndex(({ path }) => path === '/api/ballots'))
    await closePage(page)
  })
})

describe('“How can I check?”', () => {
  it('shows keys and scripts whose hashes anybody can compute again', async () => {
    const page = await openPage(phone)
    await page.goto(`${server.url}/s/${server.wave}/check`)
    expect(await page.locator('h1').textContent()).toBe('Tôi kiểm tra bằng cách nào?')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await keepScreenshot(page, 'ballot-check-360')
    for (const file of await page.locator('dl a[href^="/s/"]').all()) {
      const url = await file.getAttribute('href')
      const bytes = await (await fetch(`${server.url}${url}`)).arrayBuffer()
      const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
      expect(await page.locator('main').textContent()).toContain(hash)
    }
    const form = await (await fetch(`${server.url}${server.path}`)).text()
    const run = [...form.matchAll(/<script src="([^"]+)"/g)].map(([, url]) => url)
    expect(run).toEqual([await page.locator('dl a[href^="/s/"]').first().getAttribute('href')])
    await closePage(page)
  })
})
