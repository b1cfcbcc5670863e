// Which forms an index reads, in order of first appearance.
import type { Criterion } from '#lib/definitions/index-file'

export function indexForms(criteria: readonly Criterion[]): string[] {
  const forms = criteria.flatMap(({ source, children }): string[] => [
    ...(source && 'form' in source ? [source.form] : []),
    ...indexForms(children ?? []),
  ])
  return [...new Set(forms)]
}
