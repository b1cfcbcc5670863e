// Which forms an index reads, in order of first appearance.
import type { Criterion } from '#lib/definitions/index-file'
import { sourcesOf } from '#lib/definitions/sources-of'

export function indexForms(criteria: readonly Criterion[]): string[] {
  return [...new Set(sourcesOf(criteria).flatMap(({ source }) => ('form' in source ? [source.form] : [])))]
}
