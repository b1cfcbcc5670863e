// The single sign-on in a browser, with a real OpenID provider: an administrator expects somebody, who comes, works, signs out
// here and over there; and somebody whom nobody expects.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RealProvider, startRealProvider } from '../support/real-provider'
import { startWholeServer, type WholeServer } from '../support/whole-server'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
  signIn,
} from './browser'
import { expectForEverybody } from './for-everybody'

const email = 'an@ninhphuoc.example'
let provider: RealProvider
let server: WholeServer

beforeAll(async () => {
  server = await startWholeServer(async (url) => {
    provider = await startRealProvider(`${url}/sign-in/provider/return`)
    return { ...provider.settings, OIDC_NAME: 'Cổng của tỉnh' }
  })
  provider.people.set('an', { sub: 'an', email, email_verified: true })
  provider.people.set('la', { sub: 'la', email: 'la@ninhphuoc.example', email_verified: true })
}, 600_000)
afterAll(async () => {
  await server?.stop()
  await provider?.stop()
})

const open = (options = {}) => openPage({ baseURL: server.url, ...options })
/** What the pages of the provider, which are not ours, ask for elsewhere. */
const notOurs = [/fonts\.googleapis\.com/, /favicon/]

async function go(page: Page) {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Đăng nhập qua Cổng của tỉnh' }).click()
}

/** Types a name into the provider's page and agrees to what it passes on. */
async function enterAs(page: Page, login: string) {
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill('mật khẩu ở nơi khác')
  await page.locator('button[type=submit]').click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

describe('the single sign-on', () => {
  it('lets in whom an administrator expects, and says after signing out that one is still signed in over there', async () => {
    const admin = await open()
    await signIn(admin, 'quan-tri')
    await admin.goto('/admin/users/new')
    await admin.getByLabel('Họ và tên').fill('Nguyễn An')
    await admin.getByLabel('Tên đăng nhập').fill('nguyen-an')
    await admin.getByRole('button', { name: 'Tạo tài khoản' }).click()
    await admin.locator('[role=status] code').waitFor()
    await admin.goto('/admin/users')
    await admin.getByRole('link', { name: 'nguyen-an' }).click()
    const form = admin.locator('form').filter({ hasText: 'Nhận ra bằng' })
    await form.getByLabel('Giá trị').fill(email)
    await form.getByRole('button').click()
    await admin.getByText(`“${email}”`).or(admin.getByText(email)).first().waitFor()
    await closePage(admin)

    const page = await open(phone)
    await page.goto('/sign-in')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await keepScreenshot(page, 'sign-in-provider-360')
    await go(page)
    await enterAs(page, 'an')
    await page.waitForURL(`${server.url}/dashboard`)
    const cookies = await page.context().cookies(server.url)
    await page.goto('/account')
    await page.getByRole('cell', { name: 'cổng đăng nhập chung' }).waitFor()

    await signOut(page)
    await page.waitForURL('**/sign-in/left')
    await expectForEverybody(page)
    await keepScreenshot(page, 'signed-out-here-360')
    // the old cookie opens nothing, but the way through the provider still stands open
    await page.context().addCookies(cookies.filter(({ name }) => name === 'thuoc-do'))
    await page.goto('/dashboard')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await go(page)
    await page.waitForURL(`${server.url}/dashboard`)

    await signOut(page)
    await page.getByRole('link', { name: 'Đăng xuất cả ở Cổng của tỉnh' }).click()
    await page.getByRole('button', { name: 'Yes, sign me out' }).click()
    await page.waitForURL(`${server.url}/sign-in`)
    await go(page)
    await page.locator('input[name=login]').waitFor()
    expect(page.url()).toContain(provider.issuer)
    await closePage(page, notOurs)
  })

  it('lets nobody in whom nobody expects, and says what to do', async () => {
    const page = await open()
    await go(page)
    await enterAs(page, 'la')
    await page.getByText('chưa có tài khoản nào ở đây gắn với ông/bà').waitFor()
    await expectAccessible(page)
    await page.goto('/dashboard')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await closePage(page, notOurs)
  })
})

/** Out of the menu, which a phone has behind a button. */
async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Mở điều hướng' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Đăng xuất' }).click()
}
