// A yearly scoring round in a browser: a commune scores itself on a phone with a PDF, the appraiser changes one score with
// a reason, the unit contests, the second appraisal decides, the round is frozen, and the report says the frozen number.
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

const round = `cham-diem-${new Date().getFullYear()}`
const unit = '22870-2'
const sheet = `/rounds/${round}/units/${unit}`
const online = 'Hồ sơ nộp trực tuyến'
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n')

const line = (page: Page, name: string) => page.getByRole('article', { name })
const isSaved = (page: Page, name: string) => line(page, name).getByText('Đã lưu', { exact: true }).waitFor()

async function score(page: Page, name: string, figure: string) {
  await line(page, name)
    .getByLabel(/^Số liệu/)
    .fill(figure)
  await isSaved(page, name)
}

/** Sends a file the way a person does and returns the address of the link that appears. */
async function attach(page: Page, name: string, file: { name: string; mimeType: string; buffer: Buffer }) {
  await line(page, name).locator('input[type=file]').setInputFiles(file)
  const link = line(page, name).getByRole('link', { name: file.name })
  await link.waitFor()
  return (await link.getAttribute('href'))!
}

let evidence = ''

describe('a scoring round', () => {
  it('is self-scored by a commune on a phone: figures save themselves, survive a lost connection, and carry a PDF', async () => {
    const page = await openPage(phone)
    await signIn(page, 'can-bo-ninh-phuoc')
    await page.goto('/rounds')
    await expectNoSidewaysScroll(page)
    await page.goto(sheet)
    await page.getByText('Mỗi ô tự lưu').waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)

    await line(page, online)
      .getByLabel(/^Số liệu/)
      .fill('101')
    await line(page, online).getByText('hãy nhập một số từ 0 đến 100').waitFor()
    await page.context().setOffline(true)
    await line(page, online)
      .getByLabel(/^Số liệu/)
      .fill('61,4')
    await line(page, online).getByText('Mất kết nối').waitFor()
    await page.context().setOffline(false)
    await isSaved(page, online)
    await line(page, online).getByLabel('Căn cứ').fill('Thống kê của hệ thống một cửa')
    await isSaved(page, online)

    await line(page, online)
      .locator('input[type=file]')
      .setInputFiles({
        name: 'giả.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('<html><script>alert(1)</script>'),
      })
    await line(page, online).getByText('“giả.pdf” không phải PDF').waitFor()
    evidence = await attach(page, online, {
      name: 'Báo cáo số 12.pdf',
      mimeType: 'application/pdf',
      buffer: pdf,
    })

    await score(page, 'Công khai ngân sách đúng hạn', '100')
    await score(page, 'Hồ sơ thanh toán trực tuyến', '38,5')
    await score(page, 'Kết quả được số hóa', '70')
    await page.reload()
    expect(
      await line(page, online)
        .getByLabel(/^Số liệu/)
        .inputValue(),
    ).toBe('61,4')
    await keepScreenshot(page, 'round-sheet-phone')
    await page.getByRole('button', { name: 'Nộp', exact: true }).click()
    await page.getByText('Đang thẩm định lần 1').waitFor()
    expect(await page.getByLabel(/^Số liệu/).count(), 'nothing can be changed once handed in').toBe(0)
    await closePage(page, [/ERR_INTERNET_DISCONNECTED/])
  })

  it('gives the PDF to who may read the sheet, as a download only, and to nobody else', async () => {
    const page = await openPage()
    await signIn(page, 'can-bo-huyen')
    const sent = await page.request.get(evidence)
    expect(sent.status()).toBe(200)
    expect((await sent.body()).equals(pdf)).toBe(true)
    expect(sent.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="bao-cao-so-12.pdf"; filename\*=UTF-8''/,
      ),
    })
    await closePage(page)

    const other = await openPage()
    expect((await other.request.get(evidence)).status(), 'nobody').toBe(401)
    await signIn(other, 'can-bo-phuoc-dan')
    expect((await other.request.get(evidence)).status(), 'another unit').toBe(403)
    await closePage(other)
  })

  it('is appraised: one score is changed with a reason, the unit contests, the second appraisal decides', async () => {
    const officer = await openPage()
    await signIn(officer, 'can-bo-huyen')
    await officer.goto(sheet)
    await line(officer, online).getByLabel('Đổi', { exact: true }).check()
    await line(officer, online)
      .getByLabel(/^Số liệu/)
      .fill('46,4')
    await line(officer, online).getByLabel('Lý do').fill('Không tính hồ sơ cán bộ nộp hộ')
    await isSaved(officer, online)
    await officer.getByRole('button', { name: /^Chấp nhận 10 tiêu chí/ }).click()
    await officer.getByText('Đã thẩm định xong mọi tiêu chí').waitFor()
    await officer.getByRole('button', { name: 'Kết thúc thẩm định' }).click()
    await officer.getByText('Giải trình', { exact: true }).first().waitFor()

    const commune = await openPage(phone)
    await signIn(commune, 'can-bo-ninh-phuoc')
    await commune.goto(sheet)
    await line(commune, online).getByText('Không tính hồ sơ cán bộ nộp hộ').waitFor()
    await line(commune, online).getByLabel('Không đồng ý').check()
    await line(commune, online).getByLabel('Giải trình').fill('Đã gửi danh sách hồ sơ người dân tự nộp')
    await isSaved(commune, online)
    await expectNoSidewaysScroll(commune)
    await expectAccessible(commune)
    await commune.getByRole('button', { name: 'Gửi giải trình' }).click()
    await commune.getByText('Đang thẩm định lần 2').waitFor()
    await closePage(commune)

    await officer.reload()
    await line(officer, online).getByLabel('Đổi', { exact: true }).check()
    await line(officer, online)
      .getByLabel(/^Số liệu/)
      .fill('50')
    await line(officer, online).getByLabel('Lý do').fill('Nhận một phần danh sách')
    await isSaved(officer, online)
    await officer.getByRole('button', { name: 'Kết thúc thẩm định' }).click()
    await officer.getByText('Phiếu đã xong, chờ chốt').waitFor()
    await officer.getByRole('link', { name: 'Lịch sử' }).click()
    await officer.getByText('Không tính hồ sơ cán bộ nộp hộ').waitFor()
    await closePage(officer)
  })

  it('is frozen, and the report opened: the print page, the Word file and the workbook hold the frozen number', async () => {
    const page = await openPage()
    await signIn(page, 'can-bo-huyen')
    await page.goto(`/rounds/${round}`)
    await expectAccessible(page)
    await page.getByLabel(/Lý do chốt khi còn/).fill('Hết hạn của tỉnh, ba đơn vị chưa xong')
    await page.getByLabel('Tôi đã kiểm tra và muốn chốt').check()
    await page.getByRole('button', { name: 'Chốt kết quả' }).click()
    await page.waitForURL('**/result')
    await page
      .getByRole('row', { name: /Xã Ninh Phước/ })
      .getByText('chưa đủ số liệu')
      .waitFor()
    await expectAccessible(page)

    const links = await page.getByRole('link', { name: /^Tải (báo cáo|bảng)/ }).all()
    const files = await Promise.all(
      links.map(async (link) => page.request.get((await link.getAttribute('href'))!)),
    )
    for (const file of files) {
      expect(file.status()).toBe(200)
      expect((await file.body()).subarray(0, 2).toString()).toBe('PK')
    }
    expect(
      files.map((file) => /filename="[^"]+\.(\w+)"/.exec(file.headers()['content-disposition']!)?.[1]),
    ).toEqual(['docx', 'xlsx'])
    await page.getByRole('link', { name: 'Xem và in báo cáo' }).click()
    await page.getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').waitFor()
    // the second appraisal's 50 % of 7 points; without a survey of delegates there is no score of the whole
    const row = page.getByRole('row', { name: new RegExp(online) }).last()
    await row.getByRole('cell', { name: '3,50' }).waitFor()
    await page.getByText('Nhận một phần danh sách').first().waitFor()
    await page.getByText('Điền số, ngày, nơi gửi, người ký').click()
    await page.getByLabel('Số văn bản').fill('215')
    await page.getByRole('button', { name: 'Điền vào báo cáo' }).click()
    await page.getByText('215/BC-UBND').first().waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, 'round-report')
    await page.goto(sheet)
    await page.getByText('Kết quả đã chốt, không sửa được').waitFor()
    await closePage(page)
  })
})
