// A new installation without sample data: the first administrator walks through every page, and each says that there is
// nothing yet, readable for everybody.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningServer, startServer } from '../support/built-server'
import { closePage, openPage, signIn } from './browser'
import { faultsAt } from './for-everybody'
import { isNamed, pageList } from './page-list'

const password = 'con trâu đi trước'
let server: RunningServer
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thuoc-do-empty-'))
  server = startServer({ DATA_DIR: folder, PORT: '0', NO_SAMPLE_DATA: '1' })
  await server.url
}, 300_000)
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

/** More than the frame of a page that is still loading. */
const saysSomething = (page: Page) =>
  page
    .waitForFunction(() => (document.querySelector('main')?.innerText.trim().length ?? 0) >= 20)
    .then(Boolean, () => false)

it('says on every page that there is nothing yet', async () => {
  const page = await openPage({ baseURL: await server.url })
  await page.goto('/first-run')
  const faults = await faultsAt(page, '/first-run')
  await page.fill('[name=code]', /(\w{4}-){3}\w{4}/.exec(server.printed())![0])
  await page.fill('[name=name]', 'Nguyễn Thị Một')
  await page.fill('[name=login]', 'nguyen.mot')
  await page.fill('[name=password]', password)
  await page.locator('main button[type=submit]').last().click()
  await page.waitForURL((url) => url.pathname !== '/first-run')
  await signIn(page, 'nguyen.mot', password)
  const seen: string[] = []
  for (const address of pageList.filter((one) => !isNamed(one))) {
    const reply = await page.goto(address)
    if (new URL(page.url()).pathname !== address) continue
    seen.push(address)
    const isRefused = ['/desk', '/first-run'].includes(address) // for delegates; only before there is an administrator
    if (reply!.status() >= 400 && !isRefused) faults.push(`${address}: ${reply!.status()}`)
    if (!(await saysSomething(page))) faults.push(`${address}: blank`)
    faults.push(...(await faultsAt(page, `empty ${address}`)))
  }
  expect(seen.length).toBeGreaterThan(30)
  expect(faults).toEqual([])
  await closePage(page, [/status of (403|404)/])
}, 900_000)
