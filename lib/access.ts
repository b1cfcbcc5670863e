// Who may do what. One table: flows ask it first, pages ask it only to hide what would be refused anyway.
// A commune officer acts within the own unit; everyone else's rights do not depend on the unit.
import { problems } from '#lib/problem'

export const staffRoles = ['admin', 'district', 'commune', 'analyst', 'viewer'] as const
export type StaffRole = (typeof staffRoles)[number]
/** A delegate is asked and never works with the data: every right of the staff is refused to them. */
export const roles = [...staffRoles, 'delegate'] as const
export type Role = (typeof roles)[number]

/** Who acts: a signed-in person, or nobody (a citizen, a machine). */
export type Actor = {
  userId: string
  login: string
  name: string
  role: Role
  unitId: string | null
  sessionId: string
  /** Signed in, but the role demands a second factor that this person has not set up in time: only the own account works. */
  mustSetUp?: true
  /** The same before its time is over: when it will be. */
  secondFactorDue?: Date
}
export type MaybeActor = Actor | null

/** `all`: any unit; `own`: only the actor's own unit. Absent: never. */
type Grant = Partial<Record<Role, 'all' | 'own'>>

const everyone: Grant = { admin: 'all', district: 'all', commune: 'own', analyst: 'all', viewer: 'all' }
const readers: Grant = { admin: 'all', district: 'all', commune: 'all', analyst: 'all', viewer: 'all' }
const officers: Grant = { admin: 'all', district: 'all' }

export const actions = {
  'results.read': everyone,
  'waves.read': everyone,
  'waves.write': officers,
  'invitations.write': officers,
  'boxes.open': officers,
  'answers.import': { admin: 'all', district: 'all', commune: 'own' },
  'paper.read': everyone,
  'paper.write': { admin: 'all', district: 'all', commune: 'own' },
  'codes.write': { admin: 'all', district: 'all', commune: 'own' },
  'series.read': readers,
  'series.write': officers,
  'rounds.read': everyone,
  'rounds.write': officers,
  'rounds.score': { admin: 'all', district: 'all', commune: 'own' },
  'rounds.appraise': officers,
  'responses.export': { admin: 'all', analyst: 'all' },
  'cells.export': everyone,
  'weights.try': { admin: 'all', analyst: 'all' },
  'releases.write': officers,
  'definitions.read': everyone,
  'definitions.translate': officers,
  'indexes.write': officers,
  'units.read': everyone,
  'users.manage': { admin: 'all' },
  'delegates.invite': officers,
  'desk.read': { delegate: 'all' },
  'contacts.read': { admin: 'all', district: 'all', commune: 'own' },
  'contacts.write': { admin: 'all', district: 'all', commune: 'own' },
  'contacts.draw': officers,
  'privacy.manage': { admin: 'all' },
  'audit.read': { admin: 'all' },
  'sign-in.manage': { admin: 'all' },
  'protection.manage': { admin: 'all' },
  'jobs.manage': { admin: 'all' },
  'mail.manage': { admin: 'all' },
  'messages.read': officers,
  'messages.write': officers,
  'plans.read': everyone,
  'plans.write': { admin: 'all', district: 'all', commune: 'own' },
  'plans.settle': officers,
  'activities.read': everyone,
  'activities.write': { admin: 'all', district: 'all', commune: 'own' },
  'period-reports.read': everyone,
  'period-reports.write': { admin: 'all', district: 'all', commune: 'own' },
  'period-reports.settle': officers,
  'effects.read': readers,
  'effects.write': officers,
  'contests.read': officers,
  'contests.write': officers,
  'sample.remove': { admin: 'all' },
} satisfies Record<string, Grant>
export type Action = keyof typeof actions

/** True when the actor may do it, for the given unit if one is named. */
export function isAllowed(actor: MaybeActor, action: Action, unitId?: string | null): boolean {
  if (!actor || actor.mustSetUp) return false
  const grant = (actions[action] as Grant)[actor.role]
  if (grant === 'all') return true
  return grant === 'own' && unitId != null && unitId === actor.unitId
}

/** Throws unless the actor may do it; returns the actor, now known to be somebody. */
export function allow(actor: MaybeActor, action: Action, unitId?: string | null): Actor {
  if (!actor) throw problems.signInRequired({})
  if (actor.mustSetUp) throw problems.secondFactorRequired({})
  if (!isAllowed(actor, action, unitId))
    throw problems.notAllowed({ action, ...(unitId ? { unit: unitId } : {}) })
  return actor
}

/** The units a listing may show: all of them (`null`), or only the actor's own. */
export function visibleUnits(actor: MaybeActor, action: Action): string[] | null {
  if (!actor) throw problems.signInRequired({})
  if (actor.mustSetUp) throw problems.secondFactorRequired({})
  const grant = (actions[action] as Grant)[actor.role]
  if (!grant) throw problems.notAllowed({ action })
  return grant === 'all' ? null : actor.unitId ? [actor.unitId] : []
}
