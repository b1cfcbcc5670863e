// One form with every kind of question of the light form, answered by somebody without a script and by somebody with
// nothing but a keyboard: each page is tried unanswered first, and what is stored is what was answered.
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FormServer, startFormServer } from '../support/form-server'
import everyType from '../surveys/light-form/every-type.json'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
} from './browser'
import { next, receipt, uuid } from './fill-in'
import { type Hand, keyboard, touch } from './hands'

let server: FormServer
let path = ''
beforeAll(async () => {
  server = await startFormServer()
  path = await server.openWave(everyType)
})
afterAll(() => server.stop())

const question = (page: Page, words: string): Locator =>
  page.locator('.q', { has: page.locator('legend, .label', { hasText: words }) }).last()
const group = (page: Page, words: string): Locator =>
  page
    .getByRole('group', { name: words })
    .or(page.getByRole('radiogroup', { name: words }))
    .last()
const field = (page: Page, words: string): Locator => page.getByLabel(words).last()

/** What goes into fields that a browser fills in with a calendar or clock of its own, and how it is typed with keys. */
const dates: [words: string, value: string][] = [
  ['Ngày nộp hồ sơ', '2026-05-04'],
  ['Ngày giờ hẹn trả', '2026-05-06T09:30'],
  ['Tháng', '2026-05'],
  ['Tuần', '2026-W19'],
  ['Giờ tiện đến nhất', '08:15'],
]

type Visit = { page: Page; hand: Hand; look: (name: string) => Promise<void>; fillsDates: boolean }

/** The list of faults of a page that has come back. */
async function showsFaults(page: Page, faults: string[]): Promise<void> {
  await page.locator('#errors:focus').waitFor()
  expect(await page.locator('#errors li').allTextContents()).toEqual(faults)
}

/** Asks for the next page without having answered: the list of faults gets the focus and leads to the questions. */
async function isTold({ page, hand, look }: Visit, name: string, faults: string[]): Promise<void> {
  await hand.press(next(page))
  await showsFaults(page, faults)
  expect(await page.title()).toContain(faults.length > 1 ? `Có ${faults.length} câu cần xem lại` : 'Có 1 câu')
  for (const link of await page.locator('#errors a').all()) {
    const place = page.locator((await link.getAttribute('href')) ?? '')
    expect(await place.getAttribute('aria-describedby')).toBe(`e-${await place.getAttribute('id')}`)
  }
  await look(`${name}-faults`)
}

async function choices(visit: Visit): Promise<void> {
  const { page, hand, look } = visit
  await isTold(visit, 'choices', [
    'Câu “Lần gần nhất ông/bà đến UBND xã để làm gì?” chưa được trả lời.',
    'Câu “Ông/bà đã nộp hồ sơ trực tuyến lần nào chưa?” chưa được trả lời.',
  ])
  expect(await page.getByLabel('Xin ghi rõ').first().isVisible()).toBe(false)
  await hand.choose(group(page, 'Lần gần nhất'), 'Việc khác')
  await hand.write(question(page, 'Lần gần nhất').getByLabel('Xin ghi rõ'), 'Xin giấy xác nhận')
  const channels = group(page, 'nghe về cải cách')
  await hand.tick(channels.getByLabel('Loa truyền thanh'))
  await hand.tick(channels.getByLabel('Họp thôn'))
  await hand.pick(field(page, 'dân tộc nào'), 'Chăm')
  await hand.tick(group(page, 'lĩnh vực nào').getByLabel('Hộ tịch'))
  await hand.choose(group(page, 'nộp hồ sơ trực tuyến'), 'Đã nộp')
  await hand.press(next(page))
  await page.getByText('Có thêm câu hỏi').waitFor()
  await hand.write(field(page, 'có gì khó'), 'Mạng chậm')
  await look('choices')
  await hand.press(next(page))
}

async function scales(visit: Visit): Promise<void> {
  const { page, hand, look } = visit
  await isTold(visit, 'scales', [
    'Câu “Nói chung, ông/bà hài lòng đến mức nào?” chưa được trả lời.',
    'Câu “Ông/bà đánh giá từng việc sau thế nào?” còn dòng chưa được trả lời.',
    'Câu “UBND xã – Đã đến?” chưa được trả lời.',
    'Câu “Trung tâm hành chính công – Đã đến?” chưa được trả lời.',
  ])
  await hand.choose(group(page, 'Nói chung'), '2')
  await hand.choose(group(page, 'Từ 0 đến 10'), '7')
  await hand.choose(group(page, 'Chỗ ngồi chờ'), '4')
  await hand.choose(group(page, 'Thái độ tiếp đón'), '5')
  await hand.choose(group(page, 'Thời gian chờ'), 'Kém')
  await hand.choose(group(page, 'Hướng dẫn giấy tờ'), 'Không biết')
  const [commune, centre] = [group(page, 'UBND xã'), group(page, 'Trung tâm hành chính công')]
  await hand.choose(commune.getByRole('radiogroup'), 'Có')
  await hand.write(commune.getByLabel('Số lần trong năm'), '3')
  await hand.pick(commune.getByLabel('Đi bằng gì?'), 'Xe máy')
  await hand.choose(centre.getByRole('radiogroup'), 'Không')
  await look('scales')
  await hand.press(next(page))
}

async function order(visit: Visit): Promise<void> {
  const { page, hand, look } = visit
  await isTold(visit, 'order', ['Câu “Ông/bà hay xem tin ở đâu nhất?” chưa được trả lời.'])
  const first = group(page, 'Việc nào cần làm trước')
  await hand.pick(first.getByLabel('Sửa đường'), '2')
  await hand.pick(first.getByLabel('Nước sạch'), '1')
  await hand.choose(group(page, 'hay xem tin'), 'Loa')
  await hand.press(next(page))
  await showsFaults(page, ['Câu “Việc nào cần làm trước?” cần mỗi mục một số thứ tự khác nhau, từ 1 trở đi.'])
  expect(await first.getByLabel('Sửa đường').inputValue(), 'a wrong order is shown as it was given').toBe('2')
  await hand.pick(first.getByLabel('Đèn đường'), '3')
  await hand.pick(group(page, 'tối đa hai việc').getByLabel('Nói rõ'), '1')
  await hand.tick(group(page, 'Tuần qua').getByRole('checkbox', { name: 'Bảng tin' }))
  await hand.tick(group(page, 'Tuần qua').getByRole('checkbox', { name: 'Loa' }))
  await look('order')
  await hand.press(next(page))
}

async function typing(visit: Visit): Promise<void> {
  const { page, hand, look, fillsDates } = visit
  await isTold(visit, 'typing', [
    'Câu “Xin ghi tên thôn của ông/bà” chưa được trả lời.',
    'Câu “Nơi thứ nhất” chưa được trả lời.',
  ])
  await hand.write(field(page, 'tên thôn'), 'Thành Tín')
  await hand.write(field(page, 'có mấy người'), '4')
  await hand.write(field(page, 'phần trăm'), '104')
  await hand.write(field(page, 'Thư điện tử'), 'to5@xa.vn')
  await hand.write(field(page, 'Số điện thoại'), '0259 123 456')
  await hand.write(field(page, 'Trang mạng'), 'https://xa.vn')
  if (fillsDates) for (const [words, value] of dates) await hand.write(field(page, words), value)
  await hand.write(field(page, 'Màu bảng tin'), '#0f6478')
  await hand.write(field(page, 'Từ khóa'), 'đồng lúa')
  await hand.write(field(page, 'Nơi thứ nhất'), 'Chợ')
  await hand.press(next(page))
  await showsFaults(page, ['Câu “Bao nhiêu phần trăm hồ sơ trả đúng hẹn?” phải từ 100 trở xuống.'])
  await hand.write(field(page, 'phần trăm'), '80,5')
  await look('typing')
  await hand.press(next(page))
}

async function groups(visit: Visit): Promise<void> {
  const { page, hand, look } = visit
  await isTold(visit, 'groups', ['Câu “Hồ sơ 1 – Loại hồ sơ” chưa được trả lời.'])
  await hand.choose(group(page, 'Nhà có mạng không'), 'Có')
  await hand.write(field(page, 'Ghi thêm nếu muốn'), 'Mạng yếu')
  await hand.write(group(page, 'Hồ sơ 1').getByLabel('Loại hồ sơ'), 'Khai sinh')
  await hand.write(group(page, 'Hồ sơ 1').getByLabel('bao nhiêu ngày'), '3')
  await hand.press(page.getByRole('button', { name: 'Thêm hồ sơ' }))
  expect(await group(page, 'Hồ sơ 1').getByLabel('Loại hồ sơ').inputValue()).toBe('Khai sinh')
  await hand.press(page.getByRole('button', { name: 'Thêm hồ sơ' }))
  await group(page, 'Hồ sơ 3').waitFor()
  expect(await page.getByRole('button', { name: 'Thêm hồ sơ' }).count(), 'three are enough').toBe(0)
  await hand.press(page.getByRole('button', { name: 'Bỏ hồ sơ này Hồ sơ 3' }))
  await group(page, 'Hồ sơ 3').waitFor({ state: 'detached' })
  await hand.choose(group(page, 'Hồ sơ 1').getByRole('radiogroup'), 'Đúng hẹn')
  await hand.write(group(page, 'Hồ sơ 2').getByLabel('Loại hồ sơ'), 'Đất đai')
  await hand.write(group(page, 'Hồ sơ 2').getByLabel('bao nhiêu ngày'), '40')
  await hand.press(next(page))
  await page.getByText('Có thêm câu hỏi').waitFor()
  expect(await page.locator('output').textContent(), 'the sum follows the answers').toBe('43')
  await hand.choose(group(page, 'Hồ sơ 2').getByRole('radiogroup'), 'Trễ hẹn')
  await hand.write(field(page, 'mong điều gì'), 'Trả đúng hẹn')
  await look('groups')
  expect(await next(page).textContent()).toBe('Gửi phiếu')
  await hand.press(next(page))
}

const answered = {
  reason: 'other',
  'reason-Comment': 'Xin giấy xác nhận',
  channels: ['loa', 'hop'],
  ethnicity: 2,
  areas: ['hotich'],
  online: true,
  trouble: 'Mạng chậm',
  overall: 2,
  tenfold: 7,
  stars: 4,
  smileys: 5,
  service: { wait: 1, guide: 98 },
  places: { xa: { came: 1, visits: 3, by: 'xe' }, huyen: { came: 0 } },
  first: ['nuoc', 'duong', 'den'],
  top: ['ro'],
  sign: 'loa',
  seen: ['bang', 'loa'],
  name: 'Thành Tín',
  people: 4,
  share: 80.5,
  mail: 'to5@xa.vn',
  phone: '0259 123 456',
  site: 'https://xa.vn',
  colour: '#0f6478',
  secret: 'đồng lúa',
  addresses: { one: 'Chợ' },
  internet: 1,
  'internet-Comment': 'Mạng yếu',
  files: [
    { what: 'Khai sinh', days: 3, ontime: 1 },
    { what: 'Đất đai', days: 40, ontime: 0 },
  ],
  total: 43,
  wish: 'Trả đúng hẹn',
}
const answeredDates = {
  day: '2026-05-04',
  at: '2026-05-06T09:30',
  month: '2026-05',
  week: '2026-W19',
  time: '08:15',
}

async function answer(visit: Visit): Promise<void> {
  const { page, hand } = visit
  await page.goto(path)
  await hand.tick(page.locator('#consent'))
  await hand.press(next(page))
  for (const part of [choices, scales, order, typing, groups]) await part(visit)
  await page.locator('.done').waitFor()
  expect(await receipt(page)).toMatch(uuid)
}

const latest = async () => (await server.stored()).at(-1)?.answers

describe('a form with every kind of question', () => {
  it('is answered without a script from the first page to thanks, and every value is stored as it was meant', async () => {
    const page = await openPage({ ...phone, baseURL: server.url, javaScriptEnabled: false })
    const look = (name: string) => keepScreenshot(page, `every-type-360-${name}`)
    await answer({ page, hand: touch, look, fillsDates: true })
    expect(await latest()).toEqual({ ...answered, ...answeredDates })
    await closePage(page, [/422/])
  })

  it('is answered with the keyboard alone, readable for everybody on each page and with each fault', async () => {
    const page = await openPage({ baseURL: server.url, viewport: { width: 1440, height: 900 } })
    const look = async (name: string) => {
      await keepScreenshot(page, `every-type-1440-${name}`)
      await expectAccessible(page)
    }
    await answer({ page, hand: keyboard(page), look, fillsDates: false })
    expect(await latest()).toEqual(answered)
    await closePage(page, [/422/])
  })

  it('fits a screen of 320 px, and one twice as wide with letters twice as large', async () => {
    const page = await openPage({ baseURL: server.url, viewport: { width: 320, height: 568 } })
    const letters = (size: string) =>
      page.evaluate((fontSize) => Object.assign(document.documentElement.style, { fontSize }), size)
    const look = async () => {
      await expectNoSidewaysScroll(page)
      await page.setViewportSize({ width: 640, height: 568 })
      await letters('200%')
      await expectNoSidewaysScroll(page)
      await letters('')
      await page.setViewportSize({ width: 320, height: 568 })
    }
    await answer({ page, hand: touch, look, fillsDates: true })
    await closePage(page, [/422/])
  })
})
