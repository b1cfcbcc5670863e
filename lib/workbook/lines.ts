// The tree of an index as the lines of a workbook: one line a criterion, a part of an expression under its criterion, and
// the indexes that it reads after it. Every stage has its number of a line in the same row of its sheet.
import type { Aggregation, Criterion, IndexFile } from '#lib/definitions/index-file'
import type { Source } from '#lib/definitions/index-source'
import type { Score } from '#lib/scoring/score'
import type { LocalText } from '#lib/surveys/variable'

/** What a line is to the one above it. `shown`: weight 0. */
export type Role = 'index' | 'counted' | 'shown' | 'bonus' | 'minus' | 'part'

export type Line = {
  /** Place among all lines of the workbook, from 0. */
  at: number
  /** "" for the index of the workbook, "sipas.v1" for one that it reads. */
  tree: string
  /** Code of the criterion, of the part (criterion.part) or of the index itself. */
  code: string
  name: LocalText
  level: number
  role: Role
  criterion: Criterion | null
  source: Source | null
  mean: Aggregation
  children: Line[]
  /** Of an expression. */
  parts: Map<string, Line>
}

/** The lines of the index, then those of each index that it reads, parents first. */
export function listLines(index: IndexFile, others: ReadonlyMap<string, IndexFile>): Line[] {
  const lines: Line[] = []
  for (const [tree, one] of [['', index] as const, ...others]) addIndex(lines, tree, one)
  return lines
}

function addIndex(lines: Line[], tree: string, index: IndexFile): void {
  const add = (one: Omit<Line, 'at' | 'tree' | 'children' | 'parts'>): Line => {
    const line = { ...one, at: lines.length, tree, children: [], parts: new Map() }
    lines.push(line)
    return line
  }
  const mean = index.aggregation ?? 'arithmetic'
  const addCriterion = (criterion: Criterion, level: number): Line => {
    const { code, name, source = null, aggregation = mean } = criterion
    const line = add({ code, name, level, role: roleOf(criterion), criterion, source, mean: aggregation })
    addParts(line)
    line.children = (criterion.children ?? []).map((child) => addCriterion(child, level + 1))
    return line
  }
  const addParts = (line: Line) => {
    if (!line.source || !('expression' in line.source)) return
    for (const [name, source] of Object.entries(line.source.parts)) {
      const code = `${line.code}.${name}`
      const text = { vi: name, en: name }
      const part = add({
        code,
        name: text,
        level: line.level + 1,
        role: 'part',
        criterion: null,
        source,
        mean,
      })
      addParts(part)
      line.parts.set(name, part)
    }
  }
  const { slug, title, criteria } = index
  const root = add({ code: slug, name: title, level: 0, role: 'index', criterion: null, source: null, mean })
  root.children = criteria.map((criterion) => addCriterion(criterion, 1))
}

function roleOf({ counts, weight, max }: Criterion): Role {
  return counts ?? ((weight ?? max ?? 0) > 0 ? 'counted' : 'shown')
}

/** Children whose mean the line is. */
export const siblingsOf = ({ children }: Line): Line[] => children.filter(({ role }) => role === 'counted')

/** Bonus and minus points of the line. */
export const extrasOf = ({ children }: Line): Line[] =>
  children.filter(({ role }) => role === 'bonus' || role === 'minus')

/** The score of every line below this one, itself included, from the score of the same tree. */
export function scoresByLine(line: Line, score: Score, found = new Map<Line, Score>()): Map<Line, Score> {
  found.set(line, score)
  for (const [at, child] of line.children.entries()) scoresByLine(child, score.children[at]!, found)
  for (const [at, part] of [...line.parts.values()].entries())
    if (score.parts[at]) scoresByLine(part, score.parts[at], found)
  return found
}
