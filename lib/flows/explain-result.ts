// "Why is this 8.23?": one number of the results page with the chain that leads to it. A commune officer may ask about the
// own unit and about all units together, as on the results page.
import { z } from 'zod'
import { type MaybeActor, visibleUnits } from '#lib/access'
import type { IndexFile } from '#lib/definitions/index-file'
import { loadIndexData, type UnitName } from '#lib/flows/load-index-data'
import { resultsShape } from '#lib/flows/load-results'
import { problems } from '#lib/problem'
import type { Cell } from '#lib/scoring/cell'
import { type Explanation, explainScore } from '#lib/scoring/explain-score'
import { makePanel } from '#lib/scoring/panel'
import { scoreCells } from '#lib/scoring/score-cells'
import { scoreIndex } from '#lib/scoring/score-tree'
import { describeSource, inputOfUnit } from '#lib/scoring/score-units'
import { requireShape } from '#lib/user-input'

const shape = resultsShape.extend({
  /** Empty: all units together. */
  unit: z.string().max(80),
  criterion: z.string().max(80),
})

export type ExplainedResult = {
  index: IndexFile
  unit: UnitName
  units: UnitName[]
  explanation: Explanation
  /** The very cell of the results page. */
  cell: Cell
}

/** Throws notFound for a unit or criterion that is not on the actor's results page, unknownWave. */
export async function explainResult(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<ExplainedResult> {
  const { unit: unitId, criterion, ...place } = requireShape(shape, input)
  const shown = visibleUnits(actor, 'results.read')
  const data = await loadIndexData(actor, place)
  const { index, wave, entry, total } = data
  const own = wave.units.filter(({ id }) => !shown || shown.includes(id))
  const units = [...own.map(({ id, name, nameEn }) => ({ id, name, nameEn })), total]
  const unit = unitId === '' ? total : units.find(({ id }) => id === unitId)
  if (!unit) throw problems.notFound({ what: 'đơn vị', id: unitId })
  const members = new Set(unit.id === total.id ? wave.units.map(({ id }) => id) : [unit.id])
  const scored = { ...inputOfUnit(data, unit.id), panel: makePanel([...data.samples.values()], members) }
  const explanation = explainScore(scored, criterion)
  const head = { index, unit: unit.id, period: wave.id, entry, source: describeSource(data) }
  const cell = scoreCells(scoreIndex(scored), head).find((one) => one.criterion === criterion)
  if (!explanation || !cell) throw problems.notFound({ what: 'tiêu chí', id: criterion })
  return { index, unit, units, explanation, cell }
}
