// A scoring round as a workbook that computes itself: entered figures under the rules of the index, up to the result. A
// frozen round shows what was frozen; a running one what the appraised answers come to today, without surveys.
import { z } from 'zod'
import { type Actor, allow, type MaybeActor, visibleUnits } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { findRevision, listRevisions, type RevisionRow } from '#lib/db/round-revisions'
import type { Workbook } from '#lib/exports/sheet'
import { type IndexData, loadIndexData } from '#lib/flows/load-index-data'
import { loadOtherIndexes } from '#lib/flows/load-other-indexes'
import { loadPublishedScores } from '#lib/flows/load-published-scores'
import { type OpenedRound, openRound, readSheets } from '#lib/flows/open-round-sheet'
import { scoreRound } from '#lib/flows/score-round'
import { Problem, problems } from '#lib/problem'
import type { RoundResult } from '#lib/rounds/round-result'
import type { Cell } from '#lib/scoring/cell'
import { rankExact } from '#lib/scoring/rank-exact'
import type { EnteredFigure } from '#lib/scoring/score-input'
import { relativeColumns, type UnitsInput } from '#lib/scoring/score-units'
import { requireShape } from '#lib/user-input'
import { aboutIndex, aboutMaking, aboutSurveys, titleOf } from '#lib/workbook/about-survey'
import { requireFeasible } from '#lib/workbook/check-size'
import { indexWorkbook } from '#lib/workbook/index-workbook'
import type { Language } from '#lib/workbook/words'
import type { WorkbookInput } from '#lib/workbook/workbook-input'
import { workbookUnits } from '#lib/workbook/workbook-units'

const shape = z.object({
  id: z.string().max(60),
  /** Absent: the newest. */
  revision: z.coerce.number().int().min(1).optional(),
  language: z.enum(['vi', 'en']).default('vi'),
})

export type RoundWorkbookAsk = z.input<typeof shape>

/** Only the units the actor may see. Throws notFound, workbookTooLarge. */
export async function exportRoundWorkbook(
  actor: MaybeActor,
  ask: RoundWorkbookAsk,
  now = new Date(),
): Promise<Workbook> {
  const reader = allow(actor, 'rounds.read', actor?.unitId)
  const { name, input } = await readRoundWorkbookInput(reader, ask, now)
  await insertReadEvent(reader, { action: 'export-round-workbook', subject: ask.id })
  return { name: `${name}-${input.language}`, sheets: indexWorkbook(input) }
}

/** What the workbook and the table of its stages are made of, as far as the reader may see it. */
export async function readRoundWorkbookInput(reader: Actor, ask: RoundWorkbookAsk, now = new Date()) {
  const shown = visibleUnits(reader, 'rounds.read')
  const { id, revision: wanted, language } = requireShape(shape, ask)
  const opened = await openRound(id)
  const frozen = await findFrozen(id, wanted)
  const result = frozen?.result ?? (await scoreRound(reader, opened, await readSheets(opened), null))
  requireFeasible(opened.index, result.units.length)
  const data = await inputsOf(reader, opened, result)
  const places = result.units.map((unit) => ({
    id: unit.id,
    name: language === 'en' ? unit.nameEn : unit.name,
    isTotal: false,
    members: [unit.id],
  }))
  const { units, others } = workbookUnits(data, places, (unit) =>
    result.cells.filter((cell) => cell.unit === unit),
  )
  const seen = units.filter((unit) => !shown || shown.includes(unit.id))
  const isWhole = seen.length === units.length
  const input: WorkbookInput = {
    language,
    index: opened.index,
    others,
    units: seen,
    isWhole,
    ranks: isWhole ? rankExact(rootCells(result, opened)) : null,
    about: aboutOf(opened, result, frozen, language, now),
  }
  return { name: `${id}-${frozen ? `r${frozen.number}` : 'draft'}`, input }
}

async function findFrozen(id: string, wanted: number | undefined): Promise<RevisionRow | null> {
  const number = wanted ?? (await listRevisions(id)).at(-1)?.number
  const revision = number ? await findRevision(id, number) : null
  if (wanted && !revision) throw problems.notFound({ what: 'kết quả đã chốt', id: `${id} #${wanted}` })
  return revision
}

const rootCells = ({ cells }: RoundResult, { index }: OpenedRound): Cell[] =>
  cells.filter(({ criterion }) => criterion === index.slug)

/** What the result was made from, as it is today. */
async function inputsOf(
  reader: Actor,
  { round, index }: OpenedRound,
  result: RoundResult,
): Promise<UnitsInput> {
  const surveys = await findSurveys(reader, result)
  const entered = new Map(result.units.map((unit) => [unit.id, enteredOf(unit)]))
  const others = await loadOtherIndexes(reader, { index, year: round.year })
  const indexes = [index, ...[...others.values()].map((other) => other.index)]
  const published = await loadPublishedScores(reader, { indexes, year: round.year })
  const inputs = { index, samples: surveys?.samples ?? new Map(), entered, published, others }
  return { ...inputs, columns: relativeColumns(inputs, [...entered.keys()]) }
}

function enteredOf({ lines }: RoundResult['units'][number]): Map<string, EnteredFigure> {
  const figures = new Map<string, EnteredFigure>()
  for (const { criterion, standing } of lines) {
    if (standing?.kind === 'figure') figures.set(criterion, standing.value)
    if (standing?.kind === 'not-applicable') figures.set(criterion, 'not-applicable')
  }
  return figures
}

/** The surveys that joined; null where they are gone: the frozen numbers then stand as values. */
async function findSurveys(reader: Actor, result: RoundResult): Promise<IndexData | null> {
  const [wave] = result.waves
  if (!wave) return null
  try {
    return await loadIndexData(reader, { index: result.index, wave: wave.id })
  } catch (error) {
    if (error instanceof Problem && error.code === 'unknown_wave') return null
    throw error
  }
}

function aboutOf(
  { round, index }: OpenedRound,
  result: RoundResult,
  frozen: RevisionRow | null,
  language: Language,
  now: Date,
) {
  const isVi = language === 'vi'
  const day = (date: Date) =>
    date.toLocaleString(isVi ? 'vi-VN' : 'en-GB', {
      timeZone: 'Asia/Ho_Chi_Minh',
      dateStyle: 'short',
      timeStyle: 'short',
    })
  const state = frozen
    ? isVi
      ? `Đã chốt, bản ${frozen.number}, ${day(frozen.at)}`
      : `Frozen, revision ${frozen.number}, ${day(frozen.at)}`
    : isVi
      ? 'Chưa chốt: số tạm tính từ điểm đã thẩm định, chưa có điểm khảo sát. Không phải kết quả.'
      : 'Not frozen: what the appraised answers come to so far, without surveys. No result.'
  return [
    aboutIndex(index, language),
    { title: isVi ? 'Đợt chấm điểm' : 'Scoring round', text: titleOf(round, language) },
    { title: isVi ? 'Tình trạng' : 'State', text: state },
    ...aboutSurveys(result.waves, language),
    ...aboutMaking(now, round.isSample, language),
  ]
}
