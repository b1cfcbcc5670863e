// A page of ours to go on to: what an address carries as its goal may come from anybody.

/** The path if it leads to a page of this site, otherwise the dashboard. */
export function localPath(goal: string | null): string {
  if (!goal?.startsWith('/')) return '/dashboard'
  const base = 'http://here.invalid'
  const at = URL.canParse(goal, base) ? new URL(goal, base) : null
  return at?.origin === base ? `${at.pathname}${at.search}` : '/dashboard'
}
