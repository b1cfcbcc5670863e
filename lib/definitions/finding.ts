// What one check found wrong; the file's name is added where all checks come together.
import type { DefinitionFault } from '#lib/definitions/definition'

export type Finding = Omit<DefinitionFault, 'file'>

export function finding(code: string, where: string, vi: string, en: string): Finding {
  return { code, where, vi, en }
}

/** The values that appear more than once, each named once. */
export function duplicates(values: string[]): string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))]
}

/** Codes that are used more than once in one list. */
export function findRepeatedCodes(entries: { code: string }[], where: string): Finding[] {
  return duplicates(entries.map(({ code }) => code)).map((code) =>
    finding('duplicate_code', where, `Mã “${code}” bị lặp lại.`, `Code “${code}” appears more than once.`),
  )
}

/** The first ring in a graph of “depends on”, as the path that returns to its start; null when there is none. */
export function findRing(dependsOn: Map<string, string[]>): string[] | null {
  const settled = new Set<string>()
  const walk = (node: string, path: string[]): string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node]
    if (settled.has(node)) return null
    for (const next of dependsOn.get(node) ?? []) {
      const ring = walk(next, [...path, node])
      if (ring) return ring
    }
    settled.add(node)
    return null
  }
  for (const node of dependsOn.keys()) {
    const ring = walk(node, [])
    if (ring) return ring
  }
  return null
}
