// Where a wave stands at a moment. Cancelling ends it whatever its times say.

export type WaveStatus = 'planned' | 'open' | 'closed' | 'cancelled'

export function waveStatus(
  wave: { opensAt: Date; closesAt: Date; cancelledAt: Date | null },
  now: Date = new Date(),
): WaveStatus {
  if (wave.cancelledAt && wave.cancelledAt <= now) return 'cancelled'
  if (now < wave.opensAt) return 'planned'
  return now < wave.closesAt ? 'open' : 'closed'
}
