// When messages may go out, by Viet Nam's clock: nobody is woken by a survey.
import { z } from 'zod'
import { clockInVietNam, momentOfClock } from '#lib/clock-in-viet-nam'

export const sendingHoursShape = z
  .object({
    /** First hour, 0..23. */
    from: z.coerce.number().int().min(0).max(23),
    /** The hour at which sending stops, 1..24. */
    to: z.coerce.number().int().min(1).max(24),
    weekdaysOnly: z.boolean(),
  })
  .refine(({ from, to }) => from < to, {
    path: ['to'],
    error: JSON.stringify({
      vi: 'Giờ kết thúc phải sau giờ bắt đầu.',
      en: 'The last hour must come after the first.',
    }),
  })
export type SendingHours = z.output<typeof sendingHoursShape>

export const usualHours: SendingHours = { from: 7, to: 20, weekdaysOnly: false }

/** Whether messages may go out at a moment. */
export function isSendingTime(moment: Date, { from, to, weekdaysOnly }: SendingHours): boolean {
  const clock = clockInVietNam(moment)
  if (weekdaysOnly && [0, 6].includes(clock.getDay())) return false
  return clock.getHours() >= from && clock.getHours() < to
}

/** The moment of a day and an hour in Viet Nam, e.g. ("2026-12-01", 8). */
export function momentInVietNam(day: string, hour: number): Date {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return momentOfClock(new Date(year, month - 1, date, hour))
}
