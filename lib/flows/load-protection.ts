// The switch against answers sent by machines, and what has become of the answers of the last hour.
import { allow, type MaybeActor } from '#lib/access'
import { type Pulse, recentPulse } from '#lib/answer-pulse'
import { findSetting } from '#lib/db/settings'

export type Protection = { isOn: boolean; pulse: Pulse[] }

/** For administrators. */
export async function loadProtection(actor: MaybeActor): Promise<Protection> {
  allow(actor, 'protection.manage')
  return { isOn: (await findSetting('proof-of-work')) === true, pulse: recentPulse() }
}
