// A plan of communication (kế hoạch tuyên truyền) as data: the district's with contents, legal texts and deadlines, a
// commune's with its own items and money. The surprise: everything may be missing, because a half-written plan must be
// saved too; what a plan needs before it is handed in is asked by plan-faults.ts.
import { z } from 'zod'
import { says } from '#lib/user-input'

const text = (limit: number) =>
  z
    .string(says('Nội dung không đọc được.', 'The text cannot be read.'))
    .trim()
    .max(limit, says(`Dài tối đa ${limit} ký tự.`, `At most ${limit} characters.`))
/** One text a line; empty lines are left out. */
const texts = z
  .array(text(1500))
  .max(60)
  .transform((lines) => lines.filter((line) => line !== ''))
  .default([])
const codes = z.array(text(60)).max(60).default([])

const dayWords = says('Ngày không hợp lệ (năm-tháng-ngày).', 'Not a day (year-month-day).')
const day = z.iso.date(dayWords).nullable().default(null)

const monthWords = says('Tháng không hợp lệ (năm-tháng).', 'Not a month (year-month).')
/** yyyy-mm, or empty while it is not chosen. */
const month = z
  .string()
  .regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/, monthWords)
  .default('')

const moneyWords = says(
  'Số tiền là số nguyên đồng, từ 0 đến 1.000 tỷ.',
  'Money in whole VND, from 0 to 1,000 billion.',
)
/** VND; null: not given yet, which is not 0. */
const money = z
  .number(moneyWords)
  .int(moneyWords)
  .min(0, moneyWords)
  .max(1e12, moneyWords)
  .nullable()
  .default(null)

const amountWords = says('Số lượng là số nguyên từ 0 đến 1 tỷ.', 'A whole number from 0 to a billion.')
const amount = z.number(amountWords).int(amountWords).min(0, amountWords).max(1e9, amountWords)

const planItem = z.object({
  /** Unique in the plan and kept for good: activities point to it. */
  code: z.string().regex(/^[a-z0-9-]{1,20}$/, says('Mã việc không hợp lệ.', 'Not a code of an item.')),
  title: text(300).default(''),
  /** Code of surveys/channels; empty while it is not chosen. */
  channel: text(60).default(''),
  areas: codes,
  targetGroups: codes,
  /** Ids of units below the one whose plan it is; empty: its whole territory. */
  where: codes,
  /** Where exactly, in words: a village, a school, a market. */
  place: text(200).default(''),
  from: month,
  to: month,
  /** By measure of the channel. */
  amounts: z.record(z.string(), amount).default({}),
  cost: money,
  office: text(200).default(''),
})

const content = z.object({ area: text(60), texts, legalTexts: texts })
const duty = z.object({ office: text(200).default(''), text: text(1500).default(''), dueOn: day })
const noReportDays = { q1: null, h1: null, year: null }

export const planBody = z.object({
  /** Number of the document, as typed by the office. */
  number: text(60).default(''),
  title: text(300).default(''),
  goals: texts,
  contents: z.array(content).max(20).default([]),
  targetGroups: codes,
  channels: codes,
  duties: z.array(duty).max(60).default([]),
  budget: money,
  /** The last day on which a unit below hands in its own plan in time. */
  unitPlansDueOn: day,
  reportsDueOn: z.object({ q1: day, h1: day, year: day }).default(noReportDays),
  /** The 6-month report includes Quý I: a habit nobody could confirm, therefore a choice of the plan. */
  isCumulative: z.boolean().default(true),
  items: z.array(planItem).max(200, says('Tối đa 200 việc.', 'At most 200 items.')).default([]),
})

export type PlanBody = z.infer<typeof planBody>
export type PlanItem = z.infer<typeof planItem>

/** A plan in which nothing is written yet. */
export const emptyPlan = (): PlanBody => planBody.parse({})
