// What an evidence file really is, by its bytes and not by its name, and the name it is kept under. The surprise: an office
// file is a zip; the library looks inside, so a zip, a macro file or a page that only claims to be a document is refused.
import { fileTypeFromBuffer } from 'file-type'
import type { Sentence } from '#lib/problem'

/** Bytes of one evidence file. */
export const evidenceSizeLimit = 20 * 1024 * 1024

/** Media type -> the extensions it may carry; the first is given when the name has none of them. */
const accepted: Record<string, readonly [string, ...string[]]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heif', 'heic'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
}

/** Office files before 2007 are all one container: only their name tells which. */
const oldOffice: Record<string, string> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
}

/** For the file picker of a page. */
export const evidenceExtensions = [...Object.values(accepted).flat(), ...Object.keys(oldOffice)].map(
  (one) => `.${one}`,
)

/** The media type and the safe name, or why the file is refused. */
export async function sniffEvidence(
  name: string,
  bytes: Uint8Array,
): Promise<{ mediaType: string; name: string } | { fault: Sentence }> {
  const shown = safeName(name)
  if (bytes.length === 0) return { fault: emptyFile(shown) }
  if (bytes.length > evidenceSizeLimit) return { fault: tooLarge(shown, bytes.length) }
  const found = await fileTypeFromBuffer(bytes)
  const extension = /\.([a-z0-9]{1,5})$/i.exec(shown)?.[1]?.toLowerCase() ?? ''
  const old = found?.mime === 'application/x-cfb' ? oldOffice[extension] : undefined
  if (old) return { mediaType: old, name: shown }
  const extensions = accepted[found?.mime ?? '']
  if (!found || !extensions) return { fault: wrongType(shown) }
  const mediaType: string = found.mime
  return { mediaType, name: extensions.includes(extension) ? shown : `${shown}.${extensions[0]}` }
}

/** A file name without folders, control characters and marks that turn the direction of writing. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  const dot = plain.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, '']
  return `${stem.slice(0, 150) || 'tep'}${ending.slice(0, 10)}`
}

const wholeLimit = evidenceSizeLimit / 1024 / 1024
const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)

const emptyFile = (name: string): Sentence => ({
  vi: `Tệp “${name}” rỗng. Hãy chọn lại tệp.`,
  en: `The file “${name}” is empty. Choose the file again.`,
})

const tooLarge = (name: string, size: number): Sentence => ({
  vi: `Tệp “${name}” nặng ${megabytes(size).replace('.', ',')} MB, tối đa ${wholeLimit} MB. Hãy quét ở độ phân giải thấp hơn hoặc tách tệp.`,
  en: `The file “${name}” has ${megabytes(size)} MB, at most ${wholeLimit} MB. Scan at a lower resolution or split the file.`,
})

const wrongType = (name: string): Sentence => ({
  vi: `Tệp “${name}” không phải PDF, ảnh (JPG, PNG, WebP, HEIC) hay tệp Word, Excel, PowerPoint, OpenDocument không có macro. Hãy lưu thành PDF rồi gửi lại.`,
  en: `The file “${name}” is no PDF, picture (JPG, PNG, WebP, HEIC) or Word, Excel, PowerPoint, OpenDocument file without macros. Save it as PDF and send it again.`,
})
