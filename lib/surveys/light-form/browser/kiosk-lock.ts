// The number that staff choose when they start a kiosk and need to leave it. Only a slow hash is kept, on the device; wrong
// guesses make the next ones wait, also after a restart.
import { inStore } from '#lib/surveys/light-form/browser/device-store'

export type KioskLock = {
  salt: Uint8Array<ArrayBuffer>
  hash: ArrayBuffer
  idleSeconds: number
  wrongGuesses: number
  waitUntil: number
}

const rounds = 300_000
const freeGuesses = 4
const wait = 60_000

/** The lock of a kiosk that runs on this device; it outlives a restart of the browser. */
export function findLock(): Promise<KioskLock | undefined> {
  return inStore('device', 'readonly', (store) => store.get('kiosk'))
}

export async function lockKiosk(pin: string, idleSeconds: number): Promise<KioskLock> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const lock = { salt, hash: await hash(pin, salt), idleSeconds, wrongGuesses: 0, waitUntil: 0 }
  await keep(lock)
  return lock
}

export async function unlockKiosk(): Promise<void> {
  await inStore('device', 'readwrite', (store) => store.delete('kiosk'))
}

/** "wait": too many wrong guesses, the right number does not open either. */
export async function tryPin(pin: string): Promise<'right' | 'wrong' | 'wait'> {
  const lock = await findLock()
  if (!lock) return 'right'
  if (Date.now() < lock.waitUntil) return 'wait'
  const [given, right] = [new Uint8Array(await hash(pin, lock.salt)), new Uint8Array(lock.hash)]
  const isRight = given.every((byte, index) => byte === right[index])
  const wrongGuesses = isRight ? 0 : lock.wrongGuesses + 1
  const waitUntil = wrongGuesses > freeGuesses ? Date.now() + wait : 0
  await keep({ ...lock, wrongGuesses, waitUntil })
  return isRight ? 'right' : 'wrong'
}

function keep(lock: KioskLock): Promise<IDBValidKey> {
  return inStore('device', 'readwrite', (store) => store.put(lock, 'kiosk'))
}

async function hash(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveBits',
  ])
  return crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, key, 256)
}
