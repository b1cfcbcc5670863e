import { describe, expect, inject, it } from 'vitest'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
} from './browser'

describe('the running service', () => {
  it('says that it is ready', async () => {
    const answer = await fetch(new URL('/api/health', inject('baseUrl')))
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ status: 'ok' })
  })

  it.each([
    ['a phone', phone],
    ['a desk', {}],
  ])('shows its first page on %s, readable for everybody', async (where, options) => {
    const page = await openPage(options)
    await page.goto('/')
    expect(await page.title()).toContain('Thước Đo')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await keepScreenshot(page, `home-${where.replace(/\W/g, '-')}`)
    await closePage(page)
  })

  it('answers an unknown address with a page that says so', async () => {
    const page = await openPage()
    const answer = await page.goto('/khong-co-trang-nay')
    expect(answer?.status()).toBe(404)
    expect(await page.locator('h1').textContent()).toContain('Không tìm thấy')
    await closePage(page, [/404/])
  })
})
