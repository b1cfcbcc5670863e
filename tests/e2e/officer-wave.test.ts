// An officer of the district plans a wave, prints the poster, a citizen answers by phone, and the officer sees the count.
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, inject, it } from 'vitest'
import type { FormFile } from '#lib/definitions/form-file'
import { loadDefinitions } from '#lib/definitions/load-definitions'
import { compileForm } from '#lib/surveys/compile-form'
import { sampleAnswers } from '#lib/surveys/sample-answers'
import { surveysFolder } from '../../prisma/publish'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
  signIn,
} from './browser'

const title = 'Hài lòng về một cửa, thử nghiệm'

/** A day relative to today in Viet Nam, as a date field wants it. */
const day = (offset: number) =>
  new Date(Date.now() + offset * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })

async function fillPlan(page: Page) {
  await page.getByLabel('Tên đợt', { exact: true }).fill(title)
  await page.getByLabel('Phiếu', { exact: true }).selectOption({ value: 'citizen-satisfaction.v1' })
  await page.getByLabel('Ngày đầu của kỳ').fill(day(-60))
  await page.getByLabel('Ngày cuối của kỳ').fill(day(0))
  await page.getByLabel('Chỉ tiêu cho mọi đơn vị').fill('20')
  await page.getByRole('button', { name: 'Chọn tất cả' }).click()
}

describe('an officer', () => {
  it('plans a wave, hangs up the poster, and sees the answer of a citizen counted', async () => {
    const page = await openPage()
    await signIn(page, 'can-bo-huyen')
    await page.goto('/waves')
    await expectAccessible(page)
    await keepScreenshot(page, 'waves')
    await page.getByRole('link', { name: 'Lập đợt mới' }).click()
    await page.waitForURL('**/waves/new')

    await page.getByRole('button', { name: 'Lập đợt khảo sát' }).click()
    await page.getByText('Tên đợt cần ít nhất 5 ký tự.').waitFor()
    await expectAccessible(page)
    await fillPlan(page)
    await page.getByLabel('Đóng nhận phiếu').fill('2020-01-01T08:00')
    await page.getByRole('button', { name: 'Lập đợt khảo sát' }).click()
    await page.getByText('Lúc đóng phải sau lúc mở.').waitFor()
    expect(await page.getByLabel('Tên đợt', { exact: true }).inputValue(), 'nothing typed is lost').toBe(
      title,
    )
    expect(await page.getByLabel('Phiếu', { exact: true }).inputValue()).toBe('citizen-satisfaction.v1')
    expect(await page.locator('input[name=units]').count()).toBe(
      await page.locator('input[name=units]:checked').count(),
    )
    await keepScreenshot(page, 'wave-new')
    await page.getByLabel('Đóng nhận phiếu').fill(`${day(30)}T17:00`)
    await page.getByRole('button', { name: 'Lập đợt khảo sát' }).click()
    await page.waitForURL('**/waves/hai-long-ve-mot-cua-thu-nghiem')
    await page.getByText('0 trên 20 phiếu').first().waitFor()
    await expectAccessible(page)

    const link = await page
      .getByRole('link', { name: /^\/s\// })
      .first()
      .getAttribute('href')
    const unit = new URL(link!).searchParams.get('u')!
    await answer('hai-long-ve-mot-cua-thu-nghiem', unit)
    await page.reload()
    await page.getByText('1 trên 20 phiếu').first().waitFor()
    await keepScreenshot(page, 'wave')

    const grace = page.locator('form').filter({ hasText: 'Lưu số ngày' })
    await grace.getByLabel('Số ngày gia hạn').fill('31')
    await grace.getByRole('button').click()
    await grace.getByText('số nguyên từ 0 đến 30').waitFor()
    await grace.getByLabel('Số ngày gia hạn').fill('5')
    await grace.getByRole('button').click()
    await page.getByText('Gia hạn 5 ngày').waitFor()
    await expectAccessible(page)

    await page.goto('/waves/hai-long-ve-mot-cua-thu-nghiem/posters')
    expect(await page.getByRole('img').count()).toBe(await page.locator('article').count())
    await expectAccessible(page)
    await keepScreenshot(page, 'posters')
    await closePage(page)
  })

  it('closes the wave, and the phone of a citizen says so', async () => {
    const page = await openPage()
    await signIn(page, 'can-bo-huyen')
    await page.goto('/waves/hai-long-ve-mot-cua-thu-nghiem')
    const close = page.locator('form').filter({ hasText: 'Đóng nhận phiếu ngay' })
    await close.getByLabel('Tôi hiểu là không hoàn tác được').check()
    await close.getByRole('button').click()
    await page.getByText('Đã đóng').first().waitFor()
    expect(await page.getByText('Đổi số ngày gia hạn').count(), 'too late').toBe(0)
    await closePage(page)
    const answerPage = await openPage(phone)
    await answerPage.waitForTimeout(3500) // a wave is remembered for three seconds
    await answerPage.goto('/s/hai-long-ve-mot-cua-thu-nghiem?u=22870-2')
    await answerPage.getByText('đã đóng').first().waitFor()
    await closePage(answerPage, [/409/])
  })

  it('prints letters for secret ballots, sees them this once, and then counts only', async () => {
    const page = await openPage()
    await signIn(page, 'can-bo-huyen')
    await page.goto('/waves/phieu-kin-dai-bieu')
    await page.getByLabel('Số thư mời').fill('3')
    await page.getByRole('button', { name: 'Tạo thư mời' }).click()
    await page.getByRole('heading', { name: /3 thư mời cho/ }).waitFor()
    expect(await page.getByRole('article').count()).toBe(3)
    await expectAccessible(page)
    await keepScreenshot(page, 'ballot-letters')
    await page.getByRole('button', { name: 'Đã in xong' }).click()
    await page.getByText('Đã in 3 thư mời').waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, 'ballot-groups')
    await closePage(page)
  })

  it('of a commune sees the waves on a phone, but no way to plan one', async () => {
    const page = await openPage(phone)
    await signIn(page, 'can-bo-ninh-phuoc')
    await page.goto('/waves')
    await page.locator('h1').waitFor()
    expect(await page.getByRole('link', { name: 'Lập đợt mới' }).count()).toBe(0)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await keepScreenshot(page, 'waves-phone')
    expect((await page.goto('/waves/new'))?.status()).toBe(403)
    await closePage(page, [/403/])
  })
})

/** What a citizen's phone sends. */
async function answer(wave: string, unit: string) {
  const { definitions } = await loadDefinitions(surveysFolder)
  const file = definitions.find((one) => one.kind === 'form' && one.slug === 'citizen-satisfaction')!
    .body as FormFile
  const answers = sampleAnswers(compileForm(file.form), xoroshiro128plus(7))
  const sent = await fetch(new URL('/api/answers', inject('baseUrl')), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ wave, unit, receipt: randomUUID(), answers }),
  })
  expect(sent.status, await sent.text()).toBe(201)
}
