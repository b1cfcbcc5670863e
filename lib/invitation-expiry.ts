// Until when an invitation can be used: to the end of a day that an officer chooses, and never longer than its wave. It ends
// taking the ballot only: whoever has theirs sends it until the wave closes.
import { z } from 'zod'
import { momentInVietNam } from '#lib/messages/sending-hours'
import type { Fault } from '#lib/problem'

const daySays = {
  error: JSON.stringify({
    vi: 'Hạn dùng lời mời là một ngày, ví dụ 2026-12-01, hoặc để trống.',
    en: 'The last day is a date such as 2026-12-01, or left empty.',
  }),
}

/** The last day as it is typed; empty: as long as the wave is open. */
export const lastDayShape = z.union([z.literal(''), z.iso.date()], daySays).default('')

type OpenWave = { opensAt: Date; closesAt: Date }

/**
 * The last minute of the last day in Viet Nam (23:59 reads better than the midnight after), at most the moment of closing.
 * @example
 * expiryOf('', { opensAt: new Date('2026-12-01'), closesAt: new Date('2026-12-31') }) // => 2026-12-31: the wave's own end
 */
export function expiryOf(lastDay: string, { closesAt }: OpenWave): Date {
  if (lastDay === '') return closesAt
  const end = new Date(momentInVietNam(lastDay, 24).getTime() - 60_000)
  return end < closesAt ? end : closesAt
}

/** Why nobody could use an invitation with this last day; empty when somebody could. */
export function expiryFaults(lastDay: string, wave: OpenWave, now: Date): Fault[] {
  const end = expiryOf(lastDay, wave)
  return end <= now || end <= wave.opensAt ? [tooEarly] : []
}

const tooEarly: Fault = {
  question: 'lastDay',
  code: 'expired_at_once',
  vi: 'Với hạn này không ai kịp dùng lời mời: hạn phải từ hôm nay trở đi và sau lúc đợt mở.',
  en: 'With this last day nobody could use the invitation: it must not be over, and not before the wave opens.',
}
