// An administrator says which office answers for personal data, how many days it has, and how small a group may be. Open
// requests keep their days, and groups that were invited stay.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { smallestGroup } from '#lib/ballots/group-rules'
import { largestMinimum, privacySettings } from '#lib/contacts/privacy-settings'
import { insertAuditEvent } from '#lib/db/audit'
import { saveSetting } from '#lib/db/settings'
import { requireShape } from '#lib/user-input'

const says = (vi: string, en: string) => ({ error: JSON.stringify({ vi, en }) })
const line = z.string().trim().max(200, says('Tối đa 200 ký tự.', 'At most 200 characters.'))
const daysSays = says('Số ngày là số nguyên từ 1 đến 365.', 'A whole number of days from 1 to 365.')
const days = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, daysSays)
  .transform(Number)
  .pipe(z.number().min(1, daysSays).max(365, daysSays))
const groupSays = says(
  `Nhóm nhỏ nhất là số nguyên từ ${smallestGroup} đến ${largestMinimum}; không hạ dưới ${smallestGroup} được.`,
  `The smallest group is a whole number from ${smallestGroup} to ${largestMinimum}; it cannot be lowered below ${smallestGroup}.`,
)
const holidaySays = says(
  'Mỗi dòng một ngày nghỉ, dạng 2027-01-01.',
  'One holiday in a line, such as 2027-01-01.',
)

const shape = z.object({
  name: line,
  address: line,
  phone: line,
  email: line,
  answerWorkingDays: days,
  stopDays: days,
  fulfilDays: days,
  extensionDays: days,
  smallestGroup: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, groupSays)
    .transform(Number)
    .pipe(z.number().min(smallestGroup, groupSays).max(largestMinimum, groupSays)),
  /** One day in a line. */
  holidays: z
    .string()
    .max(5000)
    .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
    .pipe(z.array(z.iso.date(), holidaySays).max(200, holidaySays)),
})

/** Throws invalidInput by field. */
export async function savePrivacySettings(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const administrator = allow(actor, 'privacy.manage')
  const { name, address, phone, email, smallestGroup: least, ...rules } = requireShape(shape, input)
  const settings = privacySettings.parse({
    office: { name, address, phone, email },
    smallestGroup: least,
    rules,
  })
  await saveSetting('privacy', settings)
  await insertAuditEvent(administrator, { action: 'save-privacy-settings', details: { ...settings } })
}
