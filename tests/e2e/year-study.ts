// The measured effect in the story of a year: which communes first, by lot and on one click; what is asked, declared before the
// second wave opens; the answer.
import type { Page } from 'playwright-core'
import { database } from '#lib/db/client'
import { communeIds, type Wave } from './year-waves'

export const studyTitle = 'Tuyên truyền năm 2024 có làm người dân biết nhiều hơn không'

/** Draws which communes start first, all fields as they stand but the public seed; returns the address of the draw. */
export async function drawRollout(page: Page, seed: string): Promise<string> {
  await page.goto('/effect/planner')
  await page.getByLabel('Mầm ngẫu nhiên').fill(seed)
  await page.getByRole('button', { name: 'Rút thăm', exact: true }).click()
  await page.waitForURL('**/effect/rollouts/*')
  return new URL(page.url()).pathname
}

/** The communes of the first group, by the names on the page of the draw. */
export async function firstGroup(page: Page): Promise<string[]> {
  const rows = page.getByRole('table', { name: 'Lịch theo xã' }).getByRole('row')
  const names = await rows.filter({ hasText: 'Từ 1/4/24' }).getByRole('rowheader').allTextContents()
  const units = await database().prisma.unit.findMany({ where: { id: { in: communeIds } } })
  return units.filter(({ name }) => names.includes(name)).map(({ id }) => id)
}

/** Writes down what is wanted, by the draw, with the wave before the campaign, and declares it. */
export async function declareStudy(page: Page, rollout: string, wave: Wave) {
  await page.goto(rollout)
  await page.getByRole('link', { name: 'Lập nghiên cứu hiệu quả' }).click()
  await page.getByLabel('Tên nghiên cứu').fill(studyTitle)
  await page.getByRole('group', { name: 'Các đợt khảo sát' }).getByLabel(wave.title).check()
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
  await page.getByRole('heading', { level: 1, name: studyTitle }).waitFor()
  await page.getByLabel('Tôi hiểu: khai báo rồi').check()
  await page.getByRole('button', { name: 'Khai báo' }).click()
  await page.getByText('Khai báo ngày').first().waitFor()
}

export async function addWave(page: Page, wave: Wave) {
  const form = page.locator('form').filter({ hasText: 'Đợt' })
  await form.getByLabel('Đợt').selectOption({ label: wave.title })
  await form.getByRole('button', { name: 'Thêm' }).click()
  await form.waitFor({ state: 'detached' }) // no other wave is left to add
}
