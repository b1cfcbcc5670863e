// A moment in the sentence of a problem: day and hour as they are in Viet Nam, wherever the server stands.

/** "05/03/2026, 08:00" in the order that the language of the sentence is used to. */
export function writtenMoment(date: Date, locale: 'vi-VN' | 'en-GB'): string {
  return date.toLocaleString(locale, {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
}
