'use server'
// What officers do in scoring rounds. The flows decide who may and what is right. Saving one criterion does not draw the
// page anew: the sheet keeps what is being typed beside it.
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { acceptRest } from '#lib/flows/accept-rest'
import { appraiseCriterion } from '#lib/flows/appraise-criterion'
import { attachEvidence } from '#lib/flows/attach-evidence'
import { closeExplanation } from '#lib/flows/close-explanation'
import { correctRound } from '#lib/flows/correct-round'
import { createRound, type RoundInput } from '#lib/flows/create-round'
import { explainChange } from '#lib/flows/explain-change'
import { extendDeadline } from '#lib/flows/extend-deadline'
import { finishStep } from '#lib/flows/finish-step'
import { freezeRound } from '#lib/flows/freeze-round'
import { removeEvidence } from '#lib/flows/remove-evidence'
import { reopenStep } from '#lib/flows/reopen-step'
import { saveSelfScore } from '#lib/flows/save-self-score'
import type { EvidenceFile } from '#lib/rounds/round-event'
import type { SheetLine } from '#lib/rounds/sheet'
import { action } from '../../_server/action'
import { sentFileOrEmpty } from '../../_server/sent-file'
import { textFields } from '../../_server/text-fields'

const place = ['round', 'unit'] as const
const line = [...place, 'criterion', 'seen'] as const
const answer = ['kind', 'figure'] as const
type Kind = 'figure'
type Step = 'appraisal'

export const saveSelfScoreAction = action<SheetLine>((actor, form) => {
  const fields = textFields(form, [...line, ...answer, 'note'])
  return saveSelfScore(actor, { ...fields, kind: fields.kind as Kind })
})

export const appraiseAction = action<SheetLine>((actor, form) => {
  const fields = textFields(form, [...line, ...answer, 'reason'])
  return appraiseCriterion(actor, { ...fields, kind: fields.kind as Kind })
})

export const explainAction = action<SheetLine>((actor, form) => {
  const { stance, ...fields } = textFields(form, [...line, 'stance', 'text'])
  return explainChange(actor, { ...fields, isContested: stance === 'contest' })
})

export const attachEvidenceAction = action<EvidenceFile>(async (actor, form) => {
  const fields = textFields(form, [...place, 'criterion'])
  const stored = await attachEvidence(actor, fields, await sentFileOrEmpty(form))
  revalidatePath('/rounds', 'layout')
  return stored
})

export const removeEvidenceAction = action<undefined>(async (actor, form) => {
  await removeEvidence(actor, textFields(form, [...place, 'criterion', 'fileId', 'reason']))
  revalidatePath('/rounds', 'layout')
})

export const acceptRestAction = action<number>(async (actor, form) => {
  const count = await acceptRest(actor, textFields(form, place))
  revalidatePath('/rounds', 'layout')
  return count
})

export const finishStepAction = action<undefined>(async (actor, form) => {
  const { step, ...fields } = textFields(form, [...place, 'step'])
  await finishStep(actor, { ...fields, step: step as Step })
  revalidatePath('/rounds', 'layout')
})

export const reopenStepAction = action<undefined>(async (actor, form) => {
  const { step, ...fields } = textFields(form, [...place, 'step', 'reason'])
  await reopenStep(actor, { ...fields, step: step as Step })
  revalidatePath('/rounds', 'layout')
})

export const extendDeadlineAction = action<undefined>(async (actor, form) => {
  await extendDeadline(actor, textFields(form, [...place, 'until', 'reason']))
  revalidatePath('/rounds', 'layout')
})

export const closeExplanationAction = action<undefined>(async (actor, form) => {
  await closeExplanation(actor, textFields(form, [...place, 'reason']))
  revalidatePath('/rounds', 'layout')
})

export const createRoundAction = action<undefined>(async (actor, form) => {
  const texts = textFields(form, [
    'title',
    'titleEn',
    'index',
    'year',
    'appraiser',
    'selfScoreBy',
    'appraiseBy',
    'explainBy',
    'reappraiseBy',
  ])
  const units = form.getAll('units').map(String)
  const wanted: RoundInput = { ...texts, units, allowsLate: form.get('allowsLate') === 'on' }
  const id = await createRound(actor, wanted)
  revalidatePath('/rounds')
  redirect(`/rounds/${id}`)
})

export const freezeRoundAction = action<undefined>(async (actor, form) => {
  const fields = textFields(form, ['id', 'wave', 'reason'])
  await freezeRound(actor, { ...fields, isConfirmed: (form.get('isConfirmed') === 'on') as true })
  revalidatePath('/rounds', 'layout')
  redirect(`/rounds/${fields.id}/result`)
})

export const correctRoundAction = action<number>(async (actor, form) => {
  const { kind, ...fields } = textFields(form, [...place, 'criterion', ...answer, 'reason'])
  const revision = await correctRound(actor, { ...fields, kind: kind as Kind })
  revalidatePath('/rounds', 'layout')
  return revision
})
