// What somebody sees after sending answers to a contest: which were right, what is right and why, and a ticket to the prize draw.
// Nothing of this exists before sending, and the answers have to be sent along: a receipt alone, which others may have seen, shows
// nothing. What is marked is what is stored, so sending other answers under the same receipt finds out nothing.
import { z } from 'zod'
import type { MaybeActor } from '#lib/access'
import { canonicalJson } from '#lib/canonical-json'
import { takesEntries } from '#lib/contests/contest-times'
import { makeTicket } from '#lib/contests/ticket'
import { findAnswerFacts } from '#lib/db/answer-facts'
import { findKnownContest } from '#lib/flows/find-known-contest'
import { type DrawFacts, drawFacts } from '#lib/flows/load-draw-facts'
import { recallWave } from '#lib/flows/recall-wave'
import { takeTurn } from '#lib/flows/take-turn'
import { problems } from '#lib/problem'
import { checkAnswers } from '#lib/surveys/check-answers'
import { markAnswers } from '#lib/surveys/mark-answers'
import { type MarkedLine, markedLines } from '#lib/surveys/marked-lines'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  wave: z.string().max(60),
  receipt: z.uuid().toLowerCase(),
  answers: z.custom<Record<string, unknown>>(
    (raw) => typeof raw === 'object' && raw !== null && !Array.isArray(raw),
  ),
})

export type LoadedMarks = DrawFacts & {
  receipt: string
  right: number
  of: number
  lines: MarkedLine[]
  /** Null when too few answers are right, or the draw takes nobody any more. */
  ticket: string | null
}

/** Throws unknownContest, unknownWave, invalidInput, marksNotYours. */
export async function loadMarks(_anybody: MaybeActor, input: unknown): Promise<LoadedMarks> {
  const { wave: id, receipt, answers } = requireShape(shape, input)
  const contest = await findKnownContest(id)
  const { compiled, file } = await recallWave(id)
  const stored = await findAnswerFacts(id, receipt)
  const check = () => checkAnswers(compiled, answers).answers
  const sent = compiled.checker === 'survey' ? await takeTurn(check) : check()
  if (!stored || canonicalJson(stored.answers) !== canonicalJson(sent)) throw problems.marksNotYours({})
  const marks = markAnswers(compiled, sent)
  const mayEnter = marks.right >= contest.threshold && takesEntries(contest)
  return {
    ...drawFacts(contest),
    receipt,
    right: marks.right,
    of: marks.of,
    lines: markedLines(marks, file.quiz?.explanations ?? {}),
    ticket: mayEnter ? makeTicket(id) : null,
  }
}
