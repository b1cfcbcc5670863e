// The proof that people have agreed: the words they agreed to, the day, and who wrote it down. The version is a short hash of
// the words, so that two wordings can never be taken for one.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Consent } from '#lib/contacts/contact'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import type { Fault } from '#lib/problem'

export const consentInput = {
  /** The words that people agreed to; needed where consent is the ground. */
  consentText: z.string().trim().max(2000).default(''),
  /** The day on which they did, yyyy-mm-dd. */
  consentOn: z.string().max(10).default(''),
}

type Input = { consentText: string; consentOn: string }

/** `by`: log-in of the officer who says so. */
export function proveConsent(
  { consentText, consentOn }: Input,
  by: string,
): { consent: Consent } | { faults: Fault[] } {
  const faults: Fault[] = []
  if (consentText.length < 20) faults.push({ question: 'consentText', ...noText })
  const isDay = z.iso.date().safeParse(consentOn).success
  if (!isDay || consentOn > dayInVietNam()) faults.push({ question: 'consentOn', ...noDay })
  if (faults.length > 0) return { faults }
  const version = createHash('sha256').update(consentText.normalize('NFC')).digest('hex').slice(0, 8)
  return { consent: { text: consentText, version, at: consentOn, by } }
}

const noText = {
  code: 'consent_text_missing',
  vi: 'Căn cứ là sự đồng ý: hãy chép nguyên văn nội dung mà người đó đã đồng ý (ít nhất 20 ký tự).',
  en: 'The ground is consent: copy the words that people have agreed to (at least 20 characters).',
}
const noDay = {
  code: 'consent_day_missing',
  vi: 'Hãy chọn ngày họ đồng ý, không sau hôm nay.',
  en: 'Choose the day on which they agreed, not after today.',
}
