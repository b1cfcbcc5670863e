// An officer opens a scoring round: which index version, which year, which units, who appraises them and until when. All
// faults of all fields are named at once. Levels are data: the appraising unit only has to lie above the scored ones.
import { z } from 'zod'
import { type Actor, allow, type MaybeActor } from '#lib/access'
import { type DefinitionRow, findDefinition } from '#lib/db/definitions'
import { insertRound, listRoundsOfYear } from '#lib/db/rounds'
import { translateError } from '#lib/db/translate-error'
import { listUnits, type UnitLine } from '#lib/db/units'
import type { IndexFile } from '#lib/definitions/index-file'
import { existsInYear } from '#lib/lineage/exists-in-year'
import { makeSlug } from '#lib/make-slug'
import { type Fault, problems } from '#lib/problem'
import { askedCriteria } from '#lib/rounds/asked-criteria'
import { moment } from '#lib/rounds/round-input'
import { requireShape } from '#lib/user-input'

const says = (vi: string, en: string) => ({ error: JSON.stringify({ vi, en }) })

const shape = z.object({
  title: z
    .string()
    .trim()
    .min(5, says('Tên đợt cần ít nhất 5 ký tự.', 'The title needs at least 5 characters.'))
    .max(150, says('Tên đợt dài tối đa 150 ký tự.', 'The title may have at most 150 characters.')),
  titleEn: z.string().trim().max(150).default(''),
  index: z.string().max(80),
  year: z.coerce
    .number(says('Hãy nhập năm.', 'Enter the year.'))
    .int(says('Hãy nhập năm.', 'Enter the year.'))
    .min(2000, says('Năm từ 2000 đến 2100.', 'A year from 2000 to 2100.'))
    .max(2100, says('Năm từ 2000 đến 2100.', 'A year from 2000 to 2100.')),
  appraiser: z.string().min(1, says('Hãy chọn đơn vị thẩm định.', 'Choose the appraising unit.')),
  units: z.array(z.string()).min(1, says('Hãy chọn ít nhất một đơn vị.', 'Choose at least one unit.')),
  selfScoreBy: moment,
  appraiseBy: moment,
  explainBy: moment,
  reappraiseBy: moment,
  allowsLate: z.boolean(),
})

export type RoundInput = z.input<typeof shape>
type Checked = z.output<typeof shape>

/** Returns the id of the new round. Throws invalidInput with the faults by field, alreadyExists, notAllowed. */
export async function createRound(actor: MaybeActor, input: RoundInput): Promise<string> {
  const officer = allow(actor, 'rounds.write')
  const wanted = requireShape(shape, input)
  const [index, known] = await Promise.all([findIndex(wanted.index), listUnits()])
  requirePlace(officer, wanted.appraiser, known)
  const taken = index ? await listRoundsOfYear(index.id, wanted.year) : []
  const scored = new Set(taken.map(({ unitId }) => unitId))
  const faults = [...indexFaults(index), ...orderFaults(wanted), ...unitFaults(wanted, known, scored)]
  if (!index || faults.length > 0) throw problems.invalidInput({ faults })
  const id = makeSlug(wanted.title)
  const { title, year, allowsLate } = wanted
  await insertRound(officer, {
    id,
    title,
    titleEn: wanted.titleEn || title,
    year,
    allowsLate,
    isSample: false,
    indexId: index.id,
    appraiserId: wanted.appraiser,
    unitIds: wanted.units,
    deadlines: {
      'self-scoring': wanted.selfScoreBy,
      appraisal: wanted.appraiseBy,
      explanation: wanted.explainBy,
      'second-appraisal': wanted.reappraiseBy,
    },
  }).catch(translateError({ what: 'đợt chấm điểm', id }))
  return id
}

function findIndex(name: string): Promise<DefinitionRow | null> {
  const [slug = '', version = ''] = name.split('.v')
  return findDefinition('index', slug, Number(version) || 0)
}

/** An officer of a unit opens rounds of that unit or of those below it. */
function requirePlace(officer: Actor, appraiser: string, known: readonly UnitLine[]): void {
  const { unitId } = officer
  if (unitId === null || unitId === appraiser || isBelow(appraiser, unitId, known)) return
  throw problems.notAllowed({ action: 'rounds.write', unit: appraiser })
}

function isBelow(unit: string, above: string, known: readonly UnitLine[]): boolean {
  const parentOf = (id: string) => known.find((one) => one.id === id)?.parentId
  for (let parent = parentOf(unit); parent; parent = parentOf(parent)) if (parent === above) return true
  return false
}

const fault = (question: string, code: string, vi: string, en: string): Fault => ({ question, code, vi, en })

function indexFaults(index: DefinitionRow | null): Fault[] {
  if (!index)
    return [
      fault('index', 'unknown_index', 'Chỉ số này chưa được công bố.', 'This index has not been published.'),
    ]
  if (askedCriteria(index.body as IndexFile).length > 0) return []
  return [
    fault(
      'index',
      'nothing_to_score',
      'Chỉ số này chỉ đọc phiếu khảo sát, không có tiêu chí nào để đơn vị tự chấm.',
      'This index reads surveys only: it has no criterion that units score.',
    ),
  ]
}

const deadlineFields = ['selfScoreBy', 'appraiseBy', 'explainBy', 'reappraiseBy'] as const

function orderFaults(wanted: Checked): Fault[] {
  return deadlineFields.flatMap((field, at) => {
    const before = deadlineFields[at - 1]
    if (!before || wanted[field] >= wanted[before]) return []
    const [vi, en] = [
      'Hạn này sớm hơn hạn của bước trước.',
      'This deadline is before that of the step before.',
    ]
    return [fault(field, 'deadline_order', vi, en)]
  })
}

function unitFaults(
  { units, appraiser, year }: Checked,
  known: UnitLine[],
  scored: ReadonlySet<string>,
): Fault[] {
  if (!known.some(({ id }) => id === appraiser))
    return [
      fault(
        'appraiser',
        'unknown_unit',
        'Không có đơn vị thẩm định này.',
        'There is no such appraising unit.',
      ),
    ]
  const faultOf = (unit: UnitLine | undefined, id: string): [string, string, string] | null => {
    if (!unit) return ['unknown_unit', `Không có đơn vị “${id}”.`, `There is no unit “${id}”.`]
    if (units.filter((other) => other === id).length > 1)
      return ['unit_twice', `${unit.name} được chọn hai lần.`, `${unit.nameEn} is chosen twice.`]
    if (!existsInYear(unit, year))
      return [
        'unit_not_in_year',
        `${unit.name} không tồn tại trong năm ${year}.`,
        `${unit.nameEn} was not there in ${year}.`,
      ]
    if (!isBelow(id, appraiser, known))
      return [
        'unit_not_below',
        `${unit.name} không thuộc đơn vị thẩm định.`,
        `${unit.nameEn} does not lie below the appraising unit.`,
      ]
    if (scored.has(id))
      return [
        'unit_scored',
        `${unit.name} đã có trong một đợt khác của năm ${year}.`,
        `${unit.nameEn} is in another round of ${year} already.`,
      ]
    return null
  }
  return [...new Set(units)].flatMap((id) => {
    const found = faultOf(
      known.find((one) => one.id === id),
      id,
    )
    return found ? [fault('units', ...found)] : []
  })
}
