// Looking at a page as it stands for everybody: axe, a narrow screen, twice the size, forced colours, no movement.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { accessibilityFaults } from './browser'

/** 1280 px at 400 % (WCAG 1.4.10), at 200 %, and as it is. */
const narrow = { width: 320, height: 256 }
const twice = { width: 640, height: 400 }
const wide = { width: 1280, height: 800 }

/** What is wrong with the page as it stands, in words that name it. Its size is as before afterwards. */
export async function faultsAt(page: Page, name: string): Promise<string[]> {
  const faults: string[] = []
  const before = page.viewportSize() ?? wide
  const note = (where: string, some: string[]) =>
    faults.push(...some.map((one) => `${name}, ${where}: ${one}`))
  await page.setViewportSize(wide)
  note('1280 px', [...(await accessibilityFaults(page)), ...(await sideways(page))])
  await page.setViewportSize(twice)
  note('200 %', await sideways(page))
  await page.setViewportSize(narrow)
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  note('320 px, forced colours', [...(await accessibilityFaults(page)), ...(await sideways(page))])
  note('reduced motion', await movements(page))
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' })
  await page.setViewportSize(before)
  return faults
}

/** Fails with everything that somebody could not read on the page as it stands. */
export async function expectForEverybody(page: Page, name = page.url()) {
  expect(await faultsAt(page, name)).toEqual([])
}

/** The elements that are too wide, when the page can be scrolled sideways; it gets a moment to arrange itself anew. */
async function sideways(page: Page): Promise<string[]> {
  for (let tries = 0; tries < 10; tries++) {
    if (await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)) return []
    await page.waitForTimeout(200)
  }
  const wide = await page.locator('body *').evaluateAll((all) =>
    all
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
      .filter((one, _place, list) => !list.some((other) => other !== one && one.contains(other)))
      .map((one) => one.outerHTML.slice(0, 120)),
  )
  return [`scrolls sideways: ${wide.slice(0, 4).join(' | ')}`]
}

/** What moves although the reader has asked for rest. */
const movements = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const moving = document.getAnimations().filter(({ playState }) => playState === 'running')
    const isSmooth = getComputedStyle(document.documentElement).scrollBehavior === 'smooth'
    return [...moving.map(() => 'something moves'), ...(isSmooth ? ['scrolling is animated'] : [])]
  })
