// People who work with the product: how they get in, what they see, what they cannot do. Sample accounts, built server.

import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import messages from '../../app/_messages/vi.json'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
  signIn,
} from './browser'

const officer = 'can-bo-ninh-phuoc'
const admin = 'quan-tri'
/** The key of a message where the message should stand. */
const untranslated = new RegExp(`\\b(${Object.keys(messages).join('|')})\\.[a-z]`)
const refusals = [/status of 401/, /status of 403/, /status of 404/]
let page: Page

beforeEach(async () => {
  page = await openPage()
})

afterEach(async () => {
  await closePage(page, refusals)
})

const heading = (of: Page = page) => of.locator('h1').first().textContent()

describe('signing in', () => {
  it('keeps the name and says what is wrong, then lets the right password in, back to the page that was wanted', async () => {
    await page.goto('/units')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await expectAccessible(page)
    await page.fill('[name=login]', officer)
    await page.fill('[name=password]', 'sai mật khẩu')
    await page.click('text="Đăng nhập" >> nth=-1')
    await page.waitForURL('**/sign-in?error=*')
    expect(await page.locator('[role=alert]').first().textContent()).toContain('không đúng')
    expect(await page.inputValue('[name=login]')).toBe(officer)
    expect(await page.inputValue('[name=password]')).toBe('')
    await expectAccessible(page)
    await page.fill('[name=password]', 'du-lieu-mau-2025')
    await page.press('[name=password]', 'Enter')
    await page.waitForURL('**/units')
    expect(await heading()).toBe('Đơn vị hành chính')
  })

  it('works without scripts', async () => {
    const plain = await openPage({ javaScriptEnabled: false })
    await signIn(plain, admin)
    expect(new URL(plain.url()).pathname).toBe('/dashboard')
    await closePage(plain, refusals)
  })

  it('ends with signing out: the old cookie opens nothing any more', async () => {
    await signIn(page, admin)
    const cookies = await page.context().cookies()
    await page.locator('button:visible', { hasText: 'Đăng xuất' }).click()
    await page.waitForURL((url) => url.pathname === '/')
    await page.context().addCookies(cookies)
    await page.goto('/dashboard')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
  })

  it('never sends the password or the name into the address', async () => {
    const addresses: string[] = []
    page.on('request', (request) => addresses.push(request.url()))
    await signIn(page, admin)
    expect(addresses.filter((address) => /du-lieu-mau|login=|password/.test(address))).toEqual([])
  })
})

describe('a commune officer', () => {
  it('sees the own unit, and only the own unit, in a scoring round', async () => {
    await signIn(page, officer)
    expect(await page.locator('text=Cán bộ xã · Xã Ninh Phước').first().isVisible()).toBe(true)
    await page.goto('/rounds')
    await page.click('main table a')
    await page.waitForURL(/\/rounds\/cham-diem-/)
    await page.waitForSelector('text=Tiến độ theo đơn vị')
    expect(await page.locator('main table tbody a').allTextContents()).toEqual(['Xã Ninh Phước'])
    await expectAccessible(page)
    const response = await page.goto(`${new URL(page.url()).pathname}/units/22873-2`)
    expect(response!.status()).toBe(403)
    expect(await heading()).toBe('Bạn không có quyền xem trang này')
    await expectAccessible(page)
  })

  it.each(['/admin/users', '/admin/users/new', '/admin/audit', '/admin/data'])(
    'is refused %s',
    async (path) => {
      await signIn(page, officer)
      expect((await page.goto(path))!.status()).toBe(403)
      expect(await page.locator(`nav a[href="${path}"]`).count()).toBe(0)
    },
  )
})

describe('an administrator', () => {
  it('opens an account, whose owner signs in with the password shown once, and closes it again', async () => {
    await signIn(page, admin)
    await page.goto('/admin/users/new')
    await page.fill('[name=name]', 'Trần Thị Bình')
    await page.fill('[name=login]', 'Tên có dấu')
    await page.selectOption('[name=role]', 'commune')
    await page.click('text=Tạo tài khoản')
    await page.waitForSelector('text=3–40 chữ không dấu')
    expect(await page.inputValue('[name=name]')).toBe('Trần Thị Bình')
    expect(await page.inputValue('[name=role]')).toBe('commune')
    await page.fill('[name=login]', 'tran.binh')
    await page.selectOption('[name=unitId]', { label: 'Xã Phước Hậu · 22873' })
    await page.click('text=Tạo tài khoản')
    await page.waitForSelector('text=Mật khẩu của tài khoản “tran.binh”')
    await expectAccessible(page)
    const password = (await page.locator('[role=status] code').textContent())!

    const hers = await openPage()
    await signIn(hers, 'tran.binh', password)
    expect(await hers.locator('text=Cán bộ xã · Xã Phước Hậu').first().isVisible()).toBe(true)
    await page.goto('/admin/users')
    await page.click('text=tran.binh')
    await page.check('[name=isDisabled]')
    await page.click('text="Lưu"')
    await page.waitForSelector('text=Đã lưu.')
    await hers.goto('/dashboard')
    expect(new URL(hers.url()).pathname).toBe('/sign-in')
    await closePage(hers, refusals)
  })

  it('removes nothing without the word of confirmation', async () => {
    await signIn(page, admin)
    await page.goto('/admin/data')
    await page.fill('[name=word]', 'xoá đi')
    await page.click('main button[type=submit]')
    await page.waitForSelector('text=Hãy gõ đúng chữ XOA')
    expect(await page.inputValue('[name=word]')).toBe('xoá đi')
    await page.goto('/')
    expect(await page.locator('text=Dữ liệu mẫu').first().isVisible()).toBe(true)
  })
})

describe('every staff page', () => {
  const paths = [
    '/dashboard',
    '/account',
    '/rounds',
    '/rounds/new',
    '/rounds/cham-diem-2024',
    '/rounds/cham-diem-2024/comparison',
    '/rounds/cham-diem-2024/result',
    '/rounds/cham-diem-2024/units/22873-1',
    '/rounds/cham-diem-2024/units/22873-1/history',
    '/definitions',
    '/definitions/indexes/par-index-commune/1',
    '/definitions/areas/reform-areas/1',
    '/units',
    '/admin/users',
    '/admin/users/new',
    '/admin/audit',
    '/admin/data',
  ]

  it('is accessible, fits a phone and speaks English when asked', async () => {
    const small = await openPage(phone)
    await signIn(small, admin)
    await signIn(page, admin)
    await page.locator('button[lang=en]:visible').click()
    await page.waitForSelector('text=Sign out')
    for (const path of paths) {
      const name = `staff${path.replaceAll('/', '-')}`
      await page.goto(path)
      await expectAccessible(page)
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      expect(await page.locator('main').textContent()).not.toMatch(untranslated)
      await keepScreenshot(page, `${name}-1280-en`)
      await small.goto(path)
      await expectNoSidewaysScroll(small)
      await expectAccessible(small)
      await keepScreenshot(small, `${name}-360`)
    }
    await closePage(small, refusals)
  })

  it('shows a form as people see it', async () => {
    await signIn(page, admin)
    await page.goto('/definitions/forms/citizen-satisfaction/1')
    await page.getByRole('link', { name: 'Xem thử phiếu' }).waitFor()
    await page.goto('/definitions/forms/citizen-satisfaction/1/preview')
    await page.locator('#consent').check()
    await page.getByRole('button', { name: 'Bắt đầu trả lời' }).click()
    await page.getByText('30–39 tuổi').click()
  })

  it('opens its navigation in a drawer on a phone, which closes with Escape and after a choice', async () => {
    const small = await openPage(phone)
    await signIn(small, admin)
    const drawer = small.locator('[role=dialog]')
    await small.click('[aria-label="Mở điều hướng"]')
    await drawer.waitFor()
    await expectAccessible(small)
    await small.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    await small.click('[aria-label="Mở điều hướng"]')
    await drawer.locator('text=Người dùng').click()
    await small.waitForURL('**/admin/users')
    await drawer.waitFor({ state: 'detached' })
    await closePage(small, refusals)
  })
})

describe('a visitor', () => {
  it.each(['/', '/about', '/sign-in', '/first-run', '/no-such-page', '/results/no-such-release'])(
    'finds %s accessible on a phone, in both languages',
    async (path) => {
      const small = await openPage(phone)
      await small.goto(path)
      await expectAccessible(small)
      await expectNoSidewaysScroll(small)
      await keepScreenshot(small, `public${path.replaceAll('/', '-')}-360`)
      await page.goto('/')
      await page.click('button[lang=en]')
      await page.waitForSelector('text=See the results')
      await page.goto(path)
      await expectAccessible(page)
      await keepScreenshot(page, `public${path.replaceAll('/', '-')}-1280-en`)
      await closePage(small, refusals)
    },
  )

  it('cannot make an administrator without the code of the server’s log', async () => {
    await page.goto('/first-run')
    await page.fill('[name=code]', '0000-0000-0000-0000')
    await page.fill('[name=name]', 'Kẻ lạ')
    await page.fill('[name=login]', 'ke-la')
    await page.fill('[name=password]', 'con trâu đi trước')
    await page.click('main button[type=submit] >> nth=-1')
    await page.waitForSelector('text=Mã thiết lập không đúng')
    expect(await page.inputValue('[name=name]')).toBe('Kẻ lạ')
    await expectAccessible(page)
  })
})
