// The words in which access-table.ts says who may use a flow.
import type { MaybeActor, Role } from '#lib/access'
import type { AccessScene } from '../support/access-scene'

/** "commune" works for the unit that is asked about, "commune elsewhere" for another one. */
export type Who = 'nobody' | Role | 'commune elsewhere'

export type Line = {
  may: readonly Who[]
  /** Does the flow with a minimal valid request about `ownUnit`. */
  run: (actor: MaybeActor, scene: AccessScene) => Promise<unknown>
  /** Those who may, but get to see nothing of `ownUnit`. */
  blind?: readonly Who[]
  /** Works for other flows only, which decide what of its result is shown: no page may call it. */
  isInner?: true
  /** Those for whom it shows or hands out something sensitive: each time a line in the audit log must say so. */
  sensitiveRead?: readonly Who[]
}

export const everybody = [
  'nobody',
  'admin',
  'district',
  'commune',
  'commune elsewhere',
  'analyst',
  'viewer',
  'delegate',
] as const
/** The staff. A delegate signs in, too, and may use almost none of the flows. */
export const signedIn = ['admin', 'district', 'commune', 'commune elsewhere', 'analyst', 'viewer'] as const
export const withDelegates = [...signedIn, 'delegate'] as const
export const readers = ['admin', 'district', 'commune', 'analyst', 'viewer'] as const
export const officers = ['admin', 'district'] as const
export const scorers = ['admin', 'district', 'commune'] as const
export const admins = ['admin'] as const
export const elsewhere = ['commune elsewhere'] as const
