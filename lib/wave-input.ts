// The shape of what an officer types about a new wave, with a sentence for every field that can be wrong. Times are those
// of Viet Nam, as typed; whether the parts fit together is checked in create-wave.
import { z } from 'zod'
import type { Sentence } from '#lib/problem'
import { modes, places } from '#lib/surveys/collection'
import { citizenEntries, renderers, waveDesigns } from '#lib/wave-choices'
import { longestGrace } from '#lib/wave-grace'

const says = (vi: string, en: string) => ({ error: JSON.stringify({ vi, en } satisfies Sentence) })
const day = (what: string, whatEn: string) =>
  z.iso.date(says(`Hãy chọn ${what}.`, `Choose ${whatEn}.`)).transform((text) => new Date(text))
const moment = (what: string, whatEn: string) =>
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, says(`Hãy chọn ${what}.`, `Choose ${whatEn}.`))
    .transform((text) => new Date(`${text}:00+07:00`))
const targetSays = says(
  'Chỉ tiêu mỗi đơn vị là số nguyên từ 0 đến 100.000.',
  'The target of each unit is a whole number from 0 to 100,000.',
)
const target = z
  .union([z.number(), z.string().trim().regex(/^\d+$/, targetSays)], targetSays)
  .transform(Number)
  .pipe(z.number(targetSays).int(targetSays).min(0, targetSays).max(100_000, targetSays))

const graceSays = says(
  `Số ngày gia hạn là số nguyên từ 0 đến ${longestGrace}.`,
  `The days of grace are a whole number from 0 to ${longestGrace}.`,
)
/** As an officer types them. */
export const graceDays = z
  .union([z.number(), z.string().trim().regex(/^\d+$/, graceSays)], graceSays)
  .transform(Number)
  .pipe(z.number(graceSays).int(graceSays).min(0, graceSays).max(longestGrace, graceSays))

export const waveInput = z.object({
  title: z
    .string()
    .trim()
    .min(5, says('Tên đợt cần ít nhất 5 ký tự.', 'The title needs at least 5 characters.'))
    .max(150, says('Tên đợt dài tối đa 150 ký tự.', 'The title may have at most 150 characters.')),
  titleEn: z
    .string()
    .trim()
    .max(
      150,
      says('Tên tiếng Anh dài tối đa 150 ký tự.', 'The English title may have at most 150 characters.'),
    )
    .default(''),
  id: z
    .string()
    .trim()
    .max(60, says('Mã đợt dài tối đa 60 ký tự.', 'The code may have at most 60 characters.'))
    .regex(
      /^([a-z0-9]+(-[a-z0-9]+)*)?$/,
      says(
        'Mã đợt chỉ gồm chữ thường không dấu, chữ số và gạch nối giữa các chữ.',
        'The code has plain lower-case letters, digits and dashes between them only.',
      ),
    )
    .default(''),
  form: z.string().regex(/^[a-z0-9-]+\.v\d+$/, says('Hãy chọn phiếu.', 'Choose a form.')),
  design: z.enum(waveDesigns, says('Hãy chọn cách lấy mẫu.', 'Choose how people are reached.')),
  modes: z
    .array(z.enum(modes))
    .min(1, says('Hãy chọn ít nhất một cách trả lời.', 'Choose at least one way to answer.')),
  entries: z.array(z.enum(citizenEntries)).default([]),
  places: z.array(z.enum(places).exclude([''])).default([]),
  /** The rated units may key in their own paper sheets: a conflict of interest. */
  isPaperKeyedByUnits: z.boolean().default(false),
  renderer: z
    .enum(renderers, says('Hãy chọn trang trả lời.', 'Choose the page for answering.'))
    .default('light'),
  periodStart: day('ngày đầu của kỳ', 'the first day of the period'),
  periodEnd: day('ngày cuối của kỳ', 'the last day of the period'),
  opensAt: moment('lúc mở', 'when it opens'),
  closesAt: moment('lúc đóng', 'when it closes'),
  graceDays: graceDays.default(0),
  units: z
    .array(z.object({ id: z.string().max(60), target }))
    .min(1, says('Hãy chọn ít nhất một đơn vị.', 'Choose at least one unit.')),
  clusters: z.string().max(500_000).default(''),
})

export type WaveInput = z.input<typeof waveInput>
export type CheckedWave = z.output<typeof waveInput>
