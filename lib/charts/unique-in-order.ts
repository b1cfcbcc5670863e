// The different values of a list in order of first appearance: rows and columns of a chart.

export function uniqueInOrder<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)]
}
