// Passwords: argon2id hashes, and the few rules a new password must meet. Length beats odd characters, so length is
// the rule; a password that contains the log-in name or is one of the most used ones is refused.
import { hash, verify } from '@node-rs/argon2'
import type { Fault } from '#lib/problem'

export const shortestPassword = 12
export const longestPassword = 200

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane. The library's default algorithm is argon2id.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
let decoy: Promise<string> | undefined

/** The argon2id hash of a password, with its own random salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/**
 * True when the password belongs to the hash. With no hash (nobody has that log-in) it still does the same work against
 * a decoy and answers false, so that the time taken does not tell which log-ins exist.
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody')
  const isPossible = passwordHash !== undefined && password.length <= longestPassword
  const isRight = await verify(isPossible ? passwordHash : await decoy, password.slice(0, longestPassword))
  return isRight && isPossible
}

const mostUsed = ['password', 'matkhau', '123456789', 'qwerty', 'thuocdo', 'ninhphuoc', 'administrator']

/** What is wrong with a new password for a log-in: a fault for the field, or nothing. */
export function passwordFaults(password: string, login: string, field = 'password'): Fault[] {
  const plain = password.toLowerCase()
  const fault = (code: string, vi: string, en: string): Fault[] => [{ question: field, code, vi, en }]
  if (password.length < shortestPassword)
    return fault(
      'too_short',
      `Mật khẩu cần ít nhất ${shortestPassword} ký tự; một câu ngắn dễ nhớ là tốt nhất.`,
      `The password needs at least ${shortestPassword} characters; a short sentence is best.`,
    )
  if (password.length > longestPassword)
    return fault(
      'too_long',
      `Mật khẩu dài tối đa ${longestPassword} ký tự.`,
      `The password may have at most ${longestPassword} characters.`,
    )
  if (
    plain.includes(login.toLowerCase()) ||
    mostUsed.some((word) => plain.startsWith(word)) ||
    /^(.)\1+$/.test(plain)
  )
    return fault(
      'too_easy',
      'Mật khẩu quá dễ đoán: đừng dùng tên đăng nhập, tên hệ thống hoặc dãy phím quen thuộc.',
      'The password is too easy to guess: leave out your user name, the name of the system and common words.',
    )
  return []
}
