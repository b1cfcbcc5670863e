// The units of a workbook from the inputs that scoring reads: scores of the index and of the indexes that it reads, and the
// counts of answers as far as they may be told.
import type { IndexFile } from '#lib/definitions/index-file'
import { sourcesOf } from '#lib/definitions/sources-of'
import type { Cell } from '#lib/scoring/cell'
import { discloseCells } from '#lib/scoring/disclose-cells'
import { makePanel, type Panel } from '#lib/scoring/panel'
import { countAnswers } from '#lib/scoring/score-answers'
import { scoreCells } from '#lib/scoring/score-cells'
import type { ScoreInput } from '#lib/scoring/score-input'
import { scoreIndex } from '#lib/scoring/score-tree'
import { inputOfUnit, type UnitsInput } from '#lib/scoring/score-units'
import { type Line, listLines } from '#lib/workbook/lines'
import { tellAnswers } from '#lib/workbook/told-questions'
import { keyOf, type WorkbookUnit } from '#lib/workbook/workbook-input'

export type UnitPlace = {
  id: string
  name: string
  isTotal: boolean
  /** Units whose answers count. */
  members: readonly string[]
}

type Placed = { place: UnitPlace; input: ScoreInput & { panel: Panel | null } }

/** All units; whoever may not see all of them filters the result. `cellsOf`: what the page shows of a unit. */
export function workbookUnits(
  data: UnitsInput,
  places: readonly UnitPlace[],
  cellsOf: (unit: string) => readonly Cell[],
): { units: WorkbookUnit[]; others: Map<string, IndexFile> } {
  const placed = places.map((place): Placed => {
    const panel = makePanel([...data.samples.values()], new Set(place.members))
    return { place, input: { ...inputOfUnit(data, place.id), panel } }
  })
  const others = new Map(
    [...(data.others ?? [])]
      .filter(([name, { index }]) => mayBeWrittenOut(name, index, placed))
      .map(([name, { index }]) => [name, index]),
  )
  const lines = listLines(data.index, others)
  const told = toldByUnit(lines, data, others, placed, cellsOf)
  const units = placed.map(({ place: { id, name, isTotal }, input }, at): WorkbookUnit => {
    const otherInputs = [...others.keys()].map((tree) => [tree, otherInput(input, tree)] as const)
    return {
      id,
      name,
      isTotal,
      score: scoreIndex(input),
      others: new Map(otherInputs.map(([tree, other]) => [tree, scoreIndex(other)])),
      entered: new Map([
        ['', input.entered],
        ...otherInputs.map(([tree, { entered }]) => [tree, entered] as const),
      ]),
      published: input.published ?? new Map(),
      questions: told[at]!,
      cells: cellsOf(id),
    }
  })
  return { units, others }
}

function otherInput(input: ScoreInput, tree: string): ScoreInput {
  const other = input.others!.get(tree)!
  return { ...input, index: other.index, entered: other.entered }
}

/** Another index is written out where nothing in it has to be withheld and nothing stands on a place among the units. */
function mayBeWrittenOut(tree: string, index: IndexFile, placed: readonly Placed[]): boolean {
  if (sourcesOf(index.criteria).some(({ criterion }) => criterion.normalise)) return false
  const cells = placed.flatMap(({ place, input }) => {
    const root = scoreIndex(otherInput(input, tree))
    return scoreCells(root, { index, unit: place.id, period: '', entry: 'all', source: '' })
  })
  const total = placed.find(({ place }) => place.isTotal)?.place.id ?? ''
  return discloseCells(cells, total, index).every(({ status }) => status !== 'too-few')
}

function toldByUnit(
  lines: readonly Line[],
  data: UnitsInput,
  others: ReadonlyMap<string, IndexFile>,
  placed: readonly Placed[],
  cellsOf: (unit: string) => readonly Cell[],
): WorkbookUnit['questions'][] {
  const told = placed.map(() => new Map<string, ReturnType<typeof countAnswers>>())
  for (const { source, tree, code } of lines) {
    if (!source || !('form' in source)) continue
    const { minimum } = tree ? others.get(tree)! : data.index
    const [criterion] = code.split('.')
    const units = placed.map(({ place, input }) => ({
      isTotal: place.isTotal,
      questions: input.panel ? countAnswers(source, input.samples.get(source.form), input.panel) : [],
      cell: tree ? undefined : cellsOf(place.id).find((cell) => cell.criterion === criterion),
    }))
    for (const [at, isTold] of tellAnswers(units, minimum.answers).entries())
      if (isTold) told[at]!.set(keyOf(tree, code), units[at]!.questions)
  }
  return told
}
