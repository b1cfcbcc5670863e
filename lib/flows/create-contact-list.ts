// An officer begins a list of people: for what, on what ground, until when. A list without an end would be kept for ever.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { grounds } from '#lib/contacts/contact'
import { addDays } from '#lib/contacts/working-days'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { insertContactList } from '#lib/db/contact-lists'
import { problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const says = (vi: string, en: string) => ({ error: JSON.stringify({ vi, en }) })

/** Longest time for which a list may be planned; the day can be moved later, which stands in the audit log. */
export const longestKeeping = 3 * 366

const shape = z.object({
  title: z
    .string()
    .trim()
    .min(3, says('Tên danh sách cần ít nhất 3 ký tự.', 'The title needs at least 3 characters.'))
    .max(120, says('Tên danh sách dài tối đa 120 ký tự.', 'The title may have at most 120 characters.')),
  purpose: z
    .string()
    .trim()
    .min(
      10,
      says(
        'Hãy ghi rõ mục đích (ít nhất 10 ký tự): người trong danh sách sẽ đọc câu này.',
        'Say what it is for (at least 10 characters): the people in it read this.',
      ),
    )
    .max(400, says('Mục đích dài tối đa 400 ký tự.', 'The purpose may have at most 400 characters.')),
  basis: z.enum(grounds, says('Hãy chọn căn cứ lưu dữ liệu.', 'Choose the ground for holding the data.')),
  deleteOn: z.iso.date(says('Hãy chọn ngày xóa.', 'Choose the day of deletion.')),
})

/** Returns the id. Throws invalidInput by field. */
export async function createContactList(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<{ id: string }> {
  const officer = allow(actor, 'contacts.draw')
  const list = requireShape(shape, input)
  requireKeeping(list.deleteOn)
  const id = randomUUID()
  const { deleteOn, basis } = list
  await insertContactList(
    officer,
    { id, ...list, deleteOn: new Date(deleteOn) },
    { action: 'create-contact-list', subject: id, details: { basis, deleteOn } },
  )
  return { id }
}

/** Throws invalidInput for a day of deletion that is past or too far away. */
export function requireKeeping(deleteOn: string): void {
  const today = dayInVietNam()
  if (deleteOn > today && deleteOn <= addDays(today, longestKeeping)) return
  const vi = 'Ngày xóa phải sau hôm nay và không quá 3 năm.'
  const en = 'The day of deletion must be after today and within 3 years.'
  throw problems.invalidInput({ faults: [{ question: 'deleteOn', code: 'keeping_too_long', vi, en }] })
}
