// The shape of what an officer types about a new contest. Times are those of Viet Nam, as typed.
import { z } from 'zod'
import { says } from '#lib/user-input'
import { graceDays, waveInput } from '#lib/wave-input'

const { id, opensAt, closesAt } = waveInput.shape

/** A whole number as typed. */
const whole = (what: string, whatEn: string, least: number, most: number) => {
  const text = says(
    `${what} là số nguyên từ ${least} đến ${most}.`,
    `${whatEn} is a whole number from ${least} to ${most}.`,
  )
  return z
    .union(
      [
        z.number(),
        z
          .string()
          .trim()
          .regex(/^\d{1,4}$/, text),
      ],
      text,
    )
    .transform(Number)
    .pipe(z.number(text).int(text).min(least, text).max(most, text))
}

const longest = says('Tên dài tối đa 150 ký tự.', 'The name may have at most 150 characters.')
const title = z.string().trim().max(150, longest)

/** Prizes of one kind; lines left empty are left out before (see the page's action). */
const prize = z.object({
  name: z.string().trim().min(1, says('Hãy ghi tên giải.', 'Name the prize.')).max(80, longest),
  nameEn: z.string().trim().max(80, longest).default(''),
  count: whole('Số giải', 'The number of prizes', 1, 500),
})

export const contestInput = z.object({
  title: title.min(5, says('Tên cuộc thi cần ít nhất 5 ký tự.', 'The name needs at least 5 characters.')),
  titleEn: title.default(''),
  id,
  form: z.string().regex(/^[a-z0-9-]+\.v\d+$/, says('Hãy chọn phiếu câu hỏi.', 'Choose the questions.')),
  owner: z.string().min(1, says('Hãy chọn đơn vị tổ chức.', 'Choose who runs the contest.')).max(60),
  units: z
    .array(z.string().max(60))
    .min(1, says('Hãy chọn ít nhất một đơn vị.', 'Choose at least one unit.'))
    .max(500),
  opensAt,
  closesAt,
  graceDays: graceDays.default(0),
  threshold: whole('Số câu đúng để dự rút thăm', 'The number of right answers for the draw', 0, 500),
  entryDays: whole('Số ngày còn nhận người dự rút thăm', 'The days for entering the draw', 0, 30).default(1),
  /** No rule that we know sets it: a setting. */
  keepDays: whole('Số ngày giữ tên, số điện thoại', 'The days for which names are kept', 1, 730).default(60),
  prizes: z
    .array(prize)
    .min(1, says('Hãy ghi ít nhất một giải.', 'Name at least one prize.'))
    .max(20, says('Tối đa 20 loại giải.', 'At most 20 kinds of prizes.')),
})

export type ContestInput = z.input<typeof contestInput>
