// Who is told by e-mail, and how many days before closing, that units are behind.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { saveAlert } from '#lib/db/late-unit-alerts'
import { findConfidentialWave } from '#lib/flows/find-confidential-wave'
import { requireShape } from '#lib/user-input'

const says = (vi: string, en: string) => ({ error: JSON.stringify({ vi, en }) })
const shape = z.object({
  wave: z.string().max(100),
  daysBefore: z.coerce.number(says('Nhập số ngày.', 'Enter a number of days.')).int().min(1).max(30),
  recipients: z
    .string()
    .trim()
    .max(500)
    .regex(
      /^(?:[^\s@,<>]+@[^\s@,<>]+(?:\s*,\s*[^\s@,<>]+@[^\s@,<>]+)*)?$/,
      says('Các địa chỉ thư cách nhau bằng dấu phẩy.', 'E-mail addresses parted by commas.'),
    ),
})

export async function saveLateAlert(actor: MaybeActor, input: z.input<typeof shape>): Promise<void> {
  const { wave: id, daysBefore, recipients } = requireShape(shape, input)
  const { officer, wave } = await findConfidentialWave(actor, 'messages.write', id)
  await saveAlert(wave.id, { daysBefore, recipients: recipients.replace(/\s/g, '') })
  await insertAuditEvent(officer, { action: 'save-late-alert', subject: wave.id, details: { daysBefore } })
}
