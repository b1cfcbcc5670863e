// A real Chromium for the stories: the one of the npm package, which brings its libraries and a font with Vietnamese
// letters, so that it runs on a bare machine. A page that throws, logs an error or asks for something that fails, fails
// its story; so does a page with an accessibility fault.
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import chromium, { inflate } from '@sparticuz/chromium'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions,
  type Page,
  chromium as playwright,
} from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'
import { samplePassword } from '#lib/sample-logins'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // nothing beyond this machine is asked, so no story waits for a network that is not there
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]
const output = fileURLToPath(new URL('../output/', import.meta.url))
let opened: Promise<Browser> | undefined

async function launch(): Promise<Browser> {
  return playwright.launch(await launchOptions())
}

/** A browser that keeps what it has stored in this folder, as the one on somebody's phone does. */
export async function openProfile(folder: string): Promise<BrowserContext> {
  const options = { baseURL: inject('baseUrl'), locale: 'vi-VN', ...phone }
  return playwright.launchPersistentContext(folder, { ...(await launchOptions()), ...options })
}

async function launchOptions(): Promise<LaunchOptions> {
  const executablePath = await chromium.executablePath()
  const bin = fileURLToPath(new URL('../../bin/', import.meta.resolve('@sparticuz/chromium')))
  const libraries = await inflate(join(bin, 'al2023.tar.br'))
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(libraries, 'lib'),
    FONTCONFIG_PATH: join(tmpdir(), 'fonts'),
  } as Record<string, string>
  return { executablePath, args: flags, env }
}

afterAll(async () => {
  await (await opened)?.close()
  opened = undefined
})

/** What a page did wrong: the story ends with `expect(faults).toEqual([])`, which closePage does. */
const faultsOf = new WeakMap<Page, string[]>()

/** A new page in a fresh profile, at the address of the built server. Vietnamese unless told otherwise. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  opened ??= launch()
  const context = await (await opened).newContext({
    baseURL: inject('baseUrl'),
    locale: 'vi-VN',
    viewport: { width: 1280, height: 800 },
    ...options,
  })
  const page = await context.newPage()
  const faults: string[] = []
  faultsOf.set(page, faults)
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} ${message.location().url}`)
  })
  page.on(
    'response',
    (response) => response.status() >= 500 && faults.push(`${response.status()} ${response.url()}`),
  )
  return page
}

/** The size of a cheap phone. */
export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 640 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
}

/** Ends a page and fails when it did something wrong. `expected` are faults that belong to the story. */
export async function closePage(page: Page, expected: RegExp[] = []) {
  await page.context().close()
  const unexpected = (faultsOf.get(page) ?? []).filter(
    (fault) => !expected.some((pattern) => pattern.test(fault)),
  )
  expect(unexpected).toEqual([])
}

/** Signs in with a sample account. */
export async function signIn(page: Page, login: string, password: string = samplePassword) {
  await page.goto('/sign-in')
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill(password)
  await Promise.all([
    page.waitForURL((url) => url.pathname !== '/sign-in'),
    page.locator('form button[type=submit]').last().click(),
  ])
}

/**
 * Every accessibility fault (WCAG 2.2 AA, and axe's best practice) of the page as it stands, seen from its top: axe
 * counts whatever lies half under a bar that stays as too small to be hit.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await standStill(page)
  await goToTop(page)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
}

/** Until it stays there: a smooth scrolling that was under way, or to the field that was typed in, goes on for a while. */
async function goToTop(page: Page) {
  for (let quiet = 0, tries = 0; quiet < 3 && tries < 60; tries++) {
    const isAtTop = await page.evaluate(() => {
      const wasAtTop = scrollY === 0
      scrollTo({ top: 0, behavior: 'instant' })
      return wasAtTop
    })
    quiet = isAtTop ? quiet + 1 : 0
    await page.waitForTimeout(50)
  }
}

/** Fails with every accessibility fault of the page as it stands. */
export async function expectAccessible(page: Page) {
  expect(await accessibilityFaults(page)).toEqual([])
}

/**
 * Waits for the page to have its heading, which one that is still loading has not (and axe complains if it never comes); and for
 * drawers and dialogs to end their transition: half faded in, any text is too pale.
 */
async function standStill(page: Page) {
  const heading = page.locator('h1:visible').first()
  await heading.waitFor({ timeout: 15_000 }).catch(() => undefined)
  for (let quiet = 0; quiet < 3; ) {
    const isMoving = await page.evaluate(() =>
      document
        .getAnimations()
        .some(
          ({ playState, effect }) =>
            playState === 'running' && effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY,
        ),
    )
    quiet = isMoving ? 0 : quiet + 1
    await page.waitForTimeout(50)
  }
}

/** Fails when the page can be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page) {
  const [content, window] = await page.evaluate(
    () => [document.documentElement.scrollWidth, innerWidth] as const,
  )
  expect(content, 'the page is wider than the screen').toBeLessThanOrEqual(window)
}

/** Keeps a picture of the whole page in tests/output/. */
export async function keepScreenshot(page: Page, name: string) {
  await mkdir(output, { recursive: true })
  await page.screenshot({ path: join(output, `${name}.png`), fullPage: true })
}
