// What a delegate does on the page of a secret ballot, in a browser.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { ReceiptFile } from '#lib/ledger/receipt-file'
import { answerAll, begin } from './fill-in'

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

export async function getBallot(page: Page) {
  await button(page, 'Nhận phiếu kín và bắt đầu').click()
  const fault = page.locator('#gate-work .errors')
  await page.locator('#consent').or(fault).filter({ visible: true }).first().waitFor()
  expect(await fault.allInnerTexts()).toEqual([])
}

/** Fills in the whole form and presses "send": the wait begins. */
export async function answer(page: Page) {
  await begin(page)
  await answerAll(page)
  await page.getByRole('heading', { name: 'Phiếu sẽ tự gửi sau ít phút' }).waitFor()
}

export const thanks = (page: Page) => page.getByRole('heading', { name: 'Phiếu kín đã vào hòm phiếu' })
export const receiptOn = async (page: Page) => (await page.locator('.done code').textContent()) ?? ''

/** Skips the wait. */
export async function sendNow(page: Page) {
  await button(page, 'Gửi ngay').click()
  await thanks(page).waitFor()
}

/** Keeps the receipt file of a ballot that was taken. */
export async function saveReceipt(page: Page): Promise<ReceiptFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Lưu biên nhận').click()])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString()) as ReceiptFile
}
