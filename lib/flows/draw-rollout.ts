// Draws by lot which communes start a campaign when. The draw is kept for good, also when somebody draws again because it
// did not please: the page shows how often.
import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertRollout, type MatchedOn } from '#lib/db/rollouts'
import { listUnits, type UnitLine } from '#lib/db/units'
import { drawRollout as draw, type RolloutFault } from '#lib/effects/rollout'
import { rolloutStarts } from '#lib/effects/rollout-starts'
import { readMatching } from '#lib/flows/read-matching'
import { type Fault, problems, type Sentence } from '#lib/problem'
import { requireShape, says } from '#lib/user-input'

const count = (least: number, most: number) => {
  const text = says(
    `Hãy nhập số nguyên từ ${least} đến ${most}.`,
    `Enter a whole number from ${least} to ${most}.`,
  )
  return z
    .string()
    .trim()
    .regex(/^\d{1,2}$/, text)
    .transform(Number)
    .pipe(z.number().min(least, text).max(most, text))
}
const first = says('Hãy chọn ngày bắt đầu.', 'Choose the first day.')

const shape = z.object({
  unit: z.string().min(1, says('Hãy chọn đơn vị tổ chức.', 'Choose whose campaign it is.')).max(60),
  title: z
    .string()
    .trim()
    .min(5, says('Tên cần ít nhất 5 ký tự.', 'The name needs at least 5 characters.'))
    .max(150, says('Tên dài tối đa 150 ký tự.', 'The name may have at most 150 characters.')),
  units: z.array(z.string().max(60)).max(500),
  first: z.iso.date(first),
  steps: count(2, 6),
  monthsBetween: count(1, 24),
  hasComparison: z.boolean(),
  /** '' for the simple draw, else "baseline|<index>|<wave>" or "adults||<wave>". */
  match: z
    .string()
    .max(200)
    .regex(/^$|^(baseline\|[^|]+|adults\|)\|[^|]+$/),
  seed: z.string().trim().max(80).default(''),
})

/** Returns the id of the draw. Throws invalidInput with the faults by field, notFound, unknownWave. */
export async function drawRollout(actor: MaybeActor, input: z.input<typeof shape>): Promise<{ id: string }> {
  const officer = allow(actor, 'effects.write')
  const { unit, title, units: ids, seed: typed, match, ...plan } = requireShape(shape, input)
  const known = await listUnits()
  requireUnits(known, unit, ids, plan.first)
  const matchedOn = readMatch(match)
  const values = await readMatching(officer, matchedOn)
  const units = [...new Set(ids)].sort().map((unitId) => ({ unitId, value: values.get(unitId) ?? null }))
  const method = matchedOn ? 'matched' : 'simple'
  const seed = typed || randomBytes(8).toString('hex')
  const drawn = draw(units, method, rolloutStarts(plan), seed)
  if ('fault' in drawn) throw problems.invalidInput({ faults: [faultOf(drawn.fault, known)] })
  const id = randomUUID()
  await insertRollout(
    officer,
    { id, unitId: unit, title, method, seed, frame: { matchedOn, units }, steps: drawn.steps },
    { action: 'draw-rollout', unitId: unit, subject: id, details: { method, seed, units: units.length } },
  )
  return { id }
}

function readMatch(match: string): MatchedOn {
  const [kind, index = '', wave = ''] = match.split('|')
  return kind === 'baseline' || kind === 'adults' ? { kind, index, wave } : null
}

/** The communes lie below the unit whose campaign it is, and are there when it begins. */
function requireUnits(known: UnitLine[], owner: string, ids: string[], first: string): void {
  const byId = new Map(known.map((one) => [one.id, one]))
  const isBelow = (unit: UnitLine) => {
    for (let parent = unit.parentId; parent; parent = byId.get(parent)?.parentId ?? null)
      if (parent === owner) return true
    return false
  }
  const faults: Fault[] = []
  if (!byId.has(owner))
    faults.push(at('unit', 'unknown_unit', 'Không có đơn vị này.', 'There is no such unit.'))
  const wrong = ids.filter((id) => {
    const unit = byId.get(id)
    return !unit || !isBelow(unit) || !isThere(unit, first)
  })
  const names = wrong.map((id) => byId.get(id)?.name ?? id).join(', ')
  if (wrong.length > 0)
    faults.push(
      at(
        'units',
        'unit_not_there',
        `Các đơn vị sau không thuộc đơn vị tổ chức hoặc không có vào ngày bắt đầu: ${names}.`,
        `These units do not belong to it or are not there on the first day: ${names}.`,
      ),
    )
  if (faults.length > 0) throw problems.invalidInput({ faults })
}

const isThere = ({ validFrom, validTo }: UnitLine, day: string) =>
  validFrom <= new Date(day) && (validTo === null || validTo >= new Date(day))

function faultOf(fault: RolloutFault, known: UnitLine[]): Fault {
  const { vi, en } = sentenceOf(fault, (id) => known.find((one) => one.id === id)?.name ?? id)
  return at(fault.code === 'too_few_units' ? 'units' : 'match', fault.code, vi, en)
}

function sentenceOf(fault: RolloutFault, name: (id: string) => string): Sentence {
  if (fault.code === 'too_few_units')
    return {
      vi: `Cần ít nhất ${fault.needed} xã (mỗi nhóm hai xã), hiện có ${fault.units}. Ít hơn thì sau này không so sánh được. Hãy thêm xã hoặc bớt nhóm.`,
      en: `At least ${fault.needed} communes are needed (two in each group), there are ${fault.units}. With fewer nothing can be compared afterwards. Add communes or have fewer groups.`,
    }
  const names = fault.units.map(name).join(', ')
  return {
    vi: `Chưa có số liệu để ghép cặp cho: ${names}. Hãy chọn số liệu khác hoặc rút thăm đơn giản.`,
    en: `There is no number to match on for: ${names}. Choose other data or draw without matching.`,
  }
}

const at = (question: string, code: string, vi: string, en: string): Fault => ({ question, code, vi, en })
