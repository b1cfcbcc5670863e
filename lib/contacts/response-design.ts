// From drawn people to those who answered: the sample design of a wave of secret ballots. Whoever did not answer is spoken for
// by those of the same unit and stratum, the finest that a ballot names. The surprise: the people who answered are then
// themselves a simple sample of their group, so the correction for a finite population counts answers, not invitations.
import { groupBy } from '#lib/composite/group-by'
import type { DrawnGroup } from '#lib/contacts/group-draw'
import { sampleDesign } from '#lib/contacts/sample-design'
import { adjustForNonresponse } from '#lib/stats/adjust-for-nonresponse'

/** How the answers of one group enter an estimate. */
export type ResponseGroup = {
  /** Stratum of the design: its answers tell together how much people differ. */
  stratum: string
  /** '' where people themselves were drawn: everybody is a cluster. */
  cluster: string
  /** People (clusters) in the stratum; null: no correction for a finite population. */
  population: number | null
  /** Of an answer, for everybody drawn in the group. */
  weight: number
  /** Fewer than a third of those drawn answered: the answers speak for many who are silent. */
  isThin: boolean
}

export type AnsweredGroup = DrawnGroup & { weight: number; answered: number }

/** `large_factor` of adjust-for-nonresponse; within a group all weights are equal, so a small class cannot tilt its figure. */
const limits = { minimumRespondents: 0, maximumFactor: 3 }

/**
 * Unit and stratum (`groupKey`) -> its place in the design.
 *
 * Non-response: weighting classes are the groups, weight * drawn / answered (Särndal, Swensson, Wretman 1992, section 15.6:
 * response homogeneity groups). Where everybody of a group was taken, it is a stratum of its own that holds all its people;
 * other strata are those of the draw, and where one spans several groups its correction is that of the group which answered
 * least. Systematic samples, clusters and samples by size go without it; see `sampleDesign`.
 */
export function responseDesign(groups: readonly AnsweredGroup[]): Map<string, ResponseGroup> {
  const classes = responseClasses(groups)
  const draws = groupBy(
    groups.filter((group) => !isTakenWhole(group)),
    ({ draw }) => draw.draw,
  )
  const populations = new Map(
    [...draws.values()].flatMap((members) => {
      const sizes = populationsOf(members)
      return members.map((group, at) => [group, sizes[at]!] as const)
    }),
  )
  return new Map(
    groups.map((group) => {
      const found = classes.get(groupKey(group))
      const { draw, weight, answered } = group
      const design = isTakenWhole(group)
        ? { stratum: `all of ${groupKey(group)}`, cluster: '', population: Math.max(draw.people, answered) }
        : {
            stratum: JSON.stringify([draw.draw, draw.stratum.stratum]),
            cluster: draw.cluster,
            population: populations.get(group) ?? null,
          }
      return [
        groupKey(group),
        {
          ...design,
          weight: weight * (found?.factor ?? 1),
          isThin: !found || found.warnings.includes('large_factor'),
        },
      ]
    }),
  )
}

/** Names a group in the design of its wave. */
export const groupKey = ({ unitId, stratum }: { unitId: string; stratum: string }) =>
  JSON.stringify([unitId, stratum])

/** Everybody of the group was drawn for sure. */
const isTakenWhole = ({ weight }: AnsweredGroup) => Math.abs(weight - 1) < 1e-9

/** Weighting classes; groups without an answer are none. */
function responseClasses(groups: readonly AnsweredGroup[]) {
  const people = groups.flatMap((group) =>
    // an answer too many would be a stuffed box: nobody is then counted as silent
    Array.from({ length: group.answered > 0 ? Math.max(group.draw.people, group.answered) : 0 }, (_, at) => ({
      name: groupKey(group),
      weight: group.weight,
      hasAnswered: at < group.answered,
    })),
  )
  const { classes } = adjustForNonresponse(
    people.map(({ weight }) => weight),
    people.map(({ name }) => name),
    people.map(({ hasAnswered }) => hasAnswered),
    limits,
  )
  return new Map(classes.map((one) => [one.name, one]))
}

/** Groups of one draw of which not everybody was taken -> people in their strata, as far as the error may use them. */
function populationsOf(groups: readonly AnsweredGroup[]): (number | null)[] {
  const { method } = groups[0]!.draw
  const strata = groups.map(({ draw }) => draw.stratum)
  const rows = groups.map(({ draw, weight }) => {
    return { id: '', stratum: draw.stratum.stratum, cluster: draw.cluster, probability: 1 / weight }
  })
  const sizes = sampleDesign(method, rows, strata).populationSizes?.[0]
  // clusters of which somebody is silent are not whole any more
  if (!sizes || method === 'cluster') return groups.map(() => null)
  return groups.map((group, at) => {
    const inStratum = groups.filter(({ draw }) => draw.stratum.stratum === group.draw.stratum.stratum)
    return Number.isFinite(sizes[at]) ? leastCovered(inStratum, sizes[at]!) : null
  })
}

/** A stratum of several groups is corrected as if all of it had answered as little as its most silent group. */
function leastCovered(groups: readonly AnsweredGroup[], population: number): number | null {
  if (groups.length === 1) return population
  const covered = groups.map(({ answered, draw, weight }) => Math.min(1, answered / (draw.people * weight)))
  const least = Math.min(...covered)
  const answered = groups.reduce((sum, one) => sum + one.answered, 0)
  return least > 0 ? answered / least : null
}
