// Ten codes for the day the phone is lost: shown once, kept as keyed hashes, each good for one sign-in. Twelve signs that are
// not mistaken for one another are 59 bits, and the key of the hash stands outside the database.
import { randomInt } from 'node:crypto'
import { keyedHash, keyedHashes } from '#lib/secrecy/sealed-field'

const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const howMany = 10

/** Ten new codes, e.g. "hm3k-x7rp-w2nc". */
export function makeRecoveryCodes(): string[] {
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
  return Array.from({ length: howMany }, () => [group(), group(), group()].join('-'))
}

/** What is stored of a code; case, spaces and dashes do not matter. */
export function recoveryHash(userId: string, code: string): string {
  return keyedHash(purpose, textOf(userId, code))
}

/** What may be stored of a code: also under a key of before, while CONTACT_KEY still names it. */
export function recoveryHashes(userId: string, code: string): string[] {
  return keyedHashes(purpose, textOf(userId, code))
}

const purpose = 'recovery code'
const textOf = (userId: string, code: string) => `${userId} ${code.toLowerCase().replace(/[\s-]/g, '')}`

/** Whether it looks like one of these codes, and not like the six digits of an app. */
export function isRecoveryCode(code: string): boolean {
  return code.replace(/[\s-]/g, '').length === 12
}
