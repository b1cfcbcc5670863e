// An officer gives a question a recording and one of its choices a picture: a file that is no recording is refused in words,
// what is missing is said, and the preview plays and shows it as people will get it.
import { expect, it } from 'vitest'
import { closePage, openPage, signIn } from './browser'
import { begin } from './fill-in'
import { expectForEverybody } from './for-everybody'

const form = '/definitions/forms/awareness/1'

/** A tenth of a second of silence: 8 bits, one channel, 8000 a second. */
function silence(): Buffer {
  const wav = Buffer.alloc(44 + 800, 128)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + 800, 4)
  wav.write('WAVEfmt ', 8)
  wav.set([16, 0, 0, 0, 1, 0, 1, 0], 16)
  wav.writeUInt32LE(8000, 24)
  wav.writeUInt32LE(8000, 28)
  wav.set([1, 0, 8, 0], 32)
  wav.write('data', 36)
  wav.writeUInt32LE(800, 40)
  return wav
}

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

it('is heard and seen in the preview, and nothing wrong is taken', async () => {
  const page = await openPage()
  await signIn(page, 'can-bo-huyen')
  await page.goto(`${form}/translations?language=vi`)
  const card = page.locator('form').filter({ has: page.getByLabel('Nguồn và giấy phép') })
  const attach = async (owner: string, kind: string, name: string, mimeType: string, buffer: Buffer) => {
    await card.getByLabel('Câu hỏi hoặc lựa chọn').selectOption(owner)
    await card.getByLabel('Loại').selectOption(kind)
    await card.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
    await card.getByLabel('Nguồn và giấy phép').fill('Tự thu')
    await card.getByRole('button', { name: 'Gắn tệp' }).click()
  }
  await attach('age_band', 'audio', 'giong.mp3', 'audio/mpeg', Buffer.from('<html>no sound</html>'))
  await card.getByRole('alert').or(card.locator('[class*=error]')).first().waitFor()
  await expectForEverybody(page)
  await attach('age_band', 'audio', 'giong.wav', 'audio/wav', silence())
  await card.getByText('Đã gắn.').waitFor()
  await attach('age_band/choices/1', 'image', 'hinh.png', 'image/png', dot)
  const attached = page.getByRole('region', { name: 'Âm thanh và hình ảnh' })
  await attached.getByRole('rowheader', { name: 'age_band/choices/1' }).waitFor()
  await expectForEverybody(page)
  await page.goto(`${form}/preview`)
  await begin(page)
  await page
    .getByRole('button', { name: /Nghe đọc câu này/ })
    .first()
    .waitFor()
  const picture = page.locator('section:not([hidden]) img')
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  await expectForEverybody(page)
  await closePage(page)
}, 300_000)
