import { describe, expect, it } from 'vitest'
import { sentFile, sentFileOrEmpty, sentText } from '../../../app/_server/sent-file'

const formWith = (file?: File | string) => {
  const form = new FormData()
  if (file !== undefined) form.set('file', file)
  return form
}
const bytes = (...of: number[]) => Uint8Array.from(of)

describe('the file of a sent form', () => {
  it('comes with its name and its bytes', async () => {
    const sent = await sentFile(formWith(new File([bytes(0, 255, 10)], 'ảnh.jpg')))
    expect(sent).toEqual({ name: 'ảnh.jpg', bytes: bytes(0, 255, 10) })
  })

  it.each([
    ['without the field', formWith()],
    ['with a text in its place', formWith('tệp')],
    ['with an untouched field', formWith(new File([], ''))],
    ['with an untouched field that a script copied', formWith(new File([], 'undefined'))],
  ])('is none %s', async (_name, form) => {
    expect(await sentFile(form)).toBeNull()
    expect(await sentFileOrEmpty(form)).toEqual({ name: '', bytes: bytes() })
    expect(await sentText(form)).toBe('')
  })

  it('is there when an empty one was chosen, so that it can be refused by its name', async () => {
    const sent = await sentFile(formWith(new File([], 'rỗng.pdf')))
    expect(sent).toEqual({ name: 'rỗng.pdf', bytes: bytes() })
  })

  it('is read as UTF-8 text, with the byte order mark of a spreadsheet left out', async () => {
    expect(await sentText(formWith(new File(['\uFEFFmã;tên\n1;Bình'], 'a.csv')))).toBe('mã;tên\n1;Bình')
  })
})
