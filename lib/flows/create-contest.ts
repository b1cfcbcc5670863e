// An officer makes a contest: an open wave whose answers are marked, with prizes. Everything that people could profit from
// changing later is fixed here, and so is the server's half of the seed of the draw: its hash is public from now on, the secret
// lies sealed until the draw.
import { randomBytes } from 'node:crypto'
import { allow, type MaybeActor } from '#lib/access'
import { type ContestInput, contestInput } from '#lib/contests/contest-input'
import { secretPurpose } from '#lib/contests/contest-secret'
import { commitTo } from '#lib/contests/draw-order'
import { insertContest } from '#lib/db/contests'
import { type DefinitionRow, findDefinition } from '#lib/db/definitions'
import { listUnits, type UnitLine } from '#lib/db/units'
import type { FormFile } from '#lib/definitions/form-file'
import { countQuestions } from '#lib/flows/list-contest-choices'
import { makeSlug } from '#lib/make-slug'
import { type Fault, problems } from '#lib/problem'
import { seal } from '#lib/secrecy/sealed-field'
import { requireShape } from '#lib/user-input'

/** Returns the id of the contest, which is that of its wave. Throws invalidInput with the faults by field, alreadyExists. */
export async function createContest(actor: MaybeActor, input: ContestInput): Promise<{ id: string }> {
  const officer = allow(actor, 'contests.write')
  const { form: formName, owner, title, titleEn, ...contest } = requireShape(contestInput, input)
  const [slug = '', version = ''] = formName.split('.v')
  const [form, known] = await Promise.all([findDefinition('form', slug, Number(version)), listUnits()])
  const units = [...new Set(contest.units)]
  const faults = [
    ...formFaults(form, contest.threshold),
    ...timeFaults(contest),
    ...unitFaults(known, [owner], 'owner', contest),
    ...unitFaults(known, units, 'units', contest),
  ]
  if (!form || faults.length > 0) throw problems.invalidInput({ faults })
  const id = contest.id || makeSlug(title)
  const secret = randomBytes(32).toString('hex')
  await insertContest(
    officer,
    {
      ...contest,
      id,
      title,
      titleEn: titleEn || title,
      formId: form.id,
      periodStart: contest.opensAt,
      periodEnd: contest.closesAt,
      units,
      ownerId: owner,
      prizes: contest.prizes.map((prize) => ({ ...prize, nameEn: prize.nameEn || prize.name })),
      commitment: commitTo(secret),
      sealedSecret: seal(secretPurpose, id, secret),
    },
    {
      action: 'create-contest',
      subject: id,
      unitId: owner,
      details: { form: formName, units: units.length },
    },
  )
  return { id }
}

const fault = (question: string, code: string, vi: string, en: string): Fault => ({ question, code, vi, en })

function formFaults(form: DefinitionRow | null, threshold: number): Fault[] {
  const file = form?.body as FormFile | undefined
  if (!file?.quiz) {
    const vi = 'Phiếu này không có đáp án kèm giải thích nên không dùng được cho cuộc thi.'
    return [
      fault(
        'form',
        'no_quiz',
        vi,
        'This form has no right answers with explanations: no contest can use it.',
      ),
    ]
  }
  const questions = countQuestions(file)
  if (threshold <= questions) return []
  const vi = `Phiếu chỉ có ${questions} câu chấm điểm, không ai đúng được ${threshold} câu.`
  const en = `The form has ${questions} questions that are marked: nobody can have ${threshold} right.`
  return [fault('threshold', 'threshold_too_high', vi, en)]
}

function timeFaults({ opensAt, closesAt }: { opensAt: Date; closesAt: Date }): Fault[] {
  if (closesAt <= opensAt)
    return [
      fault(
        'closesAt',
        'closes_before_opening',
        'Lúc đóng phải sau lúc mở.',
        'It must close after it opens.',
      ),
    ]
  if (closesAt > new Date()) return []
  return [fault('closesAt', 'closes_in_the_past', 'Lúc đóng đã qua.', 'The closing time has passed.')]
}

function unitFaults(
  known: UnitLine[],
  ids: string[],
  field: string,
  { opensAt, closesAt }: { opensAt: Date; closesAt: Date },
): Fault[] {
  return ids.flatMap((id) => {
    const unit = known.find((one) => one.id === id)
    if (!unit) return [fault(field, 'unknown_unit', `Không có đơn vị “${id}”.`, `There is no unit “${id}”.`)]
    if (unit.validFrom <= opensAt && (!unit.validTo || unit.validTo >= closesAt)) return []
    const vi = `${unit.name} không tồn tại trong suốt thời gian thi.`
    return [fault(field, 'unit_not_valid', vi, `${unit.nameEn} is not there during the whole contest.`)]
  })
}
