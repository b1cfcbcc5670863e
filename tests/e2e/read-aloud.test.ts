// Questions read aloud: by recordings that an officer has uploaded, else by a voice of the browser. The Chromium of the
// stories has no voice; the story gives it one that notes what it is asked to say.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { attachMedia } from '#lib/flows/attach-media'
import { type FormServer, startFormServer } from '../support/form-server'
import { makeActor } from '../support/make'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
} from './browser'
import { begin, next } from './fill-in'

const form = {
  pages: [
    {
      name: 'one',
      elements: [
        {
          type: 'radiogroup',
          name: 'wait',
          title: { vi: 'Chờ có lâu không?', en: 'Was the wait long?' },
          choices: [
            { value: 1, text: { vi: 'Lâu', en: 'Yes' } },
            { value: 2, text: { vi: 'Không lâu', en: 'No' } },
          ],
        },
        { type: 'comment', name: 'why', title: { vi: 'Vì sao?', en: 'Why?' } },
      ],
    },
    { name: 'two', elements: [{ type: 'comment', name: 'wish', title: { vi: 'Mong gì?', en: 'A wish?' } }] },
  ],
}

let server: FormServer
let path = ''
beforeAll(async () => {
  server = await startFormServer()
  path = await server.openWave(form)
})
afterAll(() => server.stop())

/** Half a second of silence. */
function recording(): Uint8Array<ArrayBuffer> {
  const samples = 4000
  const wav = Buffer.alloc(44 + samples, 128)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + samples, 4)
  wav.write('WAVEfmt ', 8)
  for (const [place, value] of [
    [16, 16],
    [24, 8000],
    [28, 8000],
    [40, samples],
  ] as const)
    wav.writeUInt32LE(value, place)
  for (const [place, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    wav.writeUInt16LE(value, place)
  wav.write('data', 36)
  return new Uint8Array(wav)
}

/** A voice that takes a moment for each piece and notes it. */
async function giveVoice(page: Page, lang: string): Promise<void> {
  await page.addInitScript((spoken) => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    let running = 0
    const voice = { lang: spoken, localService: true, name: 'story' }
    class Utterance {
      lang = ''
      voice = null
      onend = () => {}
      constructor(readonly text: string) {}
    }
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance })
    Object.defineProperty(globalThis, 'speechSynthesis', {
      value: {
        getVoices: () => [voice],
        addEventListener: () => {},
        speak: (utterance: Utterance) => {
          said.push(`${utterance.lang}: ${utterance.text}`)
          running = window.setTimeout(() => utterance.onend(), 150)
        },
        cancel: () => window.clearTimeout(running),
      },
    })
  }, lang)
}
const said = (page: Page) => page.evaluate(() => (globalThis as unknown as { said: string[] }).said)

describe('reading aloud', () => {
  it('reads the question and every choice alike, and stops when the page is turned', async () => {
    const page = await openPage({ ...phone, baseURL: server.url })
    await giveVoice(page, 'vi-VN')
    await page.goto(path)
    await begin(page)
    const listen = page.getByRole('button', { name: 'Nghe đọc câu này: Chờ có lâu không?' })
    await listen.click()
    expect(await listen.getAttribute('aria-pressed')).toBe('true')
    await expectAccessible(page)
    await keepScreenshot(page, 'read-aloud-360')
    await expect.poll(() => listen.getAttribute('aria-pressed')).toBe('false')
    expect(await said(page)).toEqual(['vi: Chờ có lâu không?', 'vi: Lâu', 'vi: Không lâu'])
    await expectNoSidewaysScroll(page)

    await listen.click()
    await next(page).click()
    await expect.poll(() => page.locator('.said').count()).toBe(0)
    await page.waitForTimeout(500)
    expect((await said(page)).slice(3), 'nothing after the first words').toEqual(['vi: Chờ có lâu không?'])
    await closePage(page)
  })

  it('offers no button where nothing can be heard', async () => {
    const page = await openPage({ ...phone, baseURL: server.url })
    await giveVoice(page, 'fr-FR')
    await page.goto(path)
    await begin(page)
    expect(await page.locator('.say').count()).toBe(0)
    await closePage(page)
  })

  it('plays what an officer has recorded, and no choice while others have no recording', async () => {
    const { slug, version } = await database().prisma.definition.findFirstOrThrow({ orderBy: { id: 'desc' } })
    const officer = makeActor({ role: 'district' })
    const attach = (owner: string) =>
      attachMedia(officer, {
        slug,
        version,
        owner,
        language: 'vi',
        kind: 'audio',
        bytes: recording(),
        source: 'Tự thu',
      })
    await attach('wait')
    await attach('wait/choices/1')
    // a door remembers a wave for some seconds
    const asPage = async () => (await fetch(server.url + path)).text()
    await expect.poll(asPage, { timeout: 15_000, interval: 500 }).toContain('/s/media/')
    const page = await openPage({ ...phone, baseURL: server.url })
    const played: string[] = []
    page.on('request', (request) => request.url().includes('/s/media/') && played.push(request.url()))
    await page.goto(path)
    await begin(page)
    const listen = page.getByRole('button', { name: 'Nghe đọc câu này: Chờ có lâu không?' })
    await listen.click()
    await expect.poll(() => played.length).toBeGreaterThan(0)
    expect(await page.locator('.o.said').count()).toBe(0)
    await expect.poll(() => listen.getAttribute('aria-pressed'), { timeout: 5000 }).toBe('false')
    expect(await page.locator('audio:visible').count(), 'one button instead of many players').toBe(0)
    expect(await page.locator('.say').count(), 'the other question has no recording').toBe(1)
    await closePage(page)

    const plain = await openPage({ ...phone, baseURL: server.url, javaScriptEnabled: false })
    await plain.goto(path)
    await begin(plain)
    expect(await plain.locator('audio:visible').count(), 'the question only: one choice has none').toBe(1)
    await closePage(plain)

    await attach('wait/choices/2')
    await expect.poll(asPage, { timeout: 15_000, interval: 500 }).toContain('data-of="2"')
    const even = await openPage({ ...phone, baseURL: server.url })
    await even.goto(path)
    await begin(even)
    expect(await even.locator('.say').count()).toBe(1)
    const alone = await even
      .locator('audio:visible')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
    expect(alone, 'each choice can be heard again alone').toEqual(['Lâu', 'Không lâu'])
    await expectAccessible(even)
    await expectNoSidewaysScroll(even)
    await keepScreenshot(even, 'heard-choices-360')
    await closePage(even)
  })
})
