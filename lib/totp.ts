// Codes of an authenticator app (TOTP, RFC 6238): six digits, thirty seconds, SHA-1, because that is what every app can do.
import { Secret, TOTP } from 'otpauth'

const period = 30
/** Steps that a phone's clock may be behind or ahead. */
const skew = 1

/** A new secret of 160 bits (RFC 4226, section 4), in base32 as one types it. */
export function makeTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the QR code for the app says. */
export function totpAddress(secret: string, login: string): string {
  return totp(secret, login).toString()
}

/** The time step that a code belongs to, now or one step away; null when it belongs to none of them. */
export function stepOfCode(secret: string, code: string, now = Date.now()): number | null {
  const plain = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(plain)) return null
  const delta = totp(secret).validate({ token: plain, timestamp: now, window: skew })
  return delta === null ? null : Math.floor(now / 1000 / period) + delta
}

/** The code of a moment: for tests and for nobody else. */
export function codeAt(secret: string, now: number): string {
  return totp(secret).generate({ timestamp: now })
}

function totp(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Thước Đo', label, secret: Secret.fromBase32(secret), period, digits: 6 })
}
