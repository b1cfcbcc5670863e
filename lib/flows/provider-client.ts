// Our side of the single sign-on (OpenID Connect): the library's client for the configured issuer. What the issuer publishes is
// read once an hour; the issuer named there must be the one in the settings, and every ID token's signature is checked.
import * as client from 'openid-client'
import { problems } from '#lib/problem'
import { type ProviderSettings, providerSettings } from '#lib/provider-settings'

const keptMs = 60 * 60 * 1000
const timeoutSeconds = 10
const loopback = ['localhost', '127.0.0.1', '[::1]']
let kept: { key: string; until: number; config: Promise<client.Configuration> } | undefined

/** Throws notFound when no single sign-on is set up, providerFailed when it cannot be reached or is not who it should be. */
export async function providerClient(): Promise<{
  config: client.Configuration
  settings: ProviderSettings
}> {
  const settings = providerSettings()
  if (!settings) throw problems.notFound({ what: 'cổng đăng nhập chung', id: 'OIDC_ISSUER' })
  const key = JSON.stringify(settings)
  if (kept?.key !== key || kept.until < Date.now())
    kept = { key, until: Date.now() + keptMs, config: discover(settings) }
  try {
    return { config: await kept.config, settings }
  } catch {
    kept = undefined
    throw problems.providerFailed({})
  }
}

/** Plain http only to this machine itself, for trials. */
function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<client.Configuration> {
  const server = new URL(issuer)
  const execute = [client.enableNonRepudiationChecks]
  if (loopback.includes(server.hostname)) execute.push(client.allowInsecureRequests)
  const authentication = clientSecret ? client.ClientSecretBasic(clientSecret) : client.None()
  return client.discovery(server, clientId, clientSecret, authentication, {
    execute,
    timeout: timeoutSeconds,
  })
}
