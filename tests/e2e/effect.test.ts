// The measured effect as its readers meet it on the sample study: who plans, who decides, who checks, who works in a commune.
import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { formatNumber } from '#lib/charts/format-number'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
  signIn,
} from './browser'

const study = '/effect/tuyen-truyen-2024'
const verdict = (page: Page) => page.getByRole('region', { name: /tuyên truyền/i }).first()

/** Both ways of recall, channel by channel, are in the file for everybody as the page shows them. */
async function expectRecallInFile(page: Page, data: Record<string, string>[]) {
  const table = page.getByRole('table', { name: 'Từng kênh: tự nhớ ra và nhớ khi được nhắc' })
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) =>
        [...row.querySelectorAll('th > span:last-child, td > span:last-child')].map(
          (cell) => cell.textContent!,
        ),
      ),
    )
  const percent = (line: Record<string, string> | undefined) =>
    [line?.value, line?.low, line?.high].map((value) => formatNumber(Number(value) * 100, 'percent', 'vi'))
  const text = (item: string, channel: string) => {
    const [value, low, high] = percent(
      data.find((line) => line.status === 'all ok' && line.item === item && line.channel === channel),
    )
    return `${value} (${low} – ${high})`
  }
  const shown = new Map(rows.map(([name, named, prompted]) => [name, [named, prompted]]))
  expect(shown.size).toBe(7)
  for (const [name, channel] of [
    ['Loa truyền thanh xã, thôn', 'loudspeaker'],
    ['Tờ rơi, tờ gấp', 'leaflet'],
    ['Zalo, Facebook', 'social'],
  ] as const)
    expect(shown.get(name), name).toEqual([text('unprompted_channel', channel), text('channel', channel)])
  expect(shown.get('Không gán được vào kênh nào')).toEqual([text('unprompted_channel', 'not_assigned'), ''])
}

describe('the effect of a campaign', () => {
  it('is planned for: how many answers see how much, what it costs, which a reader may compute but not draw', async () => {
    const page = await openPage()
    await signIn(page, 'nguoi-xem')
    await page.goto('/effect/planner')
    await page.getByLabel('Số phiếu mỗi xã mỗi đợt').fill('200')
    await page.getByLabel('Tiền cho một phiếu').fill('60.000')
    await page.getByRole('button', { name: 'Tính' }).click()
    await page.getByText('216.000.000 đ').first().waitFor() // 9 communes x 2 waves x 200 answers x 60,000
    expect(await page.getByRole('button', { name: 'Rút thăm' }).count()).toBe(0)
    await expectAccessible(page)
    await closePage(page)
  })

  it('is read by a vice-chairman: one answer, its interval, and where it rests', async () => {
    const page = await openPage(phone)
    await signIn(page, 'nguoi-xem')
    await page.goto('/effect')
    await page.getByRole('link', { name: /Tuyên truyền năm 2024/ }).click()
    await verdict(page).getByText('(tin cậy 95 %)').waitFor()
    await verdict(page).getByText('Dựa trên 4 xã có').waitFor()
    expect(await page.getByRole('button', { name: 'Thêm' }).count(), 'adds no wave').toBe(0)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await keepScreenshot(page, 'effect-360')
    await closePage(page)
  })

  it('is checked by an analyst: every figure of the picture stands in the file', async () => {
    const page = await openPage()
    await signIn(page, 'phan-tich')
    await page.goto(study)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV (R, Python, SPSS)' }).first().click(),
    ])
    const text = await readFile(await download.path(), 'utf8')
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
    const values = data.filter(({ value }) => value !== '').map(({ value }) => Number(value) * 100)
    const written = new Set(
      values.flatMap((value) => [
        formatNumber(value, 'percent', 'vi'),
        formatNumber(value, 'difference', 'vi'),
      ]),
    )
    const shown = await page
      .locator('table td > span:first-child:not([aria-hidden])')
      .evaluateAll((all) => all.map((one) => one.textContent!.replace(/^[↑↓] /, '')))
    expect(shown.length).toBeGreaterThan(50)
    expect(shown.filter((figure) => !written.has(figure))).toEqual([])
    await expectRecallInFile(page, data)
    await closePage(page)
  })

  it('may be read, but not declared or added to, by an officer of a commune', async () => {
    const page = await openPage(phone)
    await signIn(page, 'can-bo-phuoc-dan')
    await page.goto(study)
    await verdict(page).waitFor()
    expect(await page.getByRole('button', { name: 'Thêm' }).count()).toBe(0)
    expect((await page.goto('/effect/new'))?.status()).toBe(403)
    await closePage(page, [/403/])
  })
})
