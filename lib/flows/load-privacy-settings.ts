// Which office answers for personal data and how many days it has: read by the public page and by every new request.
import type { MaybeActor } from '#lib/access'
import { type PrivacySettings, privacySettings } from '#lib/contacts/privacy-settings'
import { findSetting } from '#lib/db/settings'

/** For everybody; what nobody has set has its default. */
export async function loadPrivacySettings(_actor: MaybeActor): Promise<PrivacySettings> {
  return privacySettings.parse((await findSetting('privacy')) ?? {})
}
