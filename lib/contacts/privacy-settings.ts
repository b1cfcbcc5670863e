// What an administrator sets about personal data: which office people turn to, how many days it has for
// them, and how small a group may be.
import { z } from 'zod'
import { smallestGroup } from '#lib/ballots/group-rules'
import { deadlineRules } from '#lib/contacts/request-deadlines'

/** More would hide everything. */
export const largestMinimum = 100

const line = z.string().trim().max(200).default('')
export const privacySettings = z.object({
  office: z.object({ name: line, address: line, phone: line, email: line }).prefault({}),
  /**
   * Fewest people in a group of secret ballots, and behind any figure that is shown: never fewer than the program asks for, and
   * never fewer than an index asks for itself.
   */
  smallestGroup: z.number().int().min(smallestGroup).max(largestMinimum).default(smallestGroup),
  rules: deadlineRules.prefault({}),
})
export type PrivacySettings = z.output<typeof privacySettings>
