// Stages 4 to 9: from the shares of the leaves to the index. What does not apply leaves the maximum; what is missing leaves
// the sum as far as the definition allows; bonus and minus points come on top. The same steps as lib/scoring/score-parent,
// one sheet a step, so that every step can be followed from cell to cell.
import type { IndexFile } from '#lib/definitions/index-file'
import { formats, type Sheet, type SheetCell } from '#lib/exports/sheet'
import type { TreeSettings } from '#lib/workbook/leaf-stages'
import { extrasOf, type Line, siblingsOf } from '#lib/workbook/lines'
import { type Model, stageSheet } from '#lib/workbook/model'
import { stageTitles } from '#lib/workbook/words'

type Stage = 'applicable' | 'weight' | 'measured' | 'weighted' | 'whole' | 'points'

export function parentStages(
  model: Model,
  settings: ReadonlyMap<string, TreeSettings>,
  heads: { code: string; criterion: string },
): Sheet[] {
  const stages = makeStages(model, settings)
  const sheet = (stage: Stage, format: string) =>
    stageSheet(
      model,
      { name: model.names[stage], title: stageTitles[stage][model.language], format, ...heads },
      stages[stage],
    )
  return [
    sheet('applicable', formats.two),
    sheet('weight', formats.four),
    sheet('measured', formats.four),
    sheet('weighted', formats.four),
    sheet('whole', formats.four),
    sheet('points', formats.two),
  ]
}

type CellOf = (line: Line, unit: number) => SheetCell

function makeStages(model: Model, settings: ReadonlyMap<string, TreeSettings>): Record<Stage, CellOf> {
  const { grid, marks } = model
  const parents = new Map(model.lines.flatMap((line) => line.children.map((child) => [child, line] as const)))
  const scoreOf = (line: Line, unit: number) => model.scoreOf(line, unit)
  /** What the formulas of a stage come to, for previews. */
  const weightOf = (line: Line, unit: number): number => {
    if (line.role !== 'counted') return 0
    const { status, applicable, maximum } = scoreOf(line, unit)
    const { weight, max, isOptional } = line.criterion!
    if (status === 'not-applicable' || (isOptional && status === 'missing')) return 0
    return weight ?? (max! * applicable) / maximum
  }
  const shareOf = (line: Line, unit: number) => {
    const share = model.shareOrMark(line, unit)
    return typeof share === 'number' ? share : null
  }
  const measuredOf = (line: Line, unit: number) => (shareOf(line, unit) === null ? 0 : weightOf(line, unit))

  const applicable: CellOf = (line, unit) => {
    if (line.role === 'part') return null
    const value = scoreOf(line, unit).applicable
    const maximum = grid.maximum(line)
    if (line.children.length === 0)
      return { formula: `IF(${grid.at('whole', line, unit)}="${marks.none}",0,${maximum})`, value }
    const siblings = siblingsOf(line)
    const present = `SUM(${grid.list('weight', siblings, unit).join(',')})`
    const points = line.children.filter(({ criterion }) => criterion!.max !== undefined && !criterion!.counts)
    if (points.length > 0) {
      const whole = points.map(grid.maximum).join('+')
      return { formula: `${maximum}*${present}/(${whole})`, value }
    }
    return { formula: siblings.length > 0 ? `IF(${present}>0,${maximum},0)` : maximum, value }
  }

  const weight: CellOf = (line, unit) => {
    const value = weightOf(line, unit)
    if (line.role === 'index' || line.role === 'part') return null
    if (line.role !== 'counted') return 0
    const whole = grid.at('whole', line, unit)
    const own = line.criterion!.weight === undefined ? grid.at('applicable', line, unit) : grid.weight(line)
    const gone = line.criterion!.isOptional
      ? `OR(${whole}="${marks.none}",${whole}="${marks.missing}")`
      : `${whole}="${marks.none}"`
    return { formula: `IF(${gone},0,${own})`, value }
  }

  const measured: CellOf = (line, unit) => {
    if (line.role === 'index' || line.role === 'part') return null
    const formula = `IF(ISNUMBER(${grid.at('whole', line, unit)}),${grid.at('weight', line, unit)},0)`
    return { formula, value: measuredOf(line, unit) }
  }

  const weighted: CellOf = (line, unit) => {
    const parent = parents.get(line)
    if (!parent) return null
    const [share, w] = [shareOf(line, unit), measuredOf(line, unit)]
    const [x, m] = [grid.at('whole', line, unit), grid.at('measured', line, unit)]
    if (line.role === 'bonus' || line.role === 'minus') {
      const sign = line.role === 'bonus' ? '' : '-'
      const points = (line.role === 'bonus' ? 1 : -1) * line.criterion!.max! * (share ?? 0)
      return {
        formula: `IF(ISNUMBER(${x}),${sign}${grid.maximum(line)}*${x},0)`,
        value: points === 0 ? 0 : points,
      }
    }
    if (parent.mean === 'arithmetic')
      return { formula: `IF(${m}>0,${m}*${x},0)`, value: w > 0 ? w * share! : 0 }
    if (parent.mean === 'geometric') {
      const value = w > 0 ? (share! > 0 ? w * Math.log(share!) : marks.zero) : 0
      return { formula: `IF(${m}>0,IF(${x}>0,${m}*LN(${x}),"${marks.zero}"),0)`, value }
    }
    const value = w > 0 ? (share === 0 ? marks.zero : w / share!) : 0
    return { formula: `IF(${m}>0,IF(${x}=0,"${marks.zero}",${m}/${x}),0)`, value }
  }

  const whole: CellOf = (line, unit) => {
    const fixed = model.fixed(line, unit)
    if (line.children.length === 0 || fixed !== undefined) {
      if (fixed !== undefined && line.children.length > 0) return fixed
      return { formula: grid.at('full', line, unit), value: model.shareOrMark(line, unit) }
    }
    const formula = parentFormula(model, line, unit, settings.get(line.tree)!.minimumShare)
    return { formula, value: model.shareOrMark(line, unit) }
  }

  const points: CellOf = (line, unit) => {
    if (line.role === 'part') return null
    const share = model.shareOrMark(line, unit)
    const { max } = indexOf(model, line).scale
    const score = scoreOf(line, unit)
    const full = score.maximum === max ? score.maximum : score.applicable
    const [x, maximum] = [grid.at('whole', line, unit), grid.maximum(line)]
    const scale = grid.maximum(model.lines.find((one) => one.tree === line.tree && one.role === 'index')!)
    const formula = `IF(ISNUMBER(${x}),${x}*IF(${maximum}=${scale},${maximum},${grid.at('applicable', line, unit)}),${x})`
    return { formula, value: typeof share === 'number' ? share * full : share }
  }
  return { applicable, weight, measured, weighted, whole, points }
}

const indexOf = ({ index, others }: Model, { tree }: Line): IndexFile => (tree ? others.get(tree)! : index)

/** The mean of the children that were measured, and what stands there when too little was. */
function parentFormula(model: Model, line: Line, unit: number, minimumShare: string): string {
  const { grid, marks } = model
  const siblings = siblingsOf(line)
  const args = (sheet: 'weight' | 'measured' | 'weighted', lines: Line[]) =>
    grid.list(sheet, lines, unit).join(',')
  const count = (mark: string) =>
    grid
      .list('whole', siblings, unit)
      .map((range) => `COUNTIF(${range},"${mark}")`)
      .join('+')
  if (siblings.length === 0) return `"${marks.missing}"`
  const [m, all] = [`SUM(${args('measured', siblings)})`, `SUM(${args('weight', siblings)})`]
  const sum = `SUM(${args('weighted', siblings)})`
  const hasZero = `COUNT(${args('weighted', siblings)})<${siblings.length}`
  const means = {
    arithmetic: `${sum}/${m}`,
    geometric: `IF(${hasZero},0,EXP(${sum}/${m}))`,
    harmonic: `IF(${hasZero},0,${m}/${sum})`,
  }
  const extras = extrasOf(line)
  const applies = grid.at('applicable', line, unit)
  const extra = extras.length > 0 ? `+IF(${applies}>0,SUM(${args('weighted', extras)})/${applies},0)` : ''
  const share = `${means[line.mean]}${extra}`
  const cut = indexOf(model, line).mayExceedFull ? `MAX(0,${share})` : `MAX(0,MIN(1,${share}))`
  const none = `${count(marks.none)}=${siblings.length}`
  const few = `IF(${count(marks.few)}>0,"${marks.few}","${marks.missing}")`
  return `IF(${none},"${marks.none}",IF(OR(${m}=0,${m}<${minimumShare}*${all}-0.000000001),${few},${cut}))`
}
