// An officer attaches a recording or a picture to a question or choice of a published form. What kind of file it is says its
// content, never its name; what is asked does not change.
import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { findDefinition } from '#lib/db/definitions'
import { insertAttachment, type MediaKind } from '#lib/db/media'
import type { FormFile } from '#lib/definitions/form-file'
import { type Fault, problems } from '#lib/problem'
import { formTexts } from '#lib/surveys/form-texts'
import { findLanguage } from '#lib/surveys/languages'
import { requireShape } from '#lib/user-input'

/** What phones can play and show without a plug-in. */
const types: Record<MediaKind, string[]> = {
  audio: [
    'audio/mpeg',
    'audio/mp4',
    'audio/x-m4a',
    'audio/aac',
    'audio/ogg',
    'audio/opus',
    'audio/wav',
    'audio/webm',
    'video/webm',
  ],
  image: ['image/png', 'image/jpeg', 'image/webp'],
}
export const largestMedia = 2 * 1024 * 1024

const shape = z.object({
  slug: z.string().max(80),
  version: z.coerce.number().int(),
  owner: z.string().max(300),
  language: z.string().max(20),
  kind: z.enum(['audio', 'image']),
  /** Absent: takes away what is attached. */
  bytes: z.instanceof(Uint8Array).optional(),
  /** Who made it, and under which licence. */
  source: z.string().trim().max(500).default(''),
})
export type AttachMediaInput = z.input<typeof shape>

/** Attaches it. Throws notFound, invalidInput. */
export async function attachMedia(actor: MaybeActor, input: AttachMediaInput): Promise<void> {
  const officer = allow(actor, 'definitions.translate')
  const { slug, version, bytes, source, ...place } = requireShape(shape, input)
  const definition = await findDefinition('form', slug, version)
  if (!definition) throw problems.notFound({ what: 'phiếu', id: `${slug}.v${version}` })
  const owners = formTexts(definition.body as FormFile).map(({ owner }) => owner)
  const faults = [
    ...(owners.includes(place.owner) ? [] : [noSuchPlace(place.owner)]),
    ...(findLanguage(place.language) ? [] : [noSuchPlace(place.language)]),
    ...(bytes && !source ? [sourceMissing] : []),
    ...(bytes && (bytes.length === 0 || bytes.length > largestMedia) ? [wrongSize] : []),
  ]
  if (faults.length > 0) throw problems.invalidInput({ faults })
  const type = bytes && (await typeOf(bytes, place.kind))
  const media = bytes && type ? { hash: hashOf(bytes), type, bytes: new Uint8Array(bytes), source } : null
  await insertAttachment({ formId: definition.id, ...place }, media, {
    actor: officer,
    action: 'attach-media',
    subject: `${slug}.v${version}`,
    details: { ...place, hash: media?.hash ?? null },
  })
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function typeOf(bytes: Uint8Array, kind: MediaKind): Promise<string> {
  const found = await fileTypeFromBuffer(bytes)
  const mime = found?.mime.split(';')[0]
  if (!mime || !types[kind].includes(mime)) throw problems.invalidInput({ faults: [wrongType(kind)] })
  return mime === 'audio/x-m4a' ? 'audio/mp4' : mime === 'video/webm' ? 'audio/webm' : mime
}

const noSuchPlace = (place: string): Fault => ({
  question: 'owner',
  code: 'unknown_place',
  vi: `Phiếu không có chỗ “${place}”.`,
  en: `The form has no place “${place}”.`,
})

const sourceMissing: Fault = {
  question: 'source',
  code: 'source_missing',
  vi: 'Hãy ghi ai đọc, ai vẽ hoặc lấy từ đâu, theo giấy phép nào.',
  en: 'Say who spoke or drew it, or where it is from and under which licence.',
}

const wrongSize: Fault = {
  question: 'file',
  code: 'wrong_size',
  vi: `Tệp trống hoặc lớn hơn ${largestMedia / 1024 / 1024} MB. Hãy nén tệp: người dân tải bằng mạng yếu.`,
  en: `The file is empty or larger than ${largestMedia / 1024 / 1024} MB. Compress it: people load it over poor networks.`,
}

const wrongType = (kind: MediaKind): Fault => ({
  question: 'file',
  code: 'wrong_type',
  vi:
    kind === 'audio'
      ? 'Tệp phải là âm thanh MP3, M4A, OGG, WebM hoặc WAV.'
      : 'Tệp phải là ảnh PNG, JPEG hoặc WebP.',
  en:
    kind === 'audio'
      ? 'The file must be an MP3, M4A, OGG, WebM or WAV recording.'
      : 'The file must be a PNG, JPEG or WebP picture.',
})
