// The settings of the province's single sign-on, if there is one, and what its groups mean here.
import { z } from 'zod'
import { type StaffRole, staffRoles } from '#lib/access'
import { env } from '#lib/env'

export type ProviderSettings = {
  issuer: string
  clientId: string
  clientSecret: string | undefined
  name: string
}

/** Whether people can sign in through another service. */
export function hasProvider(): boolean {
  const { OIDC_ISSUER, OIDC_CLIENT_ID } = env()
  return OIDC_ISSUER !== undefined && OIDC_CLIENT_ID !== undefined
}

/** The service, or null when none is set. */
export function providerSettings(): ProviderSettings | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env()
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) return null
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, name: OIDC_NAME }
}

type Place = { role: StaffRole; unitId: string }
const groupsShape = z.record(z.string(), z.string())

/**
 * What the first of somebody's groups that means anything here makes of them; null when none does. Groups never make
 * administrators: those are made by administrators. Throws when OIDC_GROUPS cannot be read.
 */
export function placeOfGroups(groups: readonly string[]): Place | null {
  const { OIDC_GROUPS } = env()
  if (!OIDC_GROUPS) return null
  const meanings = groupsShape.parse(JSON.parse(OIDC_GROUPS))
  for (const group of groups) {
    const [role = '', unitId = ''] = (meanings[group] ?? '').split(':')
    if (isRole(role) && role !== 'admin') return { role, unitId }
  }
  return null
}

function isRole(name: string): name is StaffRole {
  return (staffRoles as readonly string[]).includes(name)
}
