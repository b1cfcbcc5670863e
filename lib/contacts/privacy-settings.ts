// What an administrator sets about personal data: which office people turn to, and how many days it has for them.
import { z } from 'zod'
import { deadlineRules } from '#lib/contacts/request-deadlines'

const line = z.string().trim().max(200).default('')
export const privacySettings = z.object({
  office: z.object({ name: line, address: line, phone: line, email: line }).prefault({}),
  rules: deadlineRules.prefault({}),
})
export type PrivacySettings = z.output<typeof privacySettings>
