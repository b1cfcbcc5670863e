// The light form where there is little room: 320 px, letters twice as large, a forced palette, no movement. In a real browser.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
} from '../e2e/browser'
import { frontDoorScene, openWave } from '../support/front-door-scene'

const { at } = frontDoorScene()
const text = (vi: string) => ({ vi, en: `${vi} (en)` })
const rating = {
  type: 'rating',
  name: 'rate',
  title: text('Chấm điểm'),
  rateMin: 0,
  rateMax: 10,
  isRequired: true,
}
const ends = { minRateDescription: text('Rất tệ'), maxRateDescription: text('Rất tốt') }
const choices = ['Nộp trực tiếp tại bộ phận một cửa', 'Nộp qua cổng dịch vụ công trực tuyến'].map(
  (vi, value) => ({ value, text: text(vi) }),
)
const elements = [
  { ...rating, ...ends },
  {
    ...rating,
    ...ends,
    name: 'faces',
    title: text('Mức hài lòng'),
    rateMin: 1,
    rateMax: 5,
    rateType: 'smileys',
  },
  {
    type: 'panel',
    name: 'panel',
    elements: [{ ...rating, name: 'inner', title: text('Chấm điểm nơi chờ') }],
  },
  { type: 'radiogroup', name: 'how', title: text('Cách nộp hồ sơ'), isRequired: true, choices },
  { type: 'checkbox', name: 'more', title: text('Những cách khác'), showOtherItem: true, choices },
  { type: 'comment', name: 'words', title: text('Ý kiến khác') },
]

async function openForm(options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const { page: path } = await openWave({}, { elements })
  const page = await openPage({ baseURL: at(''), ...phone, ...options })
  await page.goto(path)
  return page
}

async function begin(page: Page) {
  await page.locator('#consent').check()
  await page.locator('#next').click()
  await page.getByText('Mức hài lòng').waitFor()
}

/** Both states of a page of questions: untouched, and sent back with faults. */
async function expectGood(page: Page, name: string) {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Gửi phiếu' }).click()
  await page.locator('#errors:focus').waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await keepScreenshot(page, name)
}

describe('the light form with little room', () => {
  it.each([320, 360])(
    'keeps a scale of eleven in one row of targets that can be hit, at %i px',
    async (width) => {
      const page = await openForm({ viewport: { width, height: 640 } })
      await begin(page)
      for (const name of ['Chấm điểm', 'Chấm điểm nơi chờ']) {
        const scale = page
          .getByRole('radiogroup', { name, exact: true })
          .or(page.getByRole('group', { name, exact: true }))
        const boxes = await scale
          .locator('label')
          .evaluateAll((labels) =>
            labels
              .map((label) => label.getBoundingClientRect())
              .map(({ top, width, height }) => ({ top, width, height })),
          )
        expect(boxes).toHaveLength(11)
        expect(new Set(boxes.map(({ top }) => Math.round(top))).size, 'one row').toBe(1)
        for (const { width: wide, height } of boxes) expect(Math.min(wide, height)).toBeGreaterThanOrEqual(24)
      }
      await expectGood(page, `rating-${width}`)
      await closePage(page)
    },
  )

  it('loses nothing when the letters are twice as large', async () => {
    const page = await openForm({ viewport: { width: 360, height: 640 } })
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    await expectNoSidewaysScroll(page)
    await begin(page)
    await expectGood(page, 'letters-200')
    await closePage(page)
  })

  it('shows what is chosen in a forced palette', async () => {
    const page = await openForm({ forcedColors: 'active' })
    await expectAccessible(page)
    await begin(page)
    const outline = () =>
      page
        .locator('label', { hasText: 'Nộp trực tiếp' })
        .first()
        .evaluate((label) => getComputedStyle(label).outlineStyle)
    expect(await outline()).toBe('none')
    await page.getByLabel('Nộp trực tiếp').first().check()
    expect(await outline()).toBe('solid')
    await expectGood(page, 'forced-colours')
    await closePage(page)
  })

  it('moves nothing for whoever asks for no movement', async () => {
    const page = await openForm({ reducedMotion: 'reduce' })
    await begin(page)
    const moves = await page.evaluate(() => [
      getComputedStyle(document.documentElement).scrollBehavior,
      document.getAnimations().length,
    ])
    expect(moves).toEqual(['auto', 0])
    await closePage(page)
  })
})
