// An officer hands in a file of unsent answers for an enumerator whose device found no network. Every answer goes the way
// of POST /api/answers, with the same checks and the same receipt: importing twice stores once, and the device, once it
// is online again, is told "stored". Nothing of an answer is shown, only what has become of each receipt.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { hasResponse } from '#lib/db/has-response'
import { submitAnswers } from '#lib/flows/submit-answers'
import { officerPrivateKey, officerPublicKey } from '#lib/officer-key'
import { type Fault, Problem, problems, type Sentence } from '#lib/problem'
import { type AnswerFile, openAnswerFile } from '#lib/surveys/answer-file'
import { requireShape } from '#lib/user-input'

const mostAnswers = 5000
const shape = z.object({ file: z.string().max(3_000_000) })
const fileShape = z.object({
  kind: z.literal('thuoc-do-answers'),
  version: z.literal(1),
  officerKey: z.string(),
  count: z.number(),
  ephemeralKey: z.string(),
  iv: z.string(),
  sealed: z.string(),
})

export type ImportedAnswer = {
  receipt: string
  wave: string
  outcome: 'stored' | 'stored-before' | 'refused'
  /** Why it was refused; names questions, never answers. */
  reason?: Sentence
}

/** One line for every answer of the file. Throws invalidInput for a file that is none, is damaged or is not for us. */
export async function importAnswers(
  actor: MaybeActor,
  input: z.input<typeof shape>,
): Promise<ImportedAnswer[]> {
  const officer = allow(actor, 'answers.import')
  const submissions = await openFile(requireShape(shape, input).file)
  const rows: ImportedAnswer[] = []
  for (const submission of submissions) rows.push(await importOne(submission))
  const count = (outcome: ImportedAnswer['outcome']) => rows.filter((row) => row.outcome === outcome).length
  const details = { stored: count('stored'), before: count('stored-before'), refused: count('refused') }
  await insertAuditEvent(officer, { action: 'import-answers', details })
  return rows
}

async function openFile(text: string): Promise<unknown[]> {
  const file = parseFile(text)
  if (!file)
    throw refuse(
      'no_answer_file',
      'Đây không phải tệp phiếu xuất từ máy thu phiếu.',
      'This is no file of answers.',
    )
  const key = await officerPrivateKey()
  if (!key || file.officerKey !== officerPublicKey())
    throw refuse(
      'other_server',
      'Tệp này được mã hóa cho một máy chủ khác hoặc khóa đã thay đổi.',
      'This file is sealed for another server, or the key has changed.',
    )
  const submissions = await openAnswerFile(file, key).catch(() => null)
  if (!Array.isArray(submissions) || submissions.length > mostAnswers)
    throw refuse(
      'damaged_file',
      'Tệp bị hỏng hoặc bị sửa. Hãy xuất lại từ máy thu phiếu.',
      'The file is damaged or was changed. Save it again on the device.',
    )
  return submissions
}

function parseFile(text: string): AnswerFile | null {
  try {
    return fileShape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

function refuse(code: string, vi: string, en: string): Problem {
  const fault: Fault = { question: 'file', code, vi, en }
  return problems.invalidInput({ faults: [fault] })
}

async function importOne(submission: unknown): Promise<ImportedAnswer> {
  const { wave, unit, receipt } = named(submission)
  const line = { receipt, wave }
  try {
    const isThere = await hasResponse(wave, unit, receipt).catch(() => false)
    await submitAnswers(null, submission)
    return { ...line, outcome: isThere ? 'stored-before' : 'stored' }
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status >= 500) throw problem
    return { ...line, outcome: 'refused', reason: problem.sentence }
  }
}

function named(submission: unknown): { wave: string; unit: string; receipt: string } {
  const { wave, unit, receipt } = (submission ?? {}) as Record<string, unknown>
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 60) : '')
  return { wave: text(wave), unit: text(unit), receipt: text(receipt) }
}
