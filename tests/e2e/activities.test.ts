// A commune officer records on a phone what was done, loses the network in the middle, corrects it; imports a table with
// faults; the district looks at the year.
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

const title = 'Phát tờ gấp thử nghiệm'
const table = (...lines: string[]) => ({
  name: 'hoat-dong.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Hình thức,Nội dung,Từ ngày,Đến ngày,Số lượng,Kinh phí', ...lines].join('\n')),
})

describe('activities', () => {
  it('are recorded on a phone, once in spite of a lost network, and corrected with a reason', async () => {
    const page = await openPage(phone)
    await signIn(page, 'can-bo-ninh-phuoc')
    await page.goto('/activities/new')
    await page.getByRole('heading', { level: 1, name: 'Ghi hoạt động' }).waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)

    await page.getByText('Tờ rơi, tờ gấp').click()
    expect(
      await page.getByLabel('Buổi phát', { exact: true }).isVisible(),
      'measures of another channel',
    ).toBe(false)
    await page.getByRole('button', { name: 'Ghi lại' }).click()
    await page.getByText('Thiếu số bản').first().waitFor()
    await page.locator('input[name="amount.leaflet.copies"]').fill('350')
    await page.locator('input[name=cost]').fill('630.000')
    await page.getByText('Thêm: thôn').click()
    await page.getByLabel('Tên hoạt động').fill(title)
    await keepScreenshot(page, 'activity-form-360')

    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Ghi lại' }).click()
    await page.getByText('Chưa gửi được').waitFor()
    expect(await page.getByLabel('Tên hoạt động').inputValue(), 'nothing typed is lost').toBe(title)
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Ghi lại' }).click()
    await page.getByText('Đã ghi.').waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)

    await page.getByText('Sửa hoạt động này').click()
    await page.locator('input[name="amount.leaflet.copies"]').fill('320')
    await page.getByRole('button', { name: 'Lưu bản sửa' }).click()
    await page.getByText('Hãy ghi lý do').first().waitFor()
    await page.getByLabel('Vì sao sửa?').fill('Đếm lại tờ còn thừa')
    await page.getByRole('button', { name: 'Lưu bản sửa' }).click()
    await page.getByText('Đã lưu bản sửa.').waitFor()
    await page.getByText('Đếm lại tờ còn thừa').waitFor()
    await page.getByText('350 bản').waitFor()
    await keepScreenshot(page, 'activity-360')
    await page.goto('/activities')
    await page.getByRole('link', { name: title }).waitFor()
    expect(await page.getByRole('link', { name: title }).count(), 'recorded once').toBe(1)
    await expectNoSidewaysScroll(page)
    await closePage(page, [/ERR_INTERNET_DISCONNECTED/])
  })

  it('come in from a spreadsheet, faulty rows named', async () => {
    const page = await openPage()
    await signIn(page, 'can-bo-phuoc-dan')
    await page.goto('/activities/import')
    const good = ['Loa,3,01/02/2025,10/02/2025,12,600.000', 'báo mạng,Thể chế,05/02/2025,,2,']
    const file = page.locator('input[type=file]')
    await file.setInputFiles(table(...good, 'rừng,3,31/02/2025,,nhiều,1.5'))
    await page.getByText('2 dòng đúng, 1 dòng sai').waitFor()
    await page.getByText('không rõ “rừng” là gì').waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, 'activity-import')
    await file.setInputFiles(table(...good))
    await page.getByRole('button', { name: 'Nhập 2 hoạt động' }).click()
    await page.getByText('Đã nhập 2 hoạt động.').waitFor()
    await closePage(page)
  })

  it('show the district a calendar, a map of tiles and totals', async () => {
    const page = await openPage({ viewport: { width: 1440, height: 900 } })
    await signIn(page, 'can-bo-huyen')
    for (const [path, name] of [
      ['/activities?year=2024', 'activities'],
      ['/activities/calendar?year=2024', 'activity-year'],
      ['/activities/calendar?year=2024&month=11', 'activity-month'],
      ['/activities/tiles?year=2024&show=cost', 'activity-tiles'],
      ['/activities/totals?year=2024&by=channel&by=unit', 'activity-totals'],
    ] as const) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1, name: 'Hoạt động tuyên truyền' }).waitFor()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await keepScreenshot(page, name)
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Excel (XLSX)' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^activity-totals-2024-year_.*\.xlsx$/)
    await closePage(page)
  })
})
