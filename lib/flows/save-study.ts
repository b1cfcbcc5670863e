// A study is written down as a draft: which outcome decides, who counts as treated, which waves. All faults of all fields are
// named at once. What was declared is not saved again: that is another study.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { type DefinitionRow, findDefinition } from '#lib/db/definitions'
import { findStudyRow, insertStudy, ownerOfRollout, updateStudy } from '#lib/db/effect-studies'
import { listMeasuredWaves } from '#lib/db/measured-waves'
import { translateError } from '#lib/db/translate-error'
import { findUnit } from '#lib/db/units'
import type { IndexFile } from '#lib/definitions/index-file'
import { outcomeDefinition } from '#lib/effects/outcome-definition'
import { type OutcomeRef, outcomeKey, studyPlan } from '#lib/effects/study-plan'
import { makeSlug } from '#lib/make-slug'
import { type Fault, problems } from '#lib/problem'
import { requireShape } from '#lib/user-input'

const says = (vi: string, en: string) => ({ error: JSON.stringify({ vi, en }) })

const shape = z.object({
  /** Of a draft that is changed; absent: a new one. */
  id: z.string().max(80).optional(),
  unit: z.string().min(1, says('Hãy chọn đơn vị.', 'Choose the unit.')).max(80),
  title: z
    .string()
    .trim()
    .min(5, says('Tên nghiên cứu cần ít nhất 5 ký tự.', 'The title needs at least 5 characters.'))
    .max(150, says('Tên dài tối đa 150 ký tự.', 'The title may have at most 150 characters.')),
  titleEn: z.string().trim().max(150).default(''),
  rollout: z.uuid().nullable().default(null),
  plan: studyPlan,
  waves: z.array(z.string().max(80)).max(24).default([]),
})

export type StudyForm = z.input<typeof shape>
type Checked = z.output<typeof shape>

/** Returns the id of the draft. Throws invalidInput with the faults by field, notFound, studyDeclared, notAllowed. */
export async function saveStudy(actor: MaybeActor, input: StudyForm): Promise<string> {
  const officer = allow(actor, 'effects.write')
  const wanted = requireShape(shape, input)
  const { index, faults } = await checkStudy(wanted)
  if (!index || faults.length > 0) throw problems.invalidInput({ faults })
  const id = wanted.id ?? makeSlug(wanted.title)
  const draft = {
    id,
    unitId: wanted.unit,
    title: wanted.title,
    titleEn: wanted.titleEn || wanted.title,
    plan: wanted.plan,
    waveIds: [...new Set(wanted.waves)],
    indexId: index.id,
    rolloutId: wanted.plan.comparison.by === 'rollout' ? wanted.rollout : null,
  }
  const entry = { action: 'save-study', subject: id, unitId: wanted.unit }
  if (wanted.id === undefined) {
    await insertStudy(officer, draft, entry).catch(translateError({ what: 'nghiên cứu', id }))
    return id
  }
  const known = await findStudyRow(id)
  if (!known || known.unitId !== wanted.unit) throw problems.notFound({ what: 'nghiên cứu', id })
  if (!(await updateStudy(officer, draft, entry))) throw problems.studyDeclared({})
  return id
}

const fault = (question: string, code: string, vi: string, en: string): Fault => ({ question, code, vi, en })

async function checkStudy({ unit, rollout, plan, waves }: Checked) {
  const { primary, secondary, comparison } = plan
  const refs = [primary, ...secondary]
  const { codeFrame } = plan.reach
  const [found, frame, known, owner, measured] = await Promise.all([
    Promise.all(refs.map(({ index }) => findNamed('index', index))),
    codeFrame ? findNamed('code-frame', codeFrame) : null,
    findUnit(unit),
    rollout ? ownerOfRollout(rollout) : null,
    listMeasuredWaves(),
  ])
  const faults = refs.flatMap((ref, at) => outcomeFaults(ref, found[at]!, at === 0 ? 'primary' : 'secondary'))
  if (codeFrame && !frame)
    faults.push(
      fault(
        'reach',
        'unknown_frame',
        `Khung mã “${codeFrame}” chưa được công bố.`,
        `The code frame “${codeFrame}” is not published.`,
      ),
    )
  const keys = refs.map(outcomeKey)
  if (new Set(keys).size < keys.length)
    faults.push(
      fault('secondary', 'outcome_twice', 'Có chỉ tiêu được chọn hai lần.', 'An outcome is chosen twice.'),
    )
  if (!known) faults.push(fault('unit', 'unknown_unit', 'Không có đơn vị này.', 'There is no such unit.'))
  if (comparison.by === 'rollout' && owner !== unit)
    faults.push(
      fault(
        'rollout',
        'rollout_missing',
        'Hãy chọn lịch triển khai đã rút thăm của đơn vị này.',
        'Choose a roll-out that was drawn for this unit.',
      ),
    )
  for (const id of waves.filter((one) => !measured.some((wave) => wave.id === one)))
    faults.push(fault('waves', 'unknown_wave', `Không có đợt khảo sát “${id}”.`, `There is no wave “${id}”.`))
  return { index: found[0], faults }
}

/** "awareness.v1" of a kind. */
function findNamed(kind: 'index' | 'code-frame', name: string): Promise<DefinitionRow | null> {
  const [slug = '', version = ''] = name.split('.v')
  return findDefinition(kind, slug, Number(version))
}

function outcomeFaults(ref: OutcomeRef, index: DefinitionRow | null, field: string): Fault[] {
  const id = outcomeKey(ref)
  if (!index)
    return [
      fault(
        field,
        'unknown_index',
        `Chỉ số của “${id}” chưa được công bố.`,
        `The index of “${id}” is not published.`,
      ),
    ]
  if (outcomeDefinition(index.body as IndexFile, ref.criterion)) return []
  return [
    fault(
      field,
      'no_outcome',
      `“${id}” không phải chỉ tiêu tính từ câu trả lời của người dân trong một phiếu.`,
      `“${id}” is not an outcome read from people’s answers to one form.`,
    ),
  ]
}
