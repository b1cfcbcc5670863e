// The words of a message, with placeholders out of a closed list. An e-mail or a short message without its link would be
// useless, and a link in the subject would be shown on locked screens: both are faults here.
import { z } from 'zod'
import type { Fault } from '#lib/problem'

export const messageKinds = ['invitation', 'reminder', 'last-call'] as const
export type MessageKind = (typeof messageKinds)[number]

/** `letter` is printed, `text` goes to telephones (list or webhook). */
export const templateChannels = ['email', 'letter', 'text'] as const
export type TemplateChannel = (typeof templateChannels)[number]

export const messageLanguages = ['vi', 'en'] as const
export type MessageLanguage = (typeof messageLanguages)[number]

export type Words = { subject: string; body: string }
export type TemplateTexts = Record<MessageLanguage, Words>

/** What may stand in braces: {name}, {link} … */
export const placeholders = ['title', 'name', 'unit', 'wave', 'closes', 'link', 'code'] as const
export type Placeholder = (typeof placeholders)[number]

const words = z.object({ subject: z.string().trim().max(150), body: z.string().trim().max(4000) })
export const templateShape = z.object({ vi: words, en: words })

/** The shortest that a text to a telephone may be charged as several of: 10 parts of 67 letters with accents. */
const longestText = 670

/** Every fault of the words, at its field ("vi.body"). Empty when they can be sent. */
export function checkTemplate(texts: TemplateTexts, channel: TemplateChannel): Fault[] {
  return messageLanguages.flatMap((language) => [
    ...(channel === 'text' ? [] : checkSubject(`${language}.subject`, texts[language].subject)),
    ...checkBody(`${language}.body`, texts[language].body, channel),
  ])
}

function checkSubject(field: string, subject: string): Fault[] {
  if (subject === '') return [fault(field, 'required', 'Hãy viết tiêu đề.', 'Write a subject.')]
  if (/[\r\n]/.test(subject))
    return [fault(field, 'one_line', 'Tiêu đề chỉ có một dòng.', 'A subject has one line only.')]
  if (/\{(link|code)\}/.test(subject))
    return [
      fault(
        field,
        'link_in_subject',
        'Không đặt {link} hay {code} vào tiêu đề: tiêu đề hiện cả trên màn hình khóa.',
        'Do not put {link} or {code} into the subject: it shows on locked screens.',
      ),
    ]
  return unknownPlaceholders(field, subject)
}

function checkBody(field: string, body: string, channel: TemplateChannel): Fault[] {
  if (body === '') return [fault(field, 'required', 'Hãy viết nội dung.', 'Write the text.')]
  const faults = unknownPlaceholders(field, body)
  if (channel !== 'letter' && !body.includes('{link}'))
    faults.push(
      fault(
        field,
        'link_missing',
        'Nội dung phải có {link}: không có đường dẫn thì người nhận không trả lời được.',
        'The text must have {link}: without it nobody can answer.',
      ),
    )
  if (channel === 'text' && body.length > longestText)
    faults.push(
      fault(
        field,
        'too_long',
        `Tin nhắn dài quá ${longestText} ký tự.`,
        `A text message may have at most ${longestText} characters.`,
      ),
    )
  return faults
}

function unknownPlaceholders(field: string, text: string): Fault[] {
  const unknown = [...text.matchAll(/\{([^{}\s]*)\}/g)].filter(
    ([, name]) => !placeholders.includes(name as Placeholder),
  )
  return unknown.map(([whole]) =>
    fault(
      field,
      'unknown_placeholder',
      `Không có chỗ trống “${whole}”. Dùng được: ${list()}.`,
      `There is no placeholder “${whole}”. Known: ${list()}.`,
    ),
  )
}

const list = () => placeholders.map((name) => `{${name}}`).join(' ')
const fault = (question: string, code: string, vi: string, en: string): Fault => ({ question, code, vi, en })
