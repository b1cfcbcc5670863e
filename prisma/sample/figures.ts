// Figures as the appraisers would have found them for the commune index: made up, one of them left out on purpose so
// that a missing figure is seen.
import { enteredCriteria } from '#lib/definitions/entered-criteria'
import type { IndexFile } from '#lib/definitions/index-file'
import { makeChance } from './chance'
import { communes } from './communes'

export type SampleFigure = { unitId: string; criterion: string; value: number }

const usual: Record<string, number> = {
  direction_tasks: 90,
  direction_reports: 94,
  institutions_review: 88,
  procedures_on_time: 97,
  procedures_posted: 95,
  organization_plan: 91,
  civil_service_training: 78,
  public_finance_open: 89,
  digital_online: 52,
  digital_payment: 38,
  digital_scanned: 61,
}
const leftOut = { unitId: '22888-1', criterion: 'digital_scanned' }

/** One figure for every entered criterion of every sample commune. */
export function makeSampleFigures(index: IndexFile): SampleFigure[] {
  const chance = makeChance(20241231)
  const codes = enteredCriteria(index.criteria).map((criterion) => criterion.code)
  return communes
    .flatMap(({ unitId, delegates }) =>
      codes.map((criterion) => {
        const value = (usual[criterion] ?? 70) + 12 * delegates + chance.normal(4)
        return { unitId, criterion, value: Math.min(100, Math.round(value * 10) / 10) }
      }),
    )
    .filter((entry) => entry.unitId !== leftOut.unitId || entry.criterion !== leftOut.criterion)
}
