// A browser in which somebody has signed in before carries a proof of it (a "device cookie", OWASP: Slow Down Online Guessing
// Attacks with Device Cookies). Whoever hammers a log-in from elsewhere exhausts the patience with strangers, never the
// patience with the browsers that this person has used. The proof opens nothing by itself.
import { randomBytes } from 'node:crypto'
import { isSignature, sign } from '#lib/installation-secret'

const use = 'known device'
export const knownDeviceSeconds = 180 * 24 * 60 * 60

/** The name of a log-in's cookie. It does not tell the log-in, and several people can share a browser. */
export function knownDeviceCookie(login: string): string {
  return `known-${sign(`${use} name`, login.toLowerCase()).slice(0, 12)}`
}

/** A fresh proof for a browser in which this log-in has just got in. */
export function makeKnownDevice(login: string, now = Date.now()): string {
  const claim = `${randomBytes(12).toString('base64url')}.${Math.floor(now / 1000) + knownDeviceSeconds}`
  return `${claim}.${sign(use, `${login.toLowerCase()} ${claim}`)}`
}

/** The number of the device if the proof is ours, of this log-in and not expired; otherwise null. */
export function readKnownDevice(login: string, proof: string, now = Date.now()): string | null {
  const [number = '', expires = '', signature = ''] = proof.split('.')
  if (!isSignature(use, `${login.toLowerCase()} ${number}.${expires}`, signature)) return null
  return Number(expires) * 1000 > now ? number : null
}
