// What protects an account beside its password: an authenticator app, a passkey in a virtual authenticator of the browser,
// recovery codes; and an administrator who takes it off again.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '#lib/totp'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
  signIn,
} from './browser'

const login = 'thu-lop-hai'
const halfMinute = 30_000
let [password, secret] = ['', '']
let recoveryCodes: string[] = []

beforeAll(async () => {
  const admin = await openPage()
  await signIn(admin, 'quan-tri')
  await admin.goto('/admin/users/new')
  await admin.getByLabel('Họ và tên').fill('Nguyễn Thử Lớp Hai')
  await admin.getByLabel('Tên đăng nhập').fill(login)
  await admin.getByRole('button', { name: 'Tạo tài khoản' }).click()
  password = await admin.locator('[role=status] code').innerText()
  await closePage(admin)
})

/** The right name and password: what comes then depends on the account. */
async function enter(page: Page) {
  await page.goto('/sign-in')
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill(password)
  await page.locator('input[name=password]').press('Enter')
}

async function typeCode(page: Page, code: string) {
  await page.locator('input[name=code]').fill(code)
  await page.locator('input[name=code]').press('Enter')
}

/** The browser forgets who is signed in, and nothing else. */
const forget = (page: Page) => page.context().clearCookies({ name: 'thuoc-do' })
const isIn = (page: Page) => page.waitForURL('**/dashboard')

describe('an authenticator app', () => {
  it('is set up with a picture or by typing, and asked for from then on; a wrong code lets nobody in', async () => {
    const page = await openPage(phone)
    await enter(page)
    await isIn(page)
    await page.goto('/account')
    await page.getByRole('link', { name: 'Thiết lập ứng dụng xác thực' }).click()
    await page.waitForURL('**/account/app')
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await keepScreenshot(page, 'second-factor-app-360')
    secret = (await page.locator('section code').innerText()).replace(/\s/g, '')
    await typeCode(page, codeAt(secret, Date.now()))
    await page.getByText('Hãy cất mười mã dự phòng').waitFor()
    recoveryCodes = await page.locator('ol code').allInnerTexts()
    expect(recoveryCodes).toHaveLength(10)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await keepScreenshot(page, 'second-factor-codes-360')

    await forget(page)
    await enter(page)
    await page.getByRole('heading', { name: 'Xác nhận lớp thứ hai' }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await keepScreenshot(page, 'second-factor-step-360')
    await typeCode(page, '000000')
    await page.getByText('Mã không đúng, đã dùng hoặc đã hết hạn').waitFor()
    await page.goto('/dashboard')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await enter(page)
    // the code of the half minute to come: the one of now was used up
    await typeCode(page, codeAt(secret, Date.now() + halfMinute))
    await isIn(page)
    await closePage(page, [/status of 401/])
  })

  it('can be replaced by a recovery code, once', async () => {
    const page = await openPage()
    await enter(page)
    await typeCode(page, recoveryCodes[0]!.toUpperCase())
    await isIn(page)
    await forget(page)
    await enter(page)
    await typeCode(page, recoveryCodes[0]!)
    await page.getByText('Mã không đúng, đã dùng hoặc đã hết hạn').waitFor()
    await closePage(page, [/status of 401/])
  })
})

describe('a passkey', () => {
  it('lets in alone, or as the second step after the password', async () => {
    const page = await openPage()
    const device = await page.context().newCDPSession(page)
    await device.send('WebAuthn.enable')
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
        ...{ isUserVerified: true, automaticPresenceSimulation: true },
      },
    })
    await enter(page)
    await typeCode(page, recoveryCodes[1]!)
    await isIn(page)
    await page.goto('/account')
    await page.getByLabel('Tên khóa').fill('Máy thử')
    await page.getByRole('button', { name: 'Thêm khóa trên thiết bị này' }).click()
    await page.getByText('Đã thêm khóa truy cập.').waitFor()
    await page.getByRole('button', { name: 'Gỡ khóa “Máy thử”' }).waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, 'passkey-1280')

    await forget(page)
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập (passkey)' }).click()
    await isIn(page)

    await forget(page)
    await enter(page)
    await page.getByRole('button', { name: 'Xác nhận bằng khóa truy cập' }).click()
    await isIn(page)

    await page.goto('/account/confirm')
    await page.getByRole('button', { name: 'Xác nhận bằng khóa truy cập' }).click()
    await page.waitForURL('**/account')
    await closePage(page)
  })

  it('is taken off by an administrator for somebody who has lost everything, and the password alone lets in again', async () => {
    const admin = await openPage()
    await signIn(admin, 'quan-tri')
    await admin.goto('/admin/users')
    await admin.getByRole('link', { name: login }).click()
    await admin.getByText('Khóa truy cập: 1.').waitFor()
    await expectAccessible(admin)
    await keepScreenshot(admin, 'user-protection-1280')
    await admin.getByRole('button', { name: 'Gỡ lớp bảo vệ thứ hai' }).click()
    await admin.getByText('Khóa truy cập: 0.').waitFor()
    await closePage(admin)
    const page = await openPage()
    await enter(page)
    await isIn(page)
    await closePage(page)
  })
})
