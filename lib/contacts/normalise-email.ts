// E-mail addresses as one text. The part before the @ keeps its case for sending; for comparing it is folded.
import { z } from 'zod'
import type { Sentence } from '#lib/problem'

const address = z.email()

/** " Mai@Example.VN" -> "Mai@example.vn"; an empty text stays empty. A list of addresses is refused. */
export function normaliseEmail(text: string): { email: string } | { fault: Sentence } {
  const plain = text.trim().replace(/^mailto:/i, '')
  if (plain === '') return { email: '' }
  if (!address.safeParse(plain).success || plain.length > 200) return { fault: noAddress(text) }
  const at = plain.lastIndexOf('@')
  return { email: `${plain.slice(0, at)}@${plain.slice(at + 1).toLowerCase()}` }
}

/** Equal for addresses that reach the same box nearly everywhere. */
export const foldEmail = (email: string): string => email.toLowerCase()

const noAddress = (text: string): Sentence => ({
  vi: `địa chỉ e-mail “${text}” không đúng. Mỗi ô ghi một địa chỉ, ví dụ mai@example.vn.`,
  en: `the e-mail address “${text}” is not right. One address in a cell, such as mai@example.vn.`,
})
