// A criterion of an index as an outcome of people: which questions it reads, and what each answer is worth. Only criteria that
// read answers of one form can be: a report's figures have no people behind them.

import type { Criterion, IndexFile } from '#lib/definitions/index-file'
import type { OutcomeDefinition, OutcomeLeaf } from '#lib/effects/study-input'
import { outcomeKey } from '#lib/effects/study-plan'
import type { LocalText } from '#lib/surveys/variable'

export type NamedOutcome = OutcomeDefinition & { name: LocalText }

const nameOf = ({ slug, version }: IndexFile) => `${slug}.v${version}`

/** The criterion with this code, or with null the whole index; null when it is none, or not read from answers of one form. */
export function outcomeDefinition(index: IndexFile, code: string | null): NamedOutcome | null {
  const criterion =
    code === null ? { code: '', name: index.title, children: index.criteria } : find(index.criteria, code)
  return criterion ? defineOutcome(index, criterion, code) : null
}

/** Criteria under this one (and not itself) that belong to one of the areas; all that name an area where none is given. */
export function areaOutcomes(
  index: IndexFile,
  code: string | null,
  areas: readonly string[],
): NamedOutcome[] {
  const top = code === null ? index.criteria : (find(index.criteria, code)?.children ?? [])
  const within = (criteria: readonly Criterion[]): Criterion[] =>
    criteria.flatMap((one) => (one.area ? [one] : within(one.children ?? [])))
  return within(top)
    .filter(({ area }) => areas.length === 0 || areas.includes(area!))
    .flatMap((criterion) => defineOutcome(index, criterion, criterion.code) ?? [])
}

/** Leaves of the branch of prompted recall, by the channel in their code: seen_loudspeaker. */
export function promptedOutcomes(
  index: IndexFile,
  code: string,
): { channel: string; name: LocalText; outcome: NamedOutcome }[] {
  const prefix = 'seen_'
  return (find(index.criteria, code)?.children ?? []).flatMap((criterion) => {
    const outcome = criterion.code.startsWith(prefix) && defineOutcome(index, criterion, criterion.code)
    return outcome ? [{ channel: criterion.code.slice(prefix.length), name: criterion.name, outcome }] : []
  })
}

function find(criteria: readonly Criterion[], code: string): Criterion | null {
  for (const criterion of criteria) {
    const found = criterion.code === code ? criterion : find(criterion.children ?? [], code)
    if (found) return found
  }
  return null
}

type Part = Pick<Criterion, 'code' | 'name' | 'area' | 'children' | 'source'>

function defineOutcome(index: IndexFile, criterion: Part, code: string | null): NamedOutcome | null {
  const parts = leavesOf(criterion, 1)
  const forms = new Set(parts?.map(({ form }) => form))
  const [form] = forms
  if (!parts || forms.size !== 1 || form === undefined) return null
  return {
    key: outcomeKey({ index: nameOf(index), criterion: code }),
    criterion: code,
    area: criterion.area ?? null,
    form,
    leaves: parts.map(({ leaf }) => leaf),
    name: criterion.name,
  }
}

/** null when something in it is not read from answers, or bent by a conversion. */
function leavesOf(criterion: Part, weight: number): { form: string; leaf: OutcomeLeaf }[] | null {
  const { source, children } = criterion
  if (source) {
    if (!('variables' in source) || source.conversion) return null
    return [{ form: source.form, leaf: { variables: source.variables, points: source.points, weight } }]
  }
  const size = (one: Criterion) => one.weight ?? one.max ?? 0
  const whole = (children ?? []).reduce((sum, one) => sum + size(one), 0)
  const found: { form: string; leaf: OutcomeLeaf }[] = []
  for (const child of (children ?? []).filter((one) => size(one) > 0)) {
    const own = leavesOf(child, (weight * size(child)) / whole)
    if (!own) return null
    found.push(...own)
  }
  return found.length > 0 ? found : null
}
