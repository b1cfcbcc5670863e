// A citizen's answer, from its shape to its row: the exemplar of a flow. Everything that can be wrong is a problem of its
// own, nothing is stored in part, and the same receipt can be sent again and again: it is stored once and answered alike.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { hasResponse } from '#lib/db/has-response'
import { insertCodedResponse } from '#lib/db/insert-coded-response'
import { insertResponse, type ResponseRow, type Stored } from '#lib/db/insert-response'
import {
  codeFacts,
  refusePaper,
  requireCollection,
  requireTaking,
  requireUnit,
  requireVillage,
} from '#lib/flows/find-place'
import { requireCodeHash, requireUsableCode } from '#lib/flows/judge-visit-code'
import { forgetWave, type RecalledWave, recallWave } from '#lib/flows/recall-wave'
import { requireRequest } from '#lib/flows/require-request'
import { takeTurn } from '#lib/flows/take-turn'
import { Problem, problems } from '#lib/problem'
import { checkAnswers } from '#lib/surveys/check-answers'
import { codeAnswers } from '#lib/surveys/code-answers'
import { findLanguage, mainLanguage } from '#lib/surveys/languages'

/** No character that no id can have; PostgreSQL would stumble over some of them. */
const id = z.string().regex(/^[^\p{C}]{1,60}$/u)

const shape = z.strictObject({
  wave: id,
  unit: id,
  receipt: z.uuid().toLowerCase(),
  answers: z.custom<Record<string, unknown>>(
    (raw) => typeof raw === 'object' && raw !== null && !Array.isArray(raw),
  ),
  /** "slug.vN": sent by pages that were rendered from that version. */
  form: z.string().max(100).optional(),
  /** How the answer comes in: the closed lists of lib/surveys/collection.ts, judged in find-place. */
  mode: z.string().max(60).optional(),
  place: z.string().max(60).optional(),
  collector: z.string().max(60).optional(),
  visitCode: z.string().max(60).optional(),
  language: z
    .string()
    .refine((code) => findLanguage(code) !== null)
    .default(mainLanguage),
  cluster: z.string().max(60).optional(),
  /** The day of answering, as the device says it: nobody can check it (lib/wave-grace.ts). */
  answeredOn: z.iso.date().optional(),
})
type Checked = z.output<typeof shape>

/** Stores one answer. Open to everybody: the wave decides. Who is invited casts a ballot instead (cast-ballot.ts). */
export async function submitAnswers(_actor: MaybeActor, input: unknown): Promise<{ receipt: string }> {
  const submission = requireRequest(shape, input)
  const { wave, unit, receipt } = submission
  try {
    await store(submission)
  } catch (problem) {
    // Whatever speaks against it now: what was stored before stays stored, and sending it again is no fault.
    const isRefusal = problem instanceof Problem && problem.status < 500
    if (!isRefusal || !(await hasResponse(wave, unit, receipt))) throw problem
  }
  return { receipt }
}

async function store(submission: Checked): Promise<void> {
  const wave = await recallWave(submission.wave)
  const check = () => checkSubmission(wave, submission)
  const row = wave.compiled.checker === 'survey' ? await takeTurn(check) : check()
  const isStored = await insertByEntry(wave, row, submission)
  if (!isStored) throw await refusal(wave, submission)
}

function insertByEntry(wave: RecalledWave, row: ResponseRow, { visitCode }: Checked): Promise<Stored> {
  if (row.entry === 'visit-code')
    return insertCodedResponse(row, requireCodeHash(visitCode ?? '', codeFacts(wave)))
  return insertResponse(row)
}

function checkSubmission(wave: RecalledWave, submission: Checked): ResponseRow {
  const { form, language, receipt } = submission
  if (form !== undefined && form !== wave.formName)
    throw problems.wrongVersion({ sent: form, expected: wave.formName })
  const day = requireTaking(wave, submission.answeredOn)
  const unit = requireUnit(wave, submission.unit)
  const collection = requireCollection(wave, submission)
  refusePaper(collection)
  const village = requireVillage(collection.entry, unit, submission.cluster)
  const { answers, faults } = checkAnswers(wave.compiled, submission.answers)
  if (faults.length > 0) throw problems.invalidAnswers({ faults })
  return {
    unitId: unit.id,
    waveId: wave.id,
    receipt,
    formId: wave.formId,
    day,
    ...collection,
    batch: '',
    language,
    cluster: village?.code ?? '',
    stratum: village?.stratum ?? '',
    weight: village?.weight ?? 1,
    answers,
    coded: codeAnswers(wave.compiled, answers),
  }
}

/** Why the database took nothing: code unknown or used, wave closed meanwhile, or sent before (see submitAnswers). */
async function refusal(stale: RecalledWave, submission: Checked) {
  const { wave, unit, visitCode, answeredOn } = submission
  if (visitCode) {
    const facts = codeFacts(stale)
    await requireUsableCode(requireCodeHash(visitCode, facts), facts, { waveId: wave, unitId: unit })
  }
  forgetWave(wave)
  const fresh = await recallWave(wave)
  requireTaking(fresh, answeredOn)
  return problems.waveClosed({ closedAt: fresh.closesAt })
}
