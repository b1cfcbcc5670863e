// An officer hands in a file of unsent answers for an enumerator whose device found no network. Every answer goes the way
// of POST /api/answers, with the same checks and the same receipt: importing twice stores once, and the device, once it
// is online again, is told "stored". Nothing of an answer is shown, only what has become of each receipt. Nobody can read
// or change what is in the file, so the rated unit may carry it, too; answers about other units are left to others.
import { z } from 'zod'
import { type Actor, allow, isAllowed, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { hasResponse } from '#lib/db/has-response'
import { loadWave } from '#lib/flows/load-wave'
import { submitAnswers } from '#lib/flows/submit-answers'
import { fileFaults, parseAnswerFile } from '#lib/imports/parse-answer-file'
import { officerPrivateKey, officerPublicKey } from '#lib/officer-key'
import { type Fault, Problem, problems, type Sentence } from '#lib/problem'
import { openAnswerFile } from '#lib/surveys/answer-file'
import { requireShape } from '#lib/user-input'

/** A day of a busy team; what is larger comes as several files. */
const mostAnswers = 5000
const atOnce = 16
const shape = z.object({ wave: z.string().max(60), file: z.string().max(20_000_000) })

export type ImportedAnswer = {
  receipt: string
  outcome: 'stored' | 'stored-before' | 'refused'
  /** Why it was refused; names questions, never answers. */
  reason?: Sentence
}
type Place = { wave: string; unit: string; receipt: string }

/**
 * One line for every answer of the file, in its order. Throws unknownWave; invalidInput for a file that is none, is
 * damaged, is sealed for another server or has answers of other waves only.
 */
export async function importAnswers(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<ImportedAnswer[]> {
  const officer = allow(actor, 'answers.import', actor?.unitId)
  const { wave, file } = requireShape(shape, input)
  await loadWave(officer, { id: wave })
  const submissions = await openFile(file)
  const others = [...new Set(submissions.map((one) => placeOf(one).wave))].filter((id) => id !== wave)
  const isOfOthersOnly = others.length > 0 && submissions.every((one) => placeOf(one).wave !== wave)
  if (isOfOthersOnly) throw problems.invalidInput({ faults: [otherWaves(others)] })
  const rows: ImportedAnswer[] = []
  for (let from = 0; from < submissions.length; from += atOnce) {
    const some = submissions.slice(from, from + atOnce)
    rows.push(...(await Promise.all(some.map((one) => importOne(officer, wave, one)))))
  }
  const count = (outcome: ImportedAnswer['outcome']) => rows.filter((row) => row.outcome === outcome).length
  const details = { stored: count('stored'), before: count('stored-before'), refused: count('refused') }
  await insertAuditEvent(officer, { action: 'import-answers', subject: wave, details })
  return rows
}

async function openFile(text: string): Promise<unknown[]> {
  const key = await officerPrivateKey()
  const parsed = parseAnswerFile(text, officerPublicKey() ?? '')
  if ('fault' in parsed) throw problems.invalidInput({ faults: [parsed.fault] })
  const submissions = key && (await openAnswerFile(parsed.file, key).catch(() => null))
  if (!Array.isArray(submissions) || submissions.length !== parsed.file.count)
    throw problems.invalidInput({ faults: [fileFaults.damaged] })
  if (submissions.length > mostAnswers) throw problems.invalidInput({ faults: [tooMany(submissions.length)] })
  return submissions
}

async function importOne(officer: Actor, wave: string, submission: unknown): Promise<ImportedAnswer> {
  const place = placeOf(submission)
  const { receipt } = place
  const refused = (reason: Sentence): ImportedAnswer => ({ receipt, outcome: 'refused', reason })
  if (place.wave !== wave) return refused(ofAnotherWave(place.wave))
  if (!isAllowed(officer, 'answers.import', place.unit)) return refused(ofAnotherUnit)
  try {
    const isThere = await hasResponse(wave, place.unit, receipt).catch(() => false)
    await submitAnswers(null, submission)
    return { receipt, outcome: isThere ? 'stored-before' : 'stored' }
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status >= 500) throw problem
    return refused(reasonOf(problem))
  }
}

/** The words of an author beside a question can repeat what was answered: questions are named by their names only. */
function reasonOf({ code, sentence, details }: Problem): Sentence {
  if (code !== 'invalid_answers') return sentence
  const names = [...new Set((details.faults as Fault[]).map(({ question }) => question))].join(', ')
  return {
    vi: `Có câu trả lời không hợp lệ: ${names}.`,
    en: `These questions are not answered validly: ${names}.`,
  }
}

function placeOf(submission: unknown): Place {
  const { wave, unit, receipt } = (submission ?? {}) as Record<string, unknown>
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 60) : '')
  return { wave: text(wave), unit: text(unit), receipt: text(receipt) }
}

const ofAnotherWave = (wave: string): Sentence => ({
  vi: `Phiếu của đợt “${wave}”: hãy nhập tệp này cả ở trang của đợt đó.`,
  en: `An answer of wave “${wave}”: import this file on the page of that wave, too.`,
})

const ofAnotherUnit: Sentence = {
  vi: 'Phiếu của đơn vị khác: hãy chuyển tệp cho cán bộ đơn vị đó hoặc cán bộ huyện.',
  en: 'An answer about another unit: hand the file to its officer or to a district officer.',
}

const otherWaves = (waves: string[]): Fault => ({
  question: 'file',
  code: 'other_wave',
  vi: `Mọi phiếu trong tệp thuộc đợt khác (${waves.join(', ')}). Hãy nhập ở trang của đợt đó; chưa có gì được ghi.`,
  en: `All answers of this file belong to other waves (${waves.join(', ')}). Import it there; nothing was stored.`,
})

const tooMany = (count: number): Fault => ({
  question: 'file',
  code: 'too_many_answers',
  vi: `Tệp có ${count} phiếu; mỗi tệp tối đa ${mostAnswers}. Hãy xuất lại sau khi máy gửi được bớt phiếu.`,
  en: `The file has ${count} answers; a file may have ${mostAnswers}. Save it again once the device has sent some.`,
})
