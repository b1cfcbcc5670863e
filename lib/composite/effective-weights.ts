// What one indicator really weighs in the index: its weight among its siblings times those of all above it.
import { groupBy } from '#lib/composite/group-by'
import type { Structure } from '#lib/composite/structure'

export type EffectiveWeight = {
  code: string
  level: number
  parent: string | null
  weight: number
  effective: number
}

/** By level from the top down to the order of the structure; the effective weights of each level add up to 1. */
export function effectiveWeights(structure: Structure): EffectiveWeight[] {
  const members = [...structure.indicators, ...structure.aggregates]
  const totals = new Map(
    [...groupBy(members, ({ parent }) => parent)].map(([parent, family]) => [
      parent,
      family.reduce((sum, { weight }) => sum + weight, 0),
    ]),
  )
  const byCode = new Map(members.map((member) => [member.code, member]))
  const share = (code: string | null): number => {
    const member = code === null ? undefined : byCode.get(code)
    if (!member) return 1
    return (member.weight / totals.get(member.parent)!) * share(member.parent)
  }
  return members.map(({ code, level, parent, weight }) => ({
    code,
    level,
    parent,
    weight,
    effective: share(code),
  }))
}
