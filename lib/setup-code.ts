// The code that proves to the first-run page that one can read the server's log. It is derived from the secret of the
// installation, so it needs no storage; it opens nothing once a real administrator exists.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** The set-up code of an installation: four groups of four hexadecimal digits (64 bits). */
export function setupCode(secret: string): string {
  const digits = createHmac('sha256', secret).update('first administrator').digest('hex').slice(0, 16)
  return digits.match(/.{4}/g)!.join('-')
}

/** True when somebody typed the set-up code; case, spaces and dashes do not matter. */
export function isSetupCode(typed: string, secret: string): boolean {
  const plain = (code: string) => Buffer.from(code.toLowerCase().replace(/[\s-]/g, ''))
  const [given, expected] = [plain(typed), plain(setupCode(secret))]
  return given.length === expected.length && timingSafeEqual(given, expected)
}
