// The two waves of the story of a year: planned by an officer with the villages that were drawn, answered by a few people in a
// browser and by all others through the endpoint that the light form uses.
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { FormFile } from '#lib/definitions/form-file'
import { loadDefinitions } from '#lib/definitions/load-definitions'
import { type CompiledForm, compileForm } from '#lib/surveys/compile-form'
import { fillForm } from '#lib/surveys/fill-form'
import { surveysFolder } from '../../prisma/publish'
import { chooseAwareness } from '../../prisma/sample/awareness'
import { makeChance } from '../../prisma/sample/chance'
import { communes } from '../../prisma/sample/communes'
import { answerAll, begin, receipt, uuid } from './fill-in'

export type Wave = { id: string; title: string; period: [string, string]; open: [string, string] }

export const before: Wave = {
  id: 'truoc-tuyen-truyen',
  title: 'Người dân biết gì, trước tuyên truyền',
  period: ['2024-01-01', '2024-03-31'],
  open: ['2024-03-04T07:00', '2024-03-22T17:00'],
}
export const after: Wave = {
  id: 'sau-tuyen-truyen',
  title: 'Người dân biết gì, sau tuyên truyền',
  period: ['2024-07-01', '2024-10-31'],
  open: ['2024-10-07T07:00', '2024-10-25T17:00'],
}

export const communeIds = communes.map(({ unitId }) => unitId)

/** The same four villages of each commune in both waves, two in each stratum. */
const villages = ['01', '02', '03', '04'].map((code, at) => ({
  code,
  stratum: at < 2 ? 'trung-tam' : 'xa-trung-tam',
}))
const villageTable = [
  'unit,code,name,stratum,weight',
  ...communeIds.flatMap((unit) =>
    villages.map(({ code, stratum }) => `${unit},${code},Thôn ${code},${stratum},${stratum.length * 4}`),
  ),
].join('\n')

/** Plans a wave of drawn villages in all communes. */
export async function planWave(page: Page, { id, title, period, open }: Wave) {
  await page.goto('/waves/new')
  await page.getByLabel('Tên đợt', { exact: true }).fill(title)
  await page.getByLabel('Mã đợt').fill(id)
  await page.getByLabel('Phiếu', { exact: true }).selectOption({ value: 'awareness.v1' })
  await page.getByLabel('Ngày đầu của kỳ').fill(period[0])
  await page.getByLabel('Ngày cuối của kỳ').fill(period[1])
  await page.getByLabel('Mở nhận phiếu').fill(open[0])
  await page.getByLabel('Đóng nhận phiếu').fill(open[1])
  await page.getByLabel('Chỉ tiêu cho mọi đơn vị').fill('32')
  for (const unit of communeIds) await page.locator(`input[name=units][value="${unit}"]`).check()
  await page.getByRole('checkbox', { name: 'Mã QR chung' }).uncheck()
  await page.getByLabel('Chọn mẫu: các thôn').check()
  await page.getByRole('textbox', { name: 'Các thôn được chọn mẫu' }).fill(villageTable)
  await page.getByRole('button', { name: 'Lập đợt khảo sát' }).click()
  await page.waitForURL(`**/waves/${id}`)
}

/** Somebody answers on the phone, in the first village of the commune. */
export async function answerOnPhone(page: Page, wave: Wave, unit: string) {
  await page.goto(`/s/${wave.id}?u=${unit}`)
  await page.getByRole('link', { name: 'Thôn 01' }).click()
  await begin(page)
  await answerAll(page)
  await expect.poll(() => receipt(page)).toMatch(uuid)
}

/** `each` more people of every village answer; those of communes that had the campaign know more. Returns how many. */
export async function sendAnswers(
  url: string,
  wave: Wave,
  each: number,
  hadCampaign: (unit: string) => boolean,
): Promise<number> {
  const form = await awarenessForm()
  const chance = makeChance(wave.id.length * 1000 + each)
  const people = communes.flatMap(({ unitId, knowledge }) =>
    villages.flatMap(({ code }) => Array.from({ length: each }, () => ({ unitId, code, knowledge }))),
  )
  for (const { unitId: unit, code: cluster, knowledge } of people) {
    const answers = fillForm(form, chooseAwareness(chance, knowledge, hadCampaign(unit) ? 1 : 0))
    const body = { wave: wave.id, unit, cluster, receipt: randomUUID(), answers }
    const sent = await fetch(new URL('/api/answers', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(sent.status, await sent.text()).toBe(201)
  }
  return people.length
}

let compiled: Promise<CompiledForm> | undefined

const awarenessForm = () =>
  (compiled ??= loadDefinitions(surveysFolder).then(({ definitions }) => {
    const found = definitions.find(({ kind, slug }) => kind === 'form' && slug === 'awareness')!
    return compileForm((found.body as FormFile).form)
  }))
