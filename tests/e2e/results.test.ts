// An analyst reads results and takes them home as files; an officer releases them to the public and takes them back.
import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
  signIn,
} from './browser'

const wave = 'hai-long-2024-2'
const place = `index=sipas.v1&wave=${wave}`
const views = ['overview', 'ranking', 'change', 'distributions', 'counts'] as const

/** The drawn pictures of a page: canvases with something on them. */
const drawn = (page: Page) =>
  page.locator('canvas').evaluateAll((all) =>
    all.map((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement
      const pixels = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height).data
      return pixels.some((value) => value > 0)
    }),
  )

describe('an analyst', () => {
  it.each([
    ['a desk', {}],
    ['a phone', phone],
  ])('reads every view of the results on %s', async (where, options) => {
    const page = await openPage(options)
    await signIn(page, 'phan-tich')
    for (const view of views) {
      await page.goto(`/scoring?${place}&baseline=hai-long-2024-1&tab=${view}`)
      await page.locator('canvas').first().waitFor()
      await page.waitForTimeout(500)
      expect(await drawn(page), view).not.toContain(false)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await keepScreenshot(page, `results-${view}-${where.replace(/\W/g, '-')}`)
    }
    await closePage(page)
  })

  it('takes home the picture, the cells and the answers, whole', async () => {
    const page = await openPage()
    await signIn(page, 'phan-tich')
    await page.goto(`/scoring?${place}&tab=ranking`)
    await page.locator('canvas').waitFor()
    const [picture] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải ảnh (PNG)' }).click(),
    ])
    expect([...(await readFile(await picture.path())).subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47])

    const cells = await download(page, `/export/cells/csv?${place}`)
    const first = cells.rows.find((row) => row.unit_name === 'Xã Phước Hậu' && row.criterion === 'sipas')!
    const shown = await page.getByRole('row', { name: /Xã Phước Hậu/ }).textContent()
    expect(shown).toContain(Number(first.value).toFixed(1).replace('.', ','))

    const answers = await download(page, `/export/responses/csv-excel?wave=${wave}`)
    expect(answers.text.charCodeAt(0)).toBe(0xfeff)
    expect(answers.rows.length).toBeGreaterThan(1000)
    await closePage(page)
  })
})

describe('a viewer', () => {
  it('gets results but no single answers', async () => {
    const page = await openPage()
    await signIn(page, 'nguoi-xem')
    expect((await page.request.get(`/export/cells/csv?${place}`)).status()).toBe(200)
    const refused = await page.request.get(`/export/responses/csv?wave=${wave}`)
    expect([refused.status(), (await refused.json()).code]).toEqual([403, 'not_allowed'])
    await closePage(page)
  })
})

describe('an officer of the district', () => {
  it('releases results to the public, and takes them back', async () => {
    const page = await openPage()
    await signIn(page, 'can-bo-huyen')
    await page.goto(`/scoring?${place}`)
    await page.getByLabel('Tên bản công bố').fill('Hài lòng, bản thử')
    await page.getByRole('button', { name: 'Công bố', exact: true }).click()
    await page.getByText('Hãy xác nhận đã kiểm tra số liệu').waitFor()
    expect(await page.getByLabel('Tên bản công bố').inputValue()).toBe('Hài lòng, bản thử')
    await page.getByLabel('Tôi đã kiểm tra số liệu').check()
    await page.getByRole('button', { name: 'Công bố', exact: true }).click()
    const link = page.getByRole('link', { name: 'Xem trang công khai' })
    await link.waitFor()
    const address = (await link.getAttribute('href'))!

    const citizen = await openPage(phone)
    await citizen.goto('/results')
    await citizen.getByRole('link', { name: 'Hài lòng, bản thử' }).click()
    await citizen.locator('canvas').first().waitFor()
    await expectNoSidewaysScroll(citizen)
    await expectAccessible(citizen)
    expect(await citizen.getByText('ít dữ liệu').count()).toBeGreaterThan(0)

    await page.goto(`/scoring?${place}`)
    const row = page.getByRole('row', { name: /Hài lòng, bản thử/ })
    await row.getByRole('button', { name: 'Thu hồi' }).click()
    await row.getByRole('button', { name: 'Thu hồi' }).click()
    await row.getByText('đã thu hồi').waitFor()
    await closePage(page)

    await citizen.goto(address)
    await citizen.getByRole('heading', { name: 'Bản công bố này đã được thu hồi' }).waitFor()
    expect(await citizen.locator('canvas').count()).toBe(0)
    await closePage(citizen)
  })
})

/** A file as the signed-in person gets it: as many rows as its name and its header promise. */
async function download(page: Page, address: string) {
  const answer = await page.request.get(address)
  expect(answer.status()).toBe(200)
  const text = await answer.text()
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  const expected = Number(answer.headers()['x-row-count'])
  expect(data).toHaveLength(expected)
  expect(answer.headers()['content-disposition']).toContain(`_${expected}-rows.csv`)
  return { text, rows: data }
}
