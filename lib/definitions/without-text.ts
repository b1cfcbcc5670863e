// Which criteria have points or weights that no official text sets. The surprise: silence counts as none. An index that
// names no decision has none to show, and pages say “chưa có văn bản” beside whatever rests on our own setting.
import type { Criterion, IndexFile } from '#lib/definitions/index-file'

/** Codes of the criteria, and the slug of the index itself, whose nearest `basis` names no document. */
export function withoutText({
  slug,
  basis,
  criteria,
}: Pick<IndexFile, 'slug' | 'basis' | 'criteria'>): Set<string> {
  const has = Boolean(basis?.document)
  return new Set([...(has ? [] : [slug]), ...walk(criteria, has)])
}

function walk(criteria: readonly Criterion[], hasAbove: boolean): string[] {
  return criteria.flatMap(({ code, basis, children = [] }) => {
    const has = basis ? Boolean(basis.document) : hasAbove
    return [...(has ? [] : [code]), ...walk(children, has)]
  })
}
