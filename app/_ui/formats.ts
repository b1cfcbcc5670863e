// How days and moments are written wherever they are facts to compare, in the time zone of the product. A day without an hour is
// kept as midnight UTC, which is the same day in Viet Nam.
import type { Formats } from 'next-intl'

const day = { day: '2-digit', month: '2-digit', year: 'numeric' } as const
const minute = { ...day, hour: '2-digit', minute: '2-digit' } as const

export const formats = {
  dateTime: { day, minute, second: { ...minute, second: '2-digit' } },
} satisfies Formats
