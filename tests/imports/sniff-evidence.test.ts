import { describe, expect, it } from 'vitest'
import { evidenceSizeLimit, safeName, sniffEvidence } from '#lib/imports/sniff-evidence'
import { storedZip } from '../support/stored-zip'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const pdf = bytes('%PDF-1.7\n1 0 obj\n')
const png = bytes(
  '\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00IDAT',
)
const jpeg = bytes('\xff\xd8\xff\xe0\x00\x10JFIF\x00')
const cfb = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)])
const office = (part: string, type: string) =>
  storedZip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="${part}" ContentType="${type}"/></Types>`,
    [part.slice(1)]: '<x/>',
  })
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const docx = office('/word/document.xml', `${word}.main+xml`)
const docm = office('/word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml')
const odt = storedZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' })

const verdict = async (name: string, content: Uint8Array) => {
  const sniffed = await sniffEvidence(name, content)
  return 'fault' in sniffed ? sniffed.fault.vi : `${sniffed.mediaType} ${sniffed.name}`
}

describe('sniffEvidence', () => {
  it.each([
    ['báo cáo.pdf', pdf, 'application/pdf báo cáo.pdf'],
    ['ảnh chụp.JPG', jpeg, 'image/jpeg ảnh chụp.JPG'],
    ['man-hinh.png', png, 'image/png man-hinh.png'],
    ['kế hoạch.docx', docx, `${word} kế hoạch.docx`],
    ['kế hoạch.odt', odt, 'application/vnd.oasis.opendocument.text kế hoạch.odt'],
    ['cũ.doc', cfb, 'application/msword cũ.doc'],
  ])('takes %s as what its bytes are', async (name, content, expected) => {
    expect(await verdict(name, content)).toBe(expected)
  })

  it('goes by the bytes, and gives a name of the right kind to a file that claims to be another', async () => {
    expect(await verdict('ảnh.exe', pdf)).toBe('application/pdf ảnh.exe.pdf')
    expect(await verdict('không tên', jpeg)).toBe('image/jpeg không tên.jpg')
  })

  it.each([
    ['trang.pdf', bytes('<html><script>alert(1)</script></html>')],
    ['hình.svg', bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['chạy.exe', bytes('MZ\x90\x00\x03\x00\x00\x00')],
    ['nén.zip', storedZip({ 'a.txt': 'a' })],
    ['giả.docx', storedZip({ 'evil.js': 'x' })],
    ['macro.docm', docm],
    ['macro.docx', docm],
    ['không rõ.xyz', cfb],
    ['ghi chú.txt', bytes('chỉ là chữ')],
  ])('refuses %s with a sentence that says what is taken', async (name, content) => {
    expect(await verdict(name, content)).toContain('không phải PDF, ảnh')
  })

  it('refuses an empty file and one that is too large', async () => {
    expect(await verdict('a.pdf', new Uint8Array())).toBe('Tệp “a.pdf” rỗng. Hãy chọn lại tệp.')
    const large = new Uint8Array(evidenceSizeLimit + 1024 * 1024)
    expect(await verdict('a.pdf', large)).toContain('nặng 21,0 MB, tối đa 20 MB')
  })
})

describe('safeName', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Hồ sơ\\báo cáo.pdf', 'báo cáo.pdf'],
    ['a\u202Efdp.exe', 'afdp.exe'],
    ['một\r\nhai"ba<>.pdf', 'mộthaiba.pdf'],
    ['.htaccess', 'htaccess'],
    ['', 'tep'],
    ['Bao\u0301 ca\u0301o.pdf', 'Baó cáo.pdf'],
  ])('makes of %j the name %j', (name, expected) => {
    expect(safeName(name)).toBe(expected)
  })

  it('shortens a long name and keeps its ending', () => {
    expect(safeName(`${'ă'.repeat(300)}.pdf`)).toBe(`${'ă'.repeat(150)}.pdf`)
  })
})
