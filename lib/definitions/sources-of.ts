// The sources a tree reads, those inside expressions included, each with its place in the file.
import type { Criterion } from '#lib/definitions/index-file'
import type { ExpressionSource, Source } from '#lib/definitions/index-source'

export type SimpleSource = Exclude<Source, ExpressionSource>
export type PlacedSource = { source: SimpleSource; criterion: Criterion; where: string }

/** Every source that is no expression, in the order of the tree. */
export function sourcesOf(criteria: readonly Criterion[], where = 'criteria'): PlacedSource[] {
  return criteria.flatMap((criterion, at) => [
    ...(criterion.source ? simpleSources(criterion.source, criterion, `${where}.${at}.source`) : []),
    ...sourcesOf(criterion.children ?? [], `${where}.${at}.children`),
  ])
}

function simpleSources(source: Source, criterion: Criterion, where: string): PlacedSource[] {
  if (!('expression' in source)) return [{ source, criterion, where }]
  return Object.entries(source.parts).flatMap(([name, part]) =>
    simpleSources(part, criterion, `${where}.parts.${name}`),
  )
}

/** "slug.vN" of the other indexes that a tree reads, each once. */
export function otherIndexes(criteria: readonly Criterion[]): string[] {
  return [
    ...new Set(
      sourcesOf(criteria).flatMap(({ source }) =>
        'index' in source ? [`${source.index}.v${source.version}`] : [],
      ),
    ),
  ]
}
