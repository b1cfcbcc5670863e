// Several units read as one: their villages stay what they are in the design of the wave, so that the estimate is that of
// one domain; only their entered figures need a rule of their own.
import { joinFigures } from '#lib/scoring/join-figures'
import type { Sample } from '#lib/scoring/sample'
import type { EnteredFigures } from '#lib/scoring/score-input'
import type { UnitsInput } from '#lib/scoring/score-units'

const nothing: EnteredFigures = new Map()

/** The inputs in which what was entered or published for the members stands for `unit`; the same inputs for the unit itself. */
export function joinUnits<Input extends UnitsInput>(
  input: Input,
  unit: string,
  members: readonly string[],
): Input {
  if (members.length === 1 && members[0] === unit) return input
  const join = (index: UnitsInput['index'], entered: UnitsInput['entered']) => {
    const figures = joinFigures(
      index,
      members.map((member) => entered.get(member) ?? nothing),
    )
    return new Map([...entered, [unit, figures]])
  }
  const published = members.length === 1 ? input.published?.get(members[0]!) : undefined
  return {
    ...input,
    entered: join(input.index, input.entered),
    ...(published ? { published: new Map([...input.published!, [unit, published]]) } : {}),
    ...(input.others
      ? {
          others: new Map(
            [...input.others].map(([name, other]) => [
              name,
              { ...other, entered: join(other.index, other.entered) },
            ]),
          ),
        }
      : {}),
  }
}

/** Answers of a unit in a wave. */
export function answersOf({ clusters }: Sample, unit: string): number {
  return clusters.reduce((sum, cluster) => (cluster.unit === unit ? sum + cluster.n : sum), 0)
}

/** Of units that are to be read as one: those without an answer to a form that others of them answered. */
export function silentMembers(samples: Iterable<Sample>, members: readonly string[]): string[] {
  const silent = new Set<string>()
  for (const sample of samples) {
    const counts = members.map((member) => answersOf(sample, member))
    if (counts.some((count) => count > 0))
      for (const [at, member] of members.entries()) if (counts[at] === 0) silent.add(member)
  }
  return [...silent]
}
