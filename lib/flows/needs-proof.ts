// Whether an answer has to bring a proof of work. The switch is kept in memory for a few seconds, because every answer asks.
import type { MaybeActor } from '#lib/access'
import { findSetting } from '#lib/db/settings'
import { recallWave } from '#lib/flows/recall-wave'

const secondsKept = 3
let kept: { until: number; isOn: Promise<boolean> } | undefined

/**
 * Open to everybody. A visit code or an invitation is used up by its answer, which slows anybody down: those answers need no
 * proof (an empty code is none). Kiosks are no exception, because anybody can call a device one: its own script does the
 * work unseen. False for what names no wave, which is refused anyway. Throws unknownWave.
 */
export async function needsProof(_anybody: MaybeActor, answer: unknown): Promise<boolean> {
  if (!(await isOn())) return false
  const { wave, visitCode } = Object(answer) as { wave?: unknown; visitCode?: unknown }
  if (typeof wave !== 'string' || visitCode) return false
  return (await recallWave(wave)).audience !== 'delegates'
}

function isOn(): Promise<boolean> {
  const now = performance.now()
  if (kept && kept.until > now) return kept.isOn
  kept = { until: now + secondsKept * 1000, isOn: findSetting('proof-of-work').then((on) => on === true) }
  kept.isOn.catch(forgetProtection)
  return kept.isOn
}

/** Makes the next answer ask the database again. */
export function forgetProtection(): void {
  kept = undefined
}
