// Filling in the light form in a browser, as somebody does who is content on the whole.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export const next = (page: Page) => page.locator('#next')
export const heading = (page: Page) => page.locator('section:not([hidden]) h1, .done h1').first()

export async function begin(page: Page) {
  await page.locator('#consent').check()
  await next(page).click()
}

/** Answers everything on the page that can be seen and is still open, as somebody does who is content on the whole. */
export async function answerPage(page: Page) {
  for (let round = 0; round < 5; round++) {
    const open = page.locator('section:not([hidden]) [role=radiogroup]:visible:not(:has(:checked))')
    const count = await open.count()
    if (count === 0) break
    const options = open.first().locator('label')
    await options.nth(Math.min(1, (await options.count()) - 1)).click()
    round--
  }
  for (const list of await page.locator('section:not([hidden]) fieldset:visible:has([type=checkbox])').all())
    if ((await list.locator(':checked').count()) === 0) await list.locator('label').first().click()
}

export async function answerAll(
  page: Page,
  eachPage: (page: Page, number: number) => Promise<void> = async () => {},
) {
  for (let number = 1; number < 30; number++) {
    if (await page.locator('.done').isVisible()) return
    await eachPage(page, number)
    await answerPage(page)
    const before = await heading(page).textContent()
    const isLast = (await next(page).textContent()) === 'Gửi phiếu'
    await next(page).click()
    if (isLast) return
    await expect.poll(() => heading(page).textContent()).not.toBe(before)
  }
}

export const receipt = (page: Page) => page.locator('.done code').textContent()
export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
