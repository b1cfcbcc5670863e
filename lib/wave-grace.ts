// Days of grace after a wave has closed: answers given before on a device that found no network may still arrive. Only the
// device says on which day they were given and nobody can check it, so they are marked, counted, and never taken once
// results are public. Days are those of Viet Nam: the hour of closing cannot be held against an answer of the same day.
import { dayInVietNam } from '#lib/day-in-viet-nam'

/** The most days that a wave may grant; the database keeps the same bound. */
export const longestGrace = 30

const dayLength = 24 * 60 * 60 * 1000

type Grace = { closesAt: Date; graceDays: number }

/** The moment after which nothing arrives any more. */
export function graceEnd({ closesAt, graceDays }: Grace): Date {
  return new Date(closesAt.getTime() + graceDays * dayLength)
}

/** The day that a device says, where it can be true: since the opening, not in the future. Undefined otherwise. */
export function plausibleDay(
  wave: { opensAt: Date },
  answeredOn: string | undefined,
  now: Date,
): string | undefined {
  if (answeredOn === undefined) return undefined
  return answeredOn >= dayInVietNam(wave.opensAt) && answeredOn <= dayInVietNam(now) ? answeredOn : undefined
}

/** Whether an answer of that day may come in now, after the wave has closed. */
export function isInGrace(wave: Grace, answeredOn: string, now: Date): boolean {
  return now >= wave.closesAt && now < graceEnd(wave) && answeredOn <= dayInVietNam(wave.closesAt)
}
