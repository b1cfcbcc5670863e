// When the sample accounts, whose passwords anybody can read in the repository, may sign in: only on the machine itself.
// A reverse proxy on the same machine would make everybody look local, so a public address switches them off as well.
import type { Env } from '#lib/env'

const loopback = /^(127\.\d+\.\d+\.\d+|::1)$/
const localNames = ['localhost', '127.0.0.1', '[::1]']

/** True when sample accounts may be used from this address (as our own server saw it). */
export function areSampleLoginsAllowed(
  address: string,
  settings: Pick<Env, 'SAMPLE_LOGINS_ANYWHERE' | 'PUBLIC_URL' | 'TRUST_PROXY'>,
): boolean {
  if (settings.SAMPLE_LOGINS_ANYWHERE) return true
  const isPublic =
    settings.PUBLIC_URL !== undefined && !localNames.includes(new URL(settings.PUBLIC_URL).hostname)
  return !isPublic && !settings.TRUST_PROXY && loopback.test(address)
}

/** The password of every sample account. Public on purpose: see areSampleLoginsAllowed. */
export const samplePassword = 'du-lieu-mau-2025'
