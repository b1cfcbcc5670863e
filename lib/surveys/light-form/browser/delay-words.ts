// Why an answer still waits, in words: "no network" only where there was none.
import type { DevicePhrases } from '#lib/surveys/light-form/browser/device-phrases'
import type { Delay } from '#lib/surveys/light-form/browser/send'

export function delayWords(say: DevicePhrases, delay: Delay | undefined): string {
  if (delay?.why === 'no-verdict') return say.noVerdict
  if (delay?.why === 'chosen') return say.chosenDelay
  if (delay?.why !== 'too-many') return say.noNetwork
  const clock = new Date(delay.until).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' })
  return say.tooMany(clock)
}
