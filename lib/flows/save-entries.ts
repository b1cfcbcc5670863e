// An officer enters figures of an index for a unit and a year; a commune officer only for the own unit. Only figures that
// changed are written, each with its line in the audit log; an emptied field takes the figure back.
import { z } from 'zod'
import { type Actor, allow, type MaybeActor } from '#lib/access'
import { findDefinition } from '#lib/db/definitions'
import { type EntryLine, listEntries, storeEntry } from '#lib/db/entries'
import { findUnit, type UnitLine } from '#lib/db/units'
import { type EnteredCriterion, enteredCriteria } from '#lib/definitions/entered-criteria'
import { figureFault } from '#lib/definitions/entered-rule'
import type { IndexFile } from '#lib/definitions/index-file'
import { entrySubject } from '#lib/flows/load-entries'
import { type Fault, problems, type Sentence } from '#lib/problem'
import { inLanguage } from '#lib/surveys/local-text'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  slug: z.string(),
  version: z.coerce.number().int(),
  unitId: z.string(),
  year: z.coerce.number().int().min(2000).max(2100),
  /** By code of the criterion: what was typed, and the note on the evidence. */
  figures: z.record(z.string(), z.object({ value: z.string().max(40), note: z.string().max(500) })),
})

export type SaveEntriesInput = z.input<typeof shape>
type Sheet = { indexId: number; unitId: string; year: number; subject: string }
type Change = { criterion: string; value: number | null; note: string }

/** Saves the sheet and returns how many figures changed. Nothing is saved while one figure is wrong. */
export async function saveEntries(actor: MaybeActor, input: SaveEntriesInput): Promise<number> {
  const officer = allow(actor, 'entries.write', String(input.unitId))
  const { slug, version, unitId, year, figures } = requireShape(shape, input)
  const [index, unit] = await Promise.all([findDefinition('index', slug, version), findUnit(unitId)])
  if (!index) throw problems.notFound({ what: 'chỉ số', id: `${slug}.v${version}` })
  if (!unit) throw problems.notFound({ what: 'đơn vị', id: unitId })
  if (!existsIn(unit, year)) throw problems.invalidInput({ faults: [notThatYear(unit, year)] })
  const sheet = { indexId: index.id, unitId, year, subject: entrySubject(slug, version, unitId, year) }
  const asked = enteredCriteria((index.body as IndexFile).criteria)
  const wanted = readFigures(asked, figures)
  const before = await listEntries(sheet)
  const changes = wanted.filter((change) => isChange(change, before))
  for (const change of changes) await store(officer, sheet, change, before)
  return changes.length
}

function existsIn(unit: UnitLine, year: number): boolean {
  return unit.validFrom.getUTCFullYear() <= year && (!unit.validTo || unit.validTo.getUTCFullYear() >= year)
}

/** Reads what was typed; throws invalidInput with a fault per figure that cannot be. */
function readFigures(asked: EnteredCriterion[], figures: z.output<typeof shape>['figures']): Change[] {
  const faults: Fault[] = Object.keys(figures)
    .filter((code) => !asked.some((criterion) => criterion.code === code))
    .map(unknownCriterion)
  const changes = asked.flatMap((criterion): Change[] => {
    const figure = figures[criterion.code]
    if (!figure) return []
    const value = readNumber(figure.value)
    const fault = value === null ? null : figureFault(criterion.rule, value)
    if (fault) faults.push(outOfRange(criterion, fault))
    return [{ criterion: criterion.code, value, note: figure.note.trim() }]
  })
  if (faults.length > 0) throw problems.invalidInput({ faults })
  return changes
}

/** Null when empty, NaN when it is no plain number. Three digits after the mark could be thousands, so two are the limit. */
function readNumber(typed: string): number | null {
  const text = typed.trim()
  if (text === '') return null
  return /^\d{1,9}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

function isChange({ criterion, value, note }: Change, before: EntryLine[]): boolean {
  const entry = before.find((line) => line.criterion === criterion)
  return (entry?.value ?? null) !== value || (value !== null && (entry?.note ?? '') !== note)
}

async function store(officer: Actor, sheet: Sheet, change: Change, before: EntryLine[]) {
  const { indexId, unitId, year, subject } = sheet
  const { criterion, value, note } = change
  const figure = value === null ? null : { value, note, enteredBy: officer.userId }
  const from = before.find((line) => line.criterion === criterion)?.value ?? null
  await storeEntry({ indexId, unitId, year, criterion }, figure, {
    actor: officer,
    action: 'save-entry',
    unitId,
    subject,
    details: { criterion, from, to: value, note },
  })
}

const outOfRange = ({ code, name }: EnteredCriterion, { vi, en }: Sentence): Fault => ({
  question: code,
  code: 'out_of_range',
  vi: `“${name.vi}”: ${vi} Nhiều nhất hai chữ số thập phân; để trống nếu chưa có.`,
  en: `“${inLanguage(name, 'en')}”: ${en} At most two decimals; leave it empty when there is none yet.`,
})

const unknownCriterion = (code: string): Fault => ({
  question: code,
  code: 'unknown_criterion',
  vi: `Chỉ số này không có tiêu chí nhập “${code}”.`,
  en: `This index has no entered criterion “${code}”.`,
})

const notThatYear = (unit: UnitLine, year: number): Fault => ({
  question: 'year',
  code: 'unit_not_in_year',
  vi: `“${unit.name}” (${unit.code}) không phải là đơn vị hành chính trong năm ${year}. Hãy chọn năm hoặc đơn vị khác.`,
  en: `“${unit.nameEn}” (${unit.code}) was not an administrative unit in ${year}. Choose another year or unit.`,
})
