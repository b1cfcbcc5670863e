// The desk prints slips with one-time codes; a citizen types one on a cheap phone without a script and answers once; what
// no longer works is refused in clear words.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
  signIn,
} from './browser'
import { answerPage, begin, next, receipt, uuid } from './fill-in'

const wave = 'gop-y-tai-quay-thu-nghiem'

const day = (offset: number) =>
  new Date(Date.now() + offset * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })

async function planWave() {
  const page = await openPage()
  await signIn(page, 'can-bo-huyen')
  await page.goto('/waves/new')
  await page.getByLabel('Tên đợt', { exact: true }).fill('Góp ý tại quầy thử nghiệm')
  await page.getByLabel('Phiếu', { exact: true }).selectOption({ value: 'citizen-satisfaction.v1' })
  await page.getByLabel('Ngày đầu của kỳ').fill(day(-60))
  await page.getByLabel('Ngày cuối của kỳ').fill(day(0))
  await page.getByLabel('Đóng nhận phiếu').fill(`${day(30)}T17:00`)
  await page.getByRole('button', { name: 'Chọn tất cả' }).click()
  await page.locator('input[name=entries][value=open]').uncheck()
  await page.locator('input[name=entries][value=visit-code]').check()
  await page.getByRole('button', { name: 'Lập đợt khảo sát' }).click()
  await page.waitForURL(`**/waves/${wave}`)
  await closePage(page)
}

/** The desk of Ninh Phước prints a batch; its codes in the order of the slips, as they are printed. */
async function printSlips(page: Page): Promise<string[]> {
  await page.getByLabel('Số phiếu mã').fill('20')
  await page.getByLabel('Tên tập').fill('Quầy 1')
  await page.getByRole('button', { name: 'Tạo mã và xem phiếu in' }).click()
  await page.getByRole('heading', { name: '20 phiếu mã của' }).waitFor()
  return page
    .locator('main#slips article')
    .evaluateAll((slips) => slips.map((slip) => /\d{4} \d{4} \d{4}/.exec(slip.textContent ?? '')?.[0] ?? ''))
}

async function typeCode(page: Page, code: string) {
  await page.goto('/v')
  await page.getByLabel('Mã 12 chữ số').focus()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}

describe('a code of the desk', () => {
  it('is printed by the desk, takes one answer without a script, and is refused in clear words afterwards', async () => {
    await planWave()
    const desk = await openPage()
    await signIn(desk, 'can-bo-ninh-phuoc')
    await desk.goto(`/waves/${wave}`)
    await desk.getByRole('link', { name: 'Mã phát tại quầy' }).click()
    await desk.waitForURL('**/codes')
    expect(await desk.locator('select[name=unit] option').allTextContents()).toHaveLength(1)
    await expectAccessible(desk)
    await desk.getByLabel('Số phiếu mã').fill('5')
    await desk.getByRole('button', { name: 'Tạo mã và xem phiếu in' }).click()
    await desk.getByText('số nguyên từ 20 đến 500').waitFor()
    const codes = await printSlips(desk)
    expect(new Set(codes).size).toBe(20)
    await expectAccessible(desk)
    await keepScreenshot(desk, 'visit-slips')
    await desk.emulateMedia({ media: 'print' })
    expect(await desk.locator('main#slips button').first().isVisible()).toBe(false)
    expect(await desk.getByRole('navigation').count(), 'nothing but slips is printed').toBe(0)
    const pdf = (await desk.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type *\/Page\b/g), 'twenty slips, eight on a sheet').toHaveLength(3)
    expect(pdf, 'A4').toMatch(/\/MediaBox *\[0 0 59[45]\.\d+ 84[12]/)
    await desk.emulateMedia({ media: 'screen' })
    await desk.getByRole('button', { name: 'Đã in xong' }).click()
    await desk.getByText('Đã in 20 phiếu mã.').waitFor()
    await desk.getByRole('cell', { name: '0–9' }).waitFor()
    await keepScreenshot(desk, 'visit-codes')

    const citizen = await openPage({ ...phone, javaScriptEnabled: false })
    await typeCode(citizen, `${codes[0]!.slice(0, -1)}${(Number(codes[0]!.at(-1)) + 1) % 10}`)
    await citizen.getByText('Mã có 12 chữ số; có chữ số bị nhầm').waitFor()
    expect(await citizen.getByLabel('Mã 12 chữ số').inputValue(), 'nothing typed is lost').toContain(
      codes[0]!.slice(0, 10),
    )
    await expectNoSidewaysScroll(citizen)
    await keepScreenshot(citizen, 'visit-code-360')
    await typeCode(citizen, codes[0]!)
    await citizen.waitForURL(`**/s/${wave}?**`)
    const address = new URL(citizen.url())
    await begin(citizen)
    for (let step = 0; step < 40 && !(await citizen.locator('.done').isVisible()); step++) {
      await answerPage(citizen)
      await next(citizen).click()
    }
    expect(await receipt(citizen)).toMatch(uuid)
    await typeCode(citizen, codes[0]!)
    await citizen.getByText('Mã này đã gửi một phiếu rồi').waitFor()

    address.searchParams.set('v', codes[1]!.replaceAll(' ', ''))
    address.searchParams.set('u', '22873-2')
    await citizen.goto(address.href)
    await citizen.getByText('Không tìm thấy mã này cho nơi đang được hỏi').waitFor()

    await desk.getByRole('link', { name: 'Quầy 1' }).click()
    const revoke = desk.locator('form').filter({ hasText: 'Thu hồi tập mã' })
    await revoke.getByLabel('Tôi hiểu là không hoàn tác được').check()
    await revoke.getByRole('button').click()
    await desk.getByText('Đã thu hồi').waitFor()
    await expectAccessible(desk)
    await typeCode(citizen, codes[2]!)
    await citizen.getByText('đã được nơi phát thu hồi').waitFor()
    await closePage(desk)
    await closePage(citizen, [/4\d\d/])
  })

  it('can be typed with the keyboard alone, at 360 px, and is accessible also with a fault', async () => {
    const page = await openPage(phone)
    await typeCode(page, '1234')
    await page.getByRole('alert').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.goto('/v?lang=en')
    await page.getByRole('heading', { name: 'Type the code' }).waitFor()
    await expectAccessible(page)
    await closePage(page, [/422/])
  })
})
