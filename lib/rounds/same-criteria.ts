// Which criteria two versions of an index measure in the same way: only these may be compared between two years. What they
// are called or by which decision they stand makes no difference; points, weights, sources and rules do.
import type { Criterion, IndexFile } from '#lib/definitions/index-file'

/** Codes of both that are scored alike all the way down; the slug of the index when everything is. */
export function sameCriteria(before: IndexFile, after: IndexFile): Set<string> {
  const earlier = new Map(rulesOf(before))
  return new Set(rulesOf(after).flatMap(([code, rule]) => (earlier.get(code) === rule ? [code] : [])))
}

function rulesOf({ slug, scale, minimum, missing, aggregation, mayExceedFull, criteria }: IndexFile) {
  const frame = { scale: scale.max, minimum, missing, aggregation, mayExceedFull }
  const whole = JSON.stringify([frame, criteria.map(ruleOf)])
  const walk = (one: Criterion): [string, string][] => [
    [one.code, JSON.stringify([frame, ruleOf(one)])],
    ...(one.children ?? []).flatMap(walk),
  ]
  return [[slug, whole] as [string, string], ...criteria.flatMap(walk)]
}

/** A criterion without its words. */
function ruleOf({ name: _name, basis: _basis, area: _area, source, children, ...rules }: Criterion): unknown {
  const own = Object.entries(rules)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return [own, withoutWords(source), children?.map(ruleOf)]
}

const words = ['name', 'note', 'unit']

/** Keys in order and texts left out, so that a corrected note is no other rule. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([key]) => !words.includes(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, withoutWords(inner)])
}
