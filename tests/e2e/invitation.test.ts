// From the officer's list to the log: invitations go out through a real mail server, one delegate answers on two devices, another
// signs in with an account, a reminder goes to those who have not, and after the opening of the box receipts are checked.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import type { ReceiptFile } from '#lib/ledger/receipt-file'
import { type MailSink, openMailSink } from '../support/mail-sink'
import { startWholeServer, type WholeServer } from '../support/whole-server'
import { answer, button, getBallot, saveReceipt, sendNow } from './ballot-hands'
import {
  closePage,
  expectAccessible,
  expectNoSidewaysScroll,
  keepScreenshot,
  openPage,
  phone,
  signIn,
} from './browser'
import { answerAll, answerPage, begin, next } from './fill-in'
import { expectForEverybody } from './for-everybody'

const title = 'Đại biểu thử thư mời'
const wave = 'dai-bieu-thu-thu-moi'
const unit = '22870' // the code of one of today's communes
const people = Array.from({ length: 12 }, (_, at) => ({
  name: `Đại Biểu Số ${at + 1}`,
  email: `dai-bieu-${at + 1}@hoi-dong.example`,
}))
const [first, second, gone, tired] = people as [Person, Person, Person, Person]
type Person = (typeof people)[number]
/** Longer than the lane of mailings rests. */
const patience = { timeout: 150_000, interval: 500 }

let sink: MailSink
let server: WholeServer
let receipts: ReceiptFile[]
const account = { login: 'dai-bieu-02', password: '' }

beforeAll(async () => {
  sink = await openMailSink()
  sink.judge((address) => (address === gone.email ? 'refuse' : 'take'))
  server = await startWholeServer(() => ({ SMTP_URL: sink.url }))
  receipts = []
}, 600_000)
afterAll(async () => {
  await server?.stop()
  await sink?.close()
})

const open = (options = {}) => openPage({ baseURL: server.url, ...options })
const recipients = () => sink.mails.flatMap(({ recipients: all }) => all).sort()
const mailTo = ({ email }: Person) => sink.mails.find(({ recipients: [to] }) => to === email)!
const linkIn = ({ text = '' }: { text?: string }) => /\S+\/s\/\S+#\S+/.exec(text)![0]

/** A day relative to today in Viet Nam, as a date field wants it. */
const day = (offset: number) =>
  new Date(Date.now() + offset * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })

/** A form with its title. */
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** What stands in the line of the commune on the page of invitations: from the target to the ballots in the box. */
async function progress(page: Page): Promise<string[]> {
  const table = page.getByRole('table', { name: 'Tiến độ theo đơn vị' })
  return table.locator('tbody tr').first().locator('td, th').allInnerTexts()
}

/** Plans a mailing for an hour of today that is over: it goes out with the next look of the lane. */
async function plan(page: Page, kind: string) {
  const form = card(page, 'Lên lịch gửi')
  await form.getByLabel('Loại', { exact: true }).selectOption({ label: kind })
  await form.getByLabel('Giờ', { exact: true }).selectOption('0')
  await form.getByRole('button', { name: 'Lên lịch' }).click()
  await page.getByText('Đã lên lịch.').waitFor()
}

/** What is said of a file of a receipt once the log has answered; until then the page may still speak of the file before. */
async function checkReceipt(page: Page, file: ReceiptFile, outcome = /Phiếu có trong sổ/) {
  await page.locator('input[type=file]').setInputFiles({
    name: 'bien-nhan.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  })
  const verdict = page
    .getByRole('status')
    .filter({ hasText: file.answer.receipt })
    .filter({ hasText: outcome })
  await verdict.waitFor()
  return verdict.innerText()
}

describe('invitations and a reminder', () => {
  it('are prepared by an officer: people, a wave of secret ballots, hours at which mail may go out', async () => {
    const admin = await open()
    await signIn(admin, 'quan-tri')
    await admin.goto('/admin/mail')
    const hours = card(admin, 'Giờ được gửi')
    await hours.getByLabel('Từ (giờ)').fill('0')
    await hours.getByLabel('Đến trước (giờ)').fill('24')
    await hours.getByRole('button').click()
    await hours.getByText('Đã lưu.').waitFor()
    await closePage(admin)

    const page = await open()
    await signIn(page, 'can-bo-huyen')
    await page.goto('/waves/new')
    await page.getByLabel('Tên đợt', { exact: true }).fill(title)
    await page.getByLabel('Phiếu', { exact: true }).selectOption({ value: 'delegate-assessment.v1' })
    await page.getByLabel('Ngày đầu của kỳ').fill(day(-60))
    await page.getByLabel('Ngày cuối của kỳ').fill(day(0))
    await page.getByLabel('Đóng nhận phiếu').fill(`${day(2)}T17:00`)
    await page.getByLabel('Chỉ tiêu cho mọi đơn vị').fill('12')
    await page.getByLabel(new RegExp(`· ${unit}$`)).check()
    await page.getByRole('button', { name: 'Lập đợt khảo sát' }).click()
    await page.waitForURL(`**/waves/${wave}`)

    await page.goto('/contacts')
    const list = card(page, 'Lập danh sách')
    await list.getByLabel('Tên danh sách').fill(title)
    await list.getByLabel('Mục đích').fill('Mời đại biểu đánh giá các cơ quan của huyện')
    await list.getByRole('button').click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByRole('link', { name: 'Nhập từ bảng tính' }).click()
    const lines = people.map(({ name, email }) => `${name},${email},${unit}`)
    await page.locator('input[type=file]').setInputFiles({
      name: 'dai-bieu.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['Họ và tên,Email,Đơn vị', ...lines].join('\n')),
    })
    await page.getByRole('button', { name: 'Nhập 12 người' }).click()
    await page.getByText('Đã nhập 12 người.').waitFor()
    await page.getByRole('link', { name: 'Xem danh sách' }).click()
    await page.getByRole('link', { name: 'Chọn mẫu và mời' }).click()
    await page.getByLabel('Cách chọn').selectOption('all')
    await page.getByRole('button', { name: 'Chọn mẫu', exact: true }).click()
    await page.getByLabel('Đợt', { exact: true }).selectOption({ label: title })
    await page.getByRole('button', { name: 'Mời những người được chọn' }).click()
    await page.getByText('Đã mời 12 người; 0 người').waitFor()
    await closePage(page)
  })

  it('go out by e-mail to everybody; the officer sees the address that came back, and an alert that the unit is late', async () => {
    const page = await open()
    await signIn(page, 'can-bo-huyen')
    await page.goto(`/waves/${wave}/invitations`)
    await plan(page, 'Mời')
    await expect.poll(() => recipients().length, patience).toBe(11)
    expect(recipients()).toEqual(people.flatMap(({ email }) => (email === gone.email ? [] : email)).sort())
    expect(linkIn(mailTo(first))).toMatch(new RegExp(`^${server.url}/s/${wave}\\?u=\\S+#\\S+$`))

    const alert = card(page, 'Báo đơn vị chậm')
    await alert.getByLabel('Trước khi đóng').fill('3')
    await alert.getByRole('button').click()
    await alert.getByText('Đã lưu.').waitFor()
    await expect
      .poll(async () => {
        await page.reload()
        return (await progress(page)).join(' ')
      }, patience)
      .toMatch(/ \(chậm\) 12 12 11 1 0–4 0–4$/)
    const troubles = page.getByRole('table', { name: 'Địa chỉ không nhận được thư' })
    expect(await troubles.locator('tbody').innerText()).toContain(gone.name)
    await expectAccessible(page)
    await keepScreenshot(page, 'invitations-1280')
    await closePage(page)
  })

  it('are answered by one delegate who begins on the phone and goes on at a desk', async () => {
    const here = await open(phone)
    await here.goto(linkIn(mailTo(first)))
    await here.getByText('Lời mời hợp lệ').waitFor()
    await expectNoSidewaysScroll(here)
    await getBallot(here)
    await begin(here)
    await answerPage(here)
    await button(here, 'Làm tiếp trên máy khác').click()
    const code = (await here.locator('dialog code').textContent()) ?? ''
    await expectNoSidewaysScroll(here)
    await keepScreenshot(here, 'invitation-resume-360')
    await closePage(here)

    const there = await open()
    await there.goto(`/s/${wave}`)
    await there.getByLabel('Mã mời trong thư, hoặc mã tiếp tục').fill(code)
    await there.keyboard.press('Enter')
    await next(there).waitFor()
    await answerAll(there)
    await sendNow(there)
    receipts.push(await saveReceipt(there))
    await closePage(there)
  })

  it('can be had at a desk of one’s own: an officer opens an account, the delegate signs in and answers', async () => {
    const officer = await open()
    await signIn(officer, 'can-bo-huyen')
    await officer.goto('/contacts')
    await officer.getByRole('link', { name: title }).click()
    await officer.getByRole('link', { name: second.name, exact: true }).click()
    const form = card(officer, 'Mở tài khoản cho người này')
    await form.getByLabel('Tên đăng nhập').fill(account.login)
    await form.getByRole('button').click()
    account.password = await officer.locator('[role=status] code').innerText()
    await expectAccessible(officer)
    await keepScreenshot(officer, 'delegate-account-1280')
    await closePage(officer)

    const page = await open(phone)
    await signIn(page, account.login, account.password)
    await page.waitForURL('**/desk')
    const asked = page.getByRole('listitem').filter({ hasText: title })
    await asked.getByText('Trả lời trước').waitFor()
    await asked.getByText('Vì sao hỏi').waitFor()
    await expectForEverybody(page)
    await keepScreenshot(page, 'desk-360')
    await asked.getByRole('link', { name: 'Mở phiếu kín' }).click()
    await getBallot(page)
    await answer(page)
    await sendNow(page)
    receipts.push(await saveReceipt(page))
    await page.goto('/desk')
    await page.getByText('đã gửi rồi thì không phải làm gì thêm').waitFor()
    await page.goto('/waves')
    await page.waitForURL('**/desk')
    await closePage(page)
  })

  it('are followed by a reminder to those who have neither answered nor opted out, and by no name or exact number', async () => {
    const own = await open(phone)
    await own.goto(/\S+\/o\/[\w-]+/.exec(mailTo(tired).text!)![0])
    await own.getByRole('button', { name: 'Xác nhận ngừng nhận' }).click()
    await own.getByRole('heading', { name: 'Ông/bà sẽ không nhận thư' }).waitFor()
    await closePage(own)

    // nobody gets two messages on one day: it is tomorrow
    await database().pool.query(`update "Message" set "claimedOn" = "claimedOn" - 1, "sentOn" = "sentOn" - 1`)
    await database().pool.query(`update "Mailing" set "plannedFor" = "plannedFor" - interval '1 day'`)
    const before = sink.mails.length
    const page = await open()
    await signIn(page, 'can-bo-huyen')
    await page.goto(`/waves/${wave}/invitations`)
    await plan(page, 'Nhắc người chưa dùng lời mời')
    await expect.poll(() => sink.mails.length - before, patience).toBe(8)
    const reminder = page
      .getByRole('table', { name: 'Các lượt gửi' })
      .getByRole('row')
      .filter({ hasText: 'Nhắc người chưa dùng' })
    await expect
      .poll(async () => {
        await page.reload()
        return reminder.innerText()
      }, patience)
      .toContain('Xong')
    const silent = [first, second, gone, tired]
    expect(
      sink.mails
        .slice(before)
        .flatMap(({ recipients: to }) => to)
        .sort(),
    ).toEqual(people.flatMap((one) => (silent.includes(one) ? [] : one.email)).sort())
    expect(await reminder.innerText()).toMatch(/\t5–12\t/)
    expect((await progress(page)).slice(1)).toEqual(['12', '12', '11', '1', '0–4', '0–4'])
    const words = await page.locator('main').innerText()
    for (const { name } of [first, second, tired]) expect(words).not.toContain(name)
    await page.goto('/contacts')
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('row').filter({ hasText: tired.name }).getByText('không muốn nhận thư').waitFor()
    await closePage(page)
  }, 400_000)
})

describe('after closing', () => {
  it('the box opens by itself, and the officer reads exact counts', async () => {
    const page = await open()
    await signIn(page, 'can-bo-huyen')
    await page.goto(`/waves/${wave}`)
    const close = card(page, 'Đóng nhận phiếu ngay')
    await close.getByLabel('Tôi hiểu là không hoàn tác được').check()
    await close.getByRole('button').click()
    await expect
      .poll(async () => {
        await page.goto(`/waves/${wave}`)
        return page.locator('main').innerText()
      }, patience)
      .toContain('Hòm phiếu đã mở ngày')
    await page.goto(`/waves/${wave}/invitations`)
    expect((await progress(page)).slice(1)).toEqual(['12', '12', '11', '1', '2', '2'])
    expect(await database().prisma.message.count({ where: { mailing: { kind: 'reminder' } } })).toBe(0)
    await closePage(page)
  })

  it('a delegate sees at the desk that it is over, and with the receipt file that the ballot stands in the log', async () => {
    const page = await open(phone)
    await signIn(page, account.login, account.password)
    await page.waitForURL('**/desk')
    const asked = page.getByRole('listitem').filter({ hasText: title })
    await asked.getByText('Đã kết thúc').waitFor()
    await asked.getByRole('link', { name: 'Kiểm tra biên nhận' }).click()
    await page.waitForURL('**/receipt')
    for (const file of receipts) {
      const said = await checkReceipt(page, file)
      expect(said).toContain('Câu trả lời trong tệp khớp với lá của nó.')
      expect(said).toContain('Máy chủ đã ký lời hứa')
      expect(said).toMatch(/Phiếu có trong sổ: lá [12] trong 3 lá/)
    }
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await keepScreenshot(page, 'receipt-360')
    await closePage(page)
  })

  it('a receipt that was changed is named, whichever part of it', async () => {
    const page = await open(phone)
    await page.goto('/receipt')
    const [file] = receipts as [ReceiptFile]
    const [question] = Object.keys(file.answer.answers)
    const answers = { ...file.answer.answers, [question!]: 'khác' }
    expect(await checkReceipt(page, { ...file, answer: { ...file.answer, answers } })).toContain(
      'KHÔNG khớp với lá: tệp đã bị sửa',
    )
    const leaf = `${file.leaf.startsWith('A') ? 'B' : 'A'}${file.leaf.slice(1)}`
    const said = await checkReceipt(page, { ...file, leaf }, /Sổ chưa có phiếu này/)
    expect(said).toContain('chữ ký SAI')
    await closePage(page)
  })
})
