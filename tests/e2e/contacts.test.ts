// An officer brings people in from a spreadsheet with faults, mends it, draws, repeats the draw, invites; later a person asks for
// erasure through the link of a mail, and the officer does it.
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
import { expectForEverybody } from './for-everybody'

const title = 'Đại biểu thử nghiệm'
const units = ['22870', '22873'] // codes of today's communes
const head = 'Họ và tên,Email,Điện thoại,Đơn vị'
const people = units.flatMap((unit) =>
  Array.from({ length: 6 }, (_, at) => `Người Thử ${unit} ${at},thu-${unit}-${at}@example.org,,${unit}`),
)
const table = (...more: string[]) => ({
  name: 'dai-bieu.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([head, ...people, ...more].join('\n')),
})
let ownLink = ''

describe('people of a list', () => {
  it('come in with faults named, are mended, drawn, and drawn again the same', async () => {
    const page = await openPage()
    await signIn(page, 'can-bo-huyen')
    await page.goto('/contacts')
    await expectAccessible(page)
    await keepScreenshot(page, 'contacts')
    const begin = page.locator('form').filter({ hasText: 'Lập danh sách' })
    await begin.getByLabel('Tên danh sách').fill(title)
    await begin.getByRole('button').click()
    await begin.getByText('ít nhất 10 ký tự').waitFor()
    await begin.getByLabel('Mục đích').fill('Mời góp ý về cải cách hành chính của xã')
    await begin.getByRole('button').click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()

    await page.getByRole('link', { name: 'Nhập từ bảng tính' }).click()
    const file = page.locator('input[type=file]')
    await file.setInputFiles(table('Người Sai,sai@,12345,22870', 'Trùng,THU-22870-0@example.org,,22870'))
    await page.getByText('12 dòng đúng, 2 dòng sai').waitFor()
    await page.getByText('Mỗi ô ghi một địa chỉ').waitFor()
    await page.getByText('đã có ở dòng 2').waitFor()
    expect(await page.getByRole('button', { name: 'Nhập 12 người' }).isDisabled()).toBe(true)
    await expectAccessible(page)
    await keepScreenshot(page, 'contact-import')
    await file.setInputFiles(table('Người Sửa,sua@example.org,0912345678,22870'))
    await page.getByRole('button', { name: 'Nhập 13 người' }).click()
    await page.getByText('Đã nhập 13 người.').waitFor()
    await page.getByRole('link', { name: 'Xem danh sách' }).click()
    await page.getByLabel('Tìm theo họ tên').fill('nguoi sua')
    await page.getByRole('button', { name: 'Tìm', exact: true }).click()
    await page.getByText('1 trong 13 người').waitFor()
    expect(page.url()).not.toContain('sua')
    await keepScreenshot(page, 'contact-list')

    await page.getByRole('link', { name: 'Người Sửa' }).click()
    await page.getByRole('heading', { level: 1, name: 'Người Sửa' }).waitFor()
    ownLink = (await page.getByText(/\/privacy#/).textContent())!.trim()
    await expectAccessible(page)
    await keepScreenshot(page, 'contact-person')
    await page.getByRole('link', { name: title }).click()

    await page.getByRole('link', { name: 'Chọn mẫu và mời' }).click()
    await page.getByText('13 người có thể chọn').waitFor()
    await page.getByRole('button', { name: 'Chọn mẫu', exact: true }).click()
    await page.getByText('Hãy nhập số cần chọn.').waitFor()
    await page.getByLabel('Số cần chọn', { exact: true }).fill('13')
    await page.getByLabel('Chia số cần chọn cho các tầng').selectOption('equal')
    await page.getByLabel('Mầm ngẫu nhiên').fill('xo so 2026')
    await expectAccessible(page)
    await keepScreenshot(page, 'draw-new')
    await page.getByRole('button', { name: 'Chọn mẫu', exact: true }).click()
    await page.getByText('ra đúng kết quả này').waitFor()
    await page.getByRole('button', { name: 'Chọn lại để kiểm tra' }).click()
    await page.getByText('ra đúng kết quả này').waitFor()
    await page.getByText('xo so 2026').waitFor()
    await expectForEverybody(page)
    await keepScreenshot(page, 'draw')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV cho Excel (dấu phẩy)' }).click(),
    ])
    await page.getByRole('button', { name: 'Mời những người được chọn' }).click()
    // the sample wave has people who were not drawn; the story of invitations has a wave for drawn people alone
    await page.getByText('Trộn lẫn thì không tính được khoảng tin cậy').waitFor()
    expect(download.suggestedFilename()).toContain('13-rows')
    await closePage(page)
  })
})

describe('a person', () => {
  it('sees what is held and asks for erasure from a phone; the officer does it in time', async () => {
    const page = await openPage(phone)
    await page.goto(new URL(ownLink).pathname + new URL(ownLink).hash)
    await page.getByRole('button', { name: 'Xem dữ liệu của tôi' }).click()
    await page.getByTestId('own-data').getByText('sua@example.org').waitFor()
    await page.getByLabel('Xóa', { exact: true }).check()
    await page.getByLabel('Ghi thêm').fill('Tôi không còn là đại biểu.')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await keepScreenshot(page, 'privacy-phone')
    await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
    await page.getByText('Ông/bà sẽ được trả lời trước hết ngày').waitFor()
    await closePage(page)

    const desk = await openPage()
    await signIn(desk, 'can-bo-huyen')
    await desk.goto('/contacts/requests')
    await desk.getByText('Người Sửa').waitFor()
    await expectAccessible(desk)
    await keepScreenshot(desk, 'requests')
    await desk.getByRole('link', { name: 'Xóa' }).first().click()
    await desk.getByText('Tôi không còn là đại biểu.').waitFor()
    await desk.getByText('sẽ xóa ngay dữ liệu').waitFor()
    await desk.getByLabel('Đã làm xong').check()
    await expectForEverybody(desk)
    await keepScreenshot(desk, 'request')
    await desk.getByRole('button', { name: 'Giải quyết' }).click()
    await desk.getByText('(đã xóa)').waitFor()
    await closePage(desk)

    const again = await openPage(phone)
    await again.goto(new URL(ownLink).pathname + new URL(ownLink).hash)
    await again.getByRole('button', { name: 'Xem dữ liệu của tôi' }).click()
    await again.getByText('đã được xóa').waitFor()
    await closePage(again)
  })
})

describe('villages', () => {
  it('are drawn by size and taken over by a wave', async () => {
    const page = await openPage()
    await signIn(page, 'can-bo-huyen')
    await page.goto('/contacts/villages')
    await page.getByLabel('Tên lần chọn').fill('Thôn thử')
    const lines = Array.from({ length: 8 }, (_, at) => `22870-2\tv${at}\tThôn ${at}\t\t${100 + 50 * at}`)
    await page
      .getByLabel('Khung: các thôn và quy mô')
      .fill(['unit\tcode\tname\tstratum\tsize', ...lines].join('\n'))
    await expectAccessible(page)
    await keepScreenshot(page, 'villages')
    await page.getByRole('button', { name: 'Chọn thôn' }).click()
    await page.getByText('ra đúng kết quả này').waitFor()
    await expectForEverybody(page)
    await keepScreenshot(page, 'village-draw')
    await page.getByRole('link', { name: 'Dùng cho đợt khảo sát mới' }).click()
    await page.waitForURL('**/waves/new?villages=*')
    expect((await page.locator('textarea[name=clusters]').inputValue()).split('\n')).toHaveLength(5)
    await closePage(page)
  })
})
