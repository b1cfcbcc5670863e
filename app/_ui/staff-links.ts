// Where each role can go. Hiding a link is a courtesy; the flow behind the page refuses by itself.
import { type Action, type Actor, actions } from '#lib/access'

export type StaffLink = {
  href: string
  /** Key in the messages' namespace "staff". */
  label:
    | 'dashboard'
    | 'desk'
    | 'waves'
    | 'results'
    | 'effect'
    | 'rounds'
    | 'plans'
    | 'series'
    | 'activities'
    | 'contests'
    | 'paper'
    | 'definitions'
    | 'units'
    | 'users'
    | 'audit'
    | 'data'
    | 'protection'
    | 'signInRules'
    | 'jobs'
    | 'mail'
    | 'contacts'
    | 'periodReports'
    | 'privacy'
  group: 'work' | 'administration'
}

const all: (StaffLink & { needs?: Action })[] = [
  { href: '/dashboard', label: 'dashboard', group: 'work', needs: 'waves.read' },
  { href: '/desk', label: 'desk', group: 'work', needs: 'desk.read' },
  { href: '/waves', label: 'waves', group: 'work', needs: 'waves.read' },
  { href: '/scoring', label: 'results', group: 'work', needs: 'results.read' },
  { href: '/effect', label: 'effect', group: 'work', needs: 'effects.read' },
  { href: '/rounds', label: 'rounds', group: 'work', needs: 'rounds.read' },
  { href: '/plans', label: 'plans', group: 'work', needs: 'plans.read' },
  { href: '/period-reports', label: 'periodReports', group: 'work', needs: 'period-reports.read' },
  { href: '/activities', label: 'activities', group: 'work', needs: 'activities.read' },
  { href: '/contests', label: 'contests', group: 'work', needs: 'contests.read' },
  { href: '/paper', label: 'paper', group: 'work', needs: 'paper.write' },
  { href: '/contacts', label: 'contacts', group: 'work', needs: 'contacts.read' },
  { href: '/series', label: 'series', group: 'work', needs: 'series.read' },
  { href: '/definitions', label: 'definitions', group: 'work', needs: 'definitions.read' },
  { href: '/units', label: 'units', group: 'work', needs: 'units.read' },
  { href: '/admin/users', label: 'users', group: 'administration', needs: 'users.manage' },
  { href: '/admin/sign-in', label: 'signInRules', group: 'administration', needs: 'sign-in.manage' },
  { href: '/admin/audit', label: 'audit', group: 'administration', needs: 'audit.read' },
  { href: '/admin/protection', label: 'protection', group: 'administration', needs: 'protection.manage' },
  { href: '/admin/mail', label: 'mail', group: 'administration', needs: 'mail.manage' },
  { href: '/admin/jobs', label: 'jobs', group: 'administration', needs: 'jobs.manage' },
  { href: '/admin/privacy', label: 'privacy', group: 'administration', needs: 'privacy.manage' },
  { href: '/admin/data', label: 'data', group: 'administration', needs: 'sample.remove' },
]

/** The links of a person, in order. */
export function staffLinks(actor: Actor): StaffLink[] {
  if (actor.mustSetUp) return []
  return all
    .filter(({ needs }) => !needs || actor.role in actions[needs])
    .map(({ href, label, group }) => ({ href, label, group }))
}
