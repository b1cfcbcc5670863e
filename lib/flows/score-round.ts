// A step of freezing and correcting: what the index makes of the appraised answers of all units of a round, with the
// answers of the surveys of its year where one is named.
import type { MaybeActor } from '#lib/access'
import { findUnitWithParent } from '#lib/db/units'
import { findSmallestGroup } from '#lib/flows/find-smallest-group'
import { loadIndexData } from '#lib/flows/load-index-data'
import { loadOtherIndexes } from '#lib/flows/load-other-indexes'
import { loadPublishedScores } from '#lib/flows/load-published-scores'
import type { OpenedRound, UnitSheet } from '#lib/flows/open-round-sheet'
import { problems } from '#lib/problem'
import { daysHandedInLate } from '#lib/rounds/deadlines'
import { enteredFigures } from '#lib/rounds/entered-figures'
import type { ResultUnit, RoundResult } from '#lib/rounds/round-result'
import { standingAnswer, stepReached } from '#lib/rounds/sheet'
import { raiseMinimum } from '#lib/scoring/raise-minimum'
import { scoreCells } from '#lib/scoring/score-cells'
import { describeSource, relativeColumns, scoreUnits } from '#lib/scoring/score-units'

/** The result of these sheets. Throws unknownWave, and invalidInput for a survey of another year. */
export async function scoreRound(
  actor: MaybeActor,
  opened: OpenedRound,
  sheets: readonly UnitSheet[],
  wave: string | null,
): Promise<RoundResult> {
  const { round } = opened
  const index = raiseMinimum(opened.index, await findSmallestGroup())
  const name = `${round.index.slug}.v${round.index.version}`
  const surveys = wave ? await loadSurveys(actor, name, wave, round.year) : null
  const entered = new Map(sheets.map(({ unitId, sheet }) => [unitId, enteredFigures(sheet.lines.values())]))
  const others = await loadOtherIndexes(actor, { index, year: round.year })
  const indexes = [index, ...[...others.values()].map((other) => other.index)]
  const published = await loadPublishedScores(actor, { indexes, year: round.year })
  const inputs = { index, samples: surveys?.samples ?? new Map(), entered, published, others }
  const columns = relativeColumns(inputs, [...entered.keys()])
  const data = { ...inputs, columns }
  const source = describeSource(data)
  const entry = surveys?.entry ?? 'all'
  const cells = sheets.flatMap(({ unitId }) => {
    const root = scoreUnits(data, unitId, new Set([unitId]))
    return scoreCells(root, { index, unit: unitId, period: String(round.year), entry, source })
  })
  const waves = surveys ? [surveys.wave, ...surveys.companions] : []
  return {
    index: name,
    appraiser: await findUnitWithParent(round.appraiser.id),
    waves: waves.map(({ id, title, titleEn, periodStart, periodEnd }) => {
      return {
        id,
        title,
        titleEn,
        periodStart: periodStart.toISOString(),
        periodEnd: periodEnd.toISOString(),
      }
    }),
    units: sheets.map((unit) => resultUnit(unit, opened)),
    cells,
    method: source,
  }
}

async function loadSurveys(actor: MaybeActor, index: string, wave: string, year: number) {
  const data = await loadIndexData(actor, { index, wave })
  if (data.year === year) return data
  const vi = `Đợt khảo sát này thuộc năm ${data.year}, không phải năm ${year} của đợt chấm điểm.`
  const en = `This survey is of ${data.year}, not of ${year} as the round.`
  throw problems.invalidInput({ faults: [{ question: 'wave', code: 'other_year', vi, en }] })
}

function resultUnit(
  { unitId, code, name, nameEn, sheet, log }: UnitSheet,
  { round }: OpenedRound,
): ResultUnit {
  return {
    id: unitId,
    code,
    name,
    nameEn,
    step: stepReached([...sheet.lines.keys()], log),
    handedInLate: daysHandedInLate(sheet, log, round.deadlines),
    lines: [...sheet.lines.values()].map((line) => ({
      criterion: line.criterion,
      self: line.self?.answer ?? null,
      appraised: line.appraisal?.answer ?? null,
      reason: line.appraisal?.reason ?? '',
      explanation: line.explanation,
      second: line.second?.answer ?? null,
      secondReason: line.second?.reason ?? '',
      standing: standingAnswer(line),
      evidence: line.evidence.length,
    })),
  }
}
