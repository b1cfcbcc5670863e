// The cookie by which a browser proves that somebody has signed in there before (lib/known-device.ts says why).
import { cookies } from 'next/headers'
import { knownDeviceCookie, knownDeviceSeconds, makeKnownDevice } from '#lib/known-device'
import { cookieOptions } from './cookie-options'

/** This browser's proof for a log-in, empty when it has none. */
export async function readKnownDeviceCookie(login: string): Promise<string> {
  return (await cookies()).get(knownDeviceCookie(login.trim()))?.value ?? ''
}

/** Gives the browser a fresh proof. */
export async function keepKnownDevice(login: string): Promise<void> {
  const options = { ...cookieOptions, sameSite: 'strict' as const, maxAge: knownDeviceSeconds }
  ;(await cookies()).set(knownDeviceCookie(login), makeKnownDevice(login), options)
}
