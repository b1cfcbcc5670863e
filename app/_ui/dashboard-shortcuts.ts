// What each role most often comes for.
import type { Actor, StaffRole } from '#lib/access'

const places = {
  results: '/scoring',
  rounds: '/rounds',
  waves: '/waves',
  definitions: '/definitions',
  users: '/admin/users',
  published: '/results',
  account: '/account',
} as const

export type ShortcutKey = keyof typeof places

const ofRole: Record<StaffRole, ShortcutKey[]> = {
  admin: ['waves', 'results', 'users', 'account'],
  district: ['waves', 'results', 'rounds', 'definitions'],
  commune: ['rounds', 'results', 'waves', 'published'],
  analyst: ['results', 'definitions', 'waves', 'published'],
  viewer: ['results', 'published', 'definitions', 'account'],
}

/** The shortcuts of a person, the most used first. */
export function dashboardShortcuts(actor: Actor): { key: ShortcutKey; href: string }[] {
  return (actor.role === 'delegate' ? [] : ofRole[actor.role]).map((key) => ({ key, href: places[key] }))
}
