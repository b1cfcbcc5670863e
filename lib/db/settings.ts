// Switches of the whole installation.
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'

/** "proof-of-work": whether answers must bring a proof of work, true or false; "sign-in": see lib/sign-in-policy.ts. */
export type SettingName = 'proof-of-work' | 'privacy' | 'sign-in'

/** The value of a setting, or null while nobody has set it. */
export async function findSetting(name: SettingName): Promise<Prisma.JsonValue> {
  return (await database().prisma.setting.findUnique({ where: { name } }))?.value ?? null
}

/** Sets it, whatever it was before. */
export async function saveSetting(name: SettingName, value: Prisma.InputJsonValue): Promise<void> {
  await database().prisma.setting.upsert({ where: { name }, create: { name, value }, update: { value } })
}
