// The stage of the story of a year: a server of its own without sample data, whose clock the story moves, people with accounts,
// and the surveys folder. Everybody comes with a fresh browser that lives on the same day as the server.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { database } from '#lib/db/client'
import { hashPassword } from '#lib/password'
import { samplePassword } from '#lib/sample-logins'
import { sampleUsers } from '../../prisma/sample/users'
import { makeStoryClock, type StoryClock } from '../support/story-clock'
import { startWholeServer } from '../support/whole-server'
import { closePage, openPage, signIn } from './browser'

export type Stage = {
  url: string
  clock: StoryClock
  /** Signs in and does something; the page may not do anything wrong meanwhile. */
  as(login: string, deed: (page: Page) => Promise<void>, options?: BrowserContextOptions): Promise<void>
  /** The same for somebody without an account. */
  visit(deed: (page: Page) => Promise<void>, options?: BrowserContextOptions): Promise<void>
  stop(): Promise<void>
}

/** Year and places of the pilot's plan. */
export const year = 2024
export const district = '587-1'
export const commune = '22870-1'

export async function openStage(firstDay: string): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'thuoc-do-year-'))
  const clock = makeStoryClock(folder, firstDay)
  const server = await startWholeServer(() => ({ ...clock.settings, NO_SAMPLE_DATA: '1' }))
  await openAccounts()
  const { url } = server
  const visit: Stage['visit'] = async (deed, options = {}) => {
    const page = await openPage({ baseURL: url, ...options })
    await page.clock.setSystemTime(clock.now())
    await deed(page)
    await closePage(page)
  }
  return {
    url,
    clock,
    visit,
    as: (login, deed, options) =>
      visit(async (page) => {
        await signIn(page, login)
        await deed(page)
      }, options),
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The accounts of the sample data, without its data. */
async function openAccounts(): Promise<void> {
  const passwordHash = await hashPassword(samplePassword)
  const data = sampleUsers.map((user) => ({ ...user, isSample: true, passwordHash }))
  await database().prisma.user.createMany({ data })
}
