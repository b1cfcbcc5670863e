// What an administrator asks of people who sign in, kept as one setting. Nothing is asked while nobody has set it.
import { z } from 'zod'
import { type Role, staffRoles } from '#lib/access'
import { says } from '#lib/user-input'

export const signInPolicyShape = z.object({
  /** Roles of the staff that must have a second factor. */
  requiredFor: z.array(z.enum(staffRoles)),
  /** Days from the demand, or from the opening of the account, until nothing but the set-up works. */
  graceDays: z.coerce
    .number()
    .int()
    .min(0)
    .max(90, says('Thời gian chuẩn bị từ 0 đến 90 ngày.', 'Between 0 and 90 days to get ready.')),
  /** Minutes without a request after which a session ends. */
  idleMinutes: z.coerce
    .number()
    .int()
    .min(5, says('Ít nhất 5 phút, nhiều nhất 720 phút.', 'Between 5 and 720 minutes.'))
    .max(720, says('Ít nhất 5 phút, nhiều nhất 720 phút.', 'Between 5 and 720 minutes.')),
  /** Who may use a password while there is single sign-on; administrators always may, for the day it is down. */
  passwordFor: z.enum(['everybody', 'administrators']),
})

export type SignInPolicy = z.output<typeof signInPolicyShape> & {
  /** Since when each role is asked. */
  requiredSince: Partial<Record<Role, string>>
}

export const openPolicy: SignInPolicy = {
  requiredFor: [],
  requiredSince: {},
  graceDays: 14,
  idleMinutes: 120,
  passwordFor: 'everybody',
}

/** When somebody of a role must have a second factor; null when it is not asked of them. */
export function secondFactorDeadline(
  { requiredFor, requiredSince, graceDays }: SignInPolicy,
  { role, userSince }: { role: Role; userSince: Date },
): Date | null {
  if (!requiredFor.some((one) => one === role)) return null
  const since = Math.max(Date.parse(requiredSince[role] ?? '') || 0, userSince.getTime())
  return new Date(since + graceDays * 24 * 60 * 60 * 1000)
}
