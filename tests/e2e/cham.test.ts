// A form in Chăm, in both of its scripts. The letters here are made up: what a native speaker would write, they do not
// know. Letters are looked at, not only counted: a blank has a width, too.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FormServer, startFormServer } from '../support/form-server'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
} from './browser'
import { begin, next, receipt, uuid } from './fill-in'

const words = (vi: string, cjm: string, latin: string) => ({ vi, en: vi, cjm, 'cjm-Latn': latin })
const form = {
  pages: [
    {
      name: 'one',
      title: words('Lần đến gần nhất', 'ꨀꨁꨂ ꨃꨄ', 'Abih drei'),
      elements: [
        {
          type: 'radiogroup',
          name: 'wait',
          title: words('Chờ có lâu không?', 'ꨅꨆꨇꨈ ꨉꨊꨋꩌ', 'Hadar lei?'),
          isRequired: true,
          choices: [
            { value: 1, text: words('Lâu', 'ꨌꨍꨎꩆ', 'Sit') },
            { value: 2, text: { vi: 'Không lâu', en: 'Not long' } },
          ],
        },
      ],
    },
    {
      name: 'two',
      title: words('Mong muốn', 'ꨏꨐꨑꨒꨓ', 'Caong'),
      elements: [
        { type: 'comment', name: 'wish', title: words('Mong gì nhất?', 'ꨔꨕꨖ ꨗꨘꨙ', 'Caong hagait?') },
      ],
    },
  ],
}

let server: FormServer
let path = ''
beforeAll(async () => {
  server = await startFormServer()
  path = await server.openWave(form, ['vi', 'en', 'cjm', 'cjm-Latn'])
})
afterAll(() => server.stop())

/** How many dots of the element's text are dark: none of a blank. */
async function ink(page: Page, selector: string): Promise<number> {
  const picture = (await page.locator(selector).first().screenshot()).toString('base64')
  const reader = await openPage()
  const dark = await reader.evaluate(async (source) => {
    const image = new Image()
    image.src = `data:image/png;base64,${source}`
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), {
      width: image.width,
      height: image.height,
    })
    const context = canvas.getContext('2d')!
    context.drawImage(image, 6, 6, image.width - 12, image.height - 12, 0, 0, image.width, image.height)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    return data.filter((value, at) => at % 4 === 0 && value < 100).length
  }, picture)
  await reader.context().close()
  return dark
}

const widthOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      return range.getBoundingClientRect().width
    })

async function switchTo(page: Page, code: string): Promise<void> {
  await page.locator('summary.lang').click()
  await page.locator(`.lang[value="${code}"]`).click()
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(code)
}

describe('a form in Chăm', () => {
  it('shows its letters at once, in a font cut to them, and marks what is still Vietnamese', async () => {
    const page = await openPage({ ...phone, baseURL: server.url })
    await page.goto(`${path}&lang=cjm`)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    expect(await page.evaluate(() => [...document.fonts].map(({ status }) => status))).toEqual(['loaded'])
    expect(await ink(page, 'summary.lang'), 'letters that stand alone are drawn').toBeGreaterThan(60)
    expect(await page.locator('#next:lang(vi), #next > [lang=vi]').textContent()).toBe('Bắt đầu trả lời')
    await page.locator('#consent').check()
    await next(page).click()
    for (const selector of [
      'section:not([hidden]) h1',
      'section:not([hidden]) legend',
      'section:not([hidden]) .o',
    ])
      expect(await ink(page, selector), selector).toBeGreaterThan(60)
    const loaded = await widthOf(page, 'section:not([hidden]) h1')
    await page
      .locator('section:not([hidden]) h1')
      .evaluate((element) => Object.assign(element.style, { fontFamily: 'sans-serif' }))
    const without = await widthOf(page, 'section:not([hidden]) h1')
    expect(loaded, 'the letters are those of the font').not.toBe(without)
    expect(await page.locator('section:not([hidden]) .o [lang=vi]').textContent()).toBe('Không lâu')
    await expectAccessible(page)
    await closePage(page)
  })

  it('shows its letters on a device at the desk, too, where no new page is ever loaded', async () => {
    const page = await openPage({ ...phone, baseURL: server.url })
    await page.goto(`${path}&m=kiosk`)
    await page.getByLabel('Mã PIN để thoát').fill('2468')
    await page.getByLabel('Nhập lại mã PIN').fill('2468')
    await page.getByRole('button', { name: 'Bắt đầu, toàn màn hình' }).click()
    const tongue = page.locator('.tongues button[lang=cjm]')
    await tongue.click()
    await begin(page)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    expect(await page.evaluate(() => [...document.fonts].map(({ status }) => status))).toEqual(['loaded'])
    expect(await ink(page, 'section:not([hidden]) h1')).toBeGreaterThan(60)
    await switchTo(page, 'vi')
    expect(await page.evaluate(() => document.fonts.size), 'letters of Vietnamese as before').toBe(0)
    await closePage(page)
  })

  it.each([
    ['with the script', true],
    ['without it', false],
  ])('changes its language on every page and keeps what was answered, %s', async (_, javaScriptEnabled) => {
    const page = await openPage({ ...phone, baseURL: server.url, javaScriptEnabled })
    const heading = page.locator('section:not([hidden]) h1')
    await page.goto(path)
    await switchTo(page, 'cjm')
    await page.locator('#consent').check()
    await next(page).click()
    await expect.poll(() => heading.textContent()).toBe('ꨀꨁꨂ ꨃꨄ')
    await next(page).click()
    await page.locator('#errors').getByText('ꨅꨆꨇꨈ').or(page.locator('#errors li')).first().waitFor()
    await expectNoSidewaysScroll(page)
    await page.locator('[name=wait][value="2"]').check()
    await switchTo(page, 'cjm-Latn')
    await expect.poll(() => heading.textContent()).toBe('Abih drei')
    await expect.poll(() => page.locator('[name=wait][value="2"]').isChecked()).toBe(true)
    await next(page).click()
    await expect.poll(() => heading.textContent()).toBe('Caong')
    await page.locator('textarea').fill('Hadar nao')
    await switchTo(page, 'vi')
    await expect.poll(() => heading.textContent()).toBe('Mong muốn')
    await switchTo(page, 'cjm')
    await expect.poll(() => page.locator('textarea').inputValue()).toBe('Hadar nao')
    await keepScreenshot(page, `cham-360-${javaScriptEnabled ? 'script' : 'plain'}`)
    await next(page).click()
    await page.locator('.done').waitFor()
    expect(await receipt(page)).toMatch(uuid)
    expect((await server.stored()).at(-1)).toEqual({
      answers: { wait: 2, wish: 'Hadar nao' },
      language: 'cjm',
    })
    await closePage(page, [/422/])
  })
})
