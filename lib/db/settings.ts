// Switches of the whole installation.
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'

/**
 * "proof-of-work": whether answers must bring a proof of work, true or false; "sign-in": see lib/sign-in-policy.ts; "smtp",
 * "webhook", "sending-hours": how and when messages go out, see lib/messages (passwords sealed).
 */
export type SettingName = 'proof-of-work' | 'privacy' | 'sign-in' | 'smtp' | 'webhook' | 'sending-hours'

/** The value of a setting, or null while nobody has set it. */
export async function findSetting(name: SettingName): Promise<Prisma.JsonValue> {
  return (await database().prisma.setting.findUnique({ where: { name } }))?.value ?? null
}

/** Sets it, whatever it was before. */
export async function saveSetting(name: SettingName, value: Prisma.InputJsonValue): Promise<void> {
  await database().prisma.setting.upsert({ where: { name }, create: { name, value }, update: { value } })
}

/** Back to never set. */
export async function forgetSetting(name: SettingName): Promise<void> {
  await database().prisma.setting.deleteMany({ where: { name } })
}
