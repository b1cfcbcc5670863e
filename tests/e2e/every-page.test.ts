// Every page there is, for everybody: axe, a narrow screen, twice the size, forced colours, no movement. The pages come from
// the file system, so a new one is looked at without a line here; it fails when nothing leads to it.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { samplePassword } from '#lib/sample-logins'
import { closePage, openPage, signIn } from './browser'
import { answerAll, begin, next } from './fill-in'
import { faultsAt } from './for-everybody'
import { isNamed, pageBehind, pageList } from './page-list'

const answers = /status of (401|403|404|422)/

const linksOf = (page: Page): Promise<string[]> =>
  page.locator('a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))

/** Goes from the given pages to all that they lead to, one address for each page; returns faults and what was seen. */
async function walk(page: Page, start: string[]) {
  const waiting = [...start]
  const seen = new Set<string>()
  const faults: string[] = []
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const wanted = pageBehind(address)
    if (!wanted || seen.has(wanted)) continue
    await page.goto(address)
    if (pageBehind(new URL(page.url()).pathname) !== wanted) continue
    seen.add(wanted)
    faults.push(...(await faultsAt(page, address)))
    waiting.push(...(await linksOf(page)).filter((link) => !seen.has(pageBehind(link) ?? '')))
  }
  return { seen, faults }
}

/** Signed in as an administrator, on a page that is still to be chosen. */
async function administrator(): Promise<Page> {
  const page = await openPage()
  await signIn(page, 'quan-tri')
  return page
}

describe('every page of the product can be read by everybody, on any screen', () => {
  /** What is shown only to somebody else, or only after a step: the stories beside this one look at them. */
  const elsewhere = [
    ...['/sign-in', '/sign-in/left', '/first-run', '/desk', '/account/confirm', '/account/app'],
    ...[
      '/contacts/draws/[draw]',
      '/contacts/requests/[id]',
      '/contacts/villages/[draw]',
      '/effect/rollouts/[id]',
    ],
  ]
  /** Of several waves and rounds those with the most to show; all else is found from page to page. */
  const first = [
    ...['/waves/hai-long-thuong-xuyen', '/rounds/cham-diem-2024', '/waves/phieu-kin-dai-bieu/letters'],
    ...['/waves/phieu-kin-dai-bieu/invitations', '/contests/thi-cchc-2025/winners'],
  ]

  it('as an administrator finds them', async () => {
    const page = await administrator()
    const plain = pageList.filter((one) => !isNamed(one) && !elsewhere.includes(one))
    const { seen, faults } = await walk(page, [...first, ...plain])
    expect(pageList.filter((one) => !seen.has(one) && !elsewhere.includes(one))).toEqual([])
    expect(faults).toEqual([])
    await closePage(page, [answers])
  }, 1_200_000)

  it('as visitors and delegates find them, and where there is nothing, or nothing for you', async () => {
    const page = await openPage()
    const faults: string[] = []
    const look = async (address: string, status = 200) => {
      expect((await page.goto(address))!.status(), address).toBe(status)
      faults.push(...(await faultsAt(page, address)))
    }
    await look('/sign-in')
    await look('/sign-in?error=CredentialsSignin')
    await look('/first-run')
    await look('/results/no-such-release', 404)
    await signIn(page, 'can-bo-ninh-phuoc')
    await look('/admin/users', 403)
    await look('/waves/no-such-wave', 404)
    await page.goto('/account/confirm?goal=/account/app')
    faults.push(...(await faultsAt(page, '/account/confirm')))
    await page.fill('[name=password]', samplePassword)
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForURL('**/account/app')
    faults.push(...(await faultsAt(page, '/account/app')))
    expect(faults).toEqual([])
    await closePage(page, [answers])
  }, 600_000)

  it('as citizens find them', async () => {
    const page = await openPage()
    const faults: string[] = []
    const look = async (name: string) => faults.push(...(await faultsAt(page, name)))
    const wave = '/s/hai-long-thuong-xuyen'
    const form = `${wave}?u=22873-2`
    const ballot = '/s/phieu-kin-dai-bieu'
    const addresses = [wave, `${form}&m=kiosk`, `${form}&m=assisted`, `${form}&lang=en`, '/v']
    for (const address of [...addresses, '/s/nowhere?u=1', ballot, `${ballot}/check`, '/o/no-such-code']) {
      await page.goto(address)
      await look(address)
    }
    await page.goto('/v')
    await page.locator('#code').fill('1234')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await look('a wrong code')
    await page.goto(form)
    await look('introduction')
    await next(page).click()
    await expect.poll(() => page.locator('#errors').textContent()).toContain('đồng ý')
    await look('consent missing')
    await begin(page)
    await answerAll(page, async (_page, number) => {
      await look(`part ${number}`)
    })
    await page.locator('.done').waitFor()
    await look('thanks')
    expect(faults).toEqual([])
    await closePage(page, [answers])
  }, 600_000)
})
