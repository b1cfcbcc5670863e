// The results of an index in a wave as a workbook that computes itself: raw counts, rules, weights and every stage, as far
// as the numbers may be told. Disclosure is decided over all units of the wave, whoever reads.
import { z } from 'zod'
import { type Actor, allow, type MaybeActor, visibleUnits } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import type { Workbook } from '#lib/exports/sheet'
import { type IndexData, loadIndexData } from '#lib/flows/load-index-data'
import { resultsShape } from '#lib/flows/load-results'
import type { Cell } from '#lib/scoring/cell'
import { discloseCells } from '#lib/scoring/disclose-cells'
import { rankUnits } from '#lib/scoring/rank-units'
import { scoreCells } from '#lib/scoring/score-cells'
import { describeSource, scoreUnits } from '#lib/scoring/score-units'
import { entryChoiceLabels } from '#lib/surveys/collection'
import { inLanguage } from '#lib/surveys/local-text'
import { requireShape } from '#lib/user-input'
import { aboutIndex, aboutMaking, aboutSurveys } from '#lib/workbook/about-survey'
import { requireFeasible } from '#lib/workbook/check-size'
import { indexWorkbook } from '#lib/workbook/index-workbook'
import type { Language } from '#lib/workbook/words'
import type { WorkbookInput } from '#lib/workbook/workbook-input'
import { type UnitPlace, workbookUnits } from '#lib/workbook/workbook-units'

const shape = resultsShape.extend({ language: z.enum(['vi', 'en']).default('vi') })

export type WorkbookAsk = z.input<typeof shape>

/** Only the units the actor may see. Throws notFound, unknownWave, workbookTooLarge. */
export async function exportWorkbook(
  actor: MaybeActor,
  ask: WorkbookAsk,
  now = new Date(),
): Promise<Workbook> {
  const reader = allow(actor, 'cells.export', actor?.unitId)
  const { name, subject, entry, input } = await readWorkbookInput(reader, ask, now)
  await insertReadEvent(reader, { action: 'export-workbook', subject, details: { entry } })
  return { name: `${name}-${input.language}`, sheets: indexWorkbook(input) }
}

/** What the workbook and the table of its stages are made of, as far as the reader may see it. */
export async function readWorkbookInput(reader: Actor, ask: WorkbookAsk, now = new Date()) {
  const shown = visibleUnits(reader, 'results.read')
  const { language, ...place } = requireShape(shape, ask)
  const data = await loadIndexData(reader, place)
  const { index, wave, entry, total } = data
  requireFeasible(index, wave.units.length + 1)
  const places = placesOf(data, language)
  const cells = discloseCells(
    places.flatMap((one) => cellsOf(data, one)),
    total.id,
    index,
  )
  const { units, others } = workbookUnits(data, places, (unit) => cells.filter((cell) => cell.unit === unit))
  const mayRead = (id: string) => !shown || shown.includes(id) || id === total.id
  const seen = units.filter(({ id }) => mayRead(id))
  const isWhole = seen.length === units.length
  const ranks = isWhole ? ranksOf(cells, data) : null
  const input: WorkbookInput = {
    language,
    index,
    others,
    units: seen,
    isWhole,
    ranks,
    about: aboutOf(data, language, now),
  }
  const name = `${wave.id}-${entry}-${index.slug}-v${index.version}`
  return { name, subject: `${index.slug}.v${index.version} ${wave.id}`, entry, input }
}

function placesOf({ wave, total }: IndexData, language: Language): UnitPlace[] {
  const nameOf = (unit: { name: string; nameEn: string }) => (language === 'en' ? unit.nameEn : unit.name)
  return [
    ...wave.units.map((unit) => ({
      id: unit.id,
      name: nameOf(unit),
      isTotal: false,
      members: [unit.id],
    })),
    { id: total.id, name: nameOf(total), isTotal: true, members: wave.units.map(({ id }) => id) },
  ]
}

function cellsOf(data: IndexData, { id, members }: UnitPlace): Cell[] {
  const { index, wave, entry } = data
  const root = scoreUnits(data, id, new Set(members))
  return scoreCells(root, { index, unit: id, period: wave.id, entry, source: describeSource(data) })
}

/** Only drawn answers rank units. */
function ranksOf(cells: readonly Cell[], { index, total }: IndexData) {
  const ranks = rankUnits(
    cells.filter(({ unit, criterion }) => unit !== total.id && criterion === index.slug),
  )
  return ranks.length > 1 ? ranks : null
}

function aboutOf({ index, wave, companions, entry }: IndexData, language: Language, now: Date) {
  const answers = inLanguage(entryChoiceLabels[entry], language)
  return [
    aboutIndex(index, language),
    ...aboutSurveys([wave, ...companions], language),
    { title: language === 'vi' ? 'Phiếu được tính' : 'Answers counted', text: answers },
    ...aboutMaking(now, wave.isSample, language),
  ]
}
