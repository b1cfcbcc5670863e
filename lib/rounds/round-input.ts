// Shapes of what officers send about a sheet, shared by the flows that change one.
import { z } from 'zod'

const says = (vi: string, en: string) => ({ error: JSON.stringify({ vi, en }) })

export const sheetPlace = z.object({ round: z.string().max(60), unit: z.string().max(60) })

const longText = z
  .string()
  .trim()
  .max(2000, says('Nội dung dài tối đa 2.000 ký tự.', 'The text may have at most 2,000 characters.'))

export const freeText = longText.default('')

export const reasonText = longText.min(
  3,
  says('Hãy ghi lý do (ít nhất 3 ký tự).', 'Give the reason (at least 3 letters).'),
)

/** A criterion of a sheet, and the last event about it that the sender had seen. */
export const criterionPlace = sheetPlace.extend({
  criterion: z.string().max(80),
  seen: z.coerce.number().int().min(0),
})

export const typedAnswer = {
  kind: z.enum(
    ['figure', 'not-applicable', 'no-figure'],
    says('Hãy chọn cách trả lời.', 'Choose how to answer.'),
  ),
  figure: z.string().max(40).default(''),
}

export const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, says('Hãy chọn ngày giờ.', 'Choose date and time.'))
  .transform((text) => new Date(`${text}:00+07:00`))
