// One contest for its officers: who has taken part where, how the answers turned out, the draw. The figures of the answers are no
// measurement, because people chose themselves; they are shown after closing only, because whoever watches them grow knows how the last one
// did, and from the smallest group on that any figure needs.
import { allow, type MaybeActor } from '#lib/access'
import { contestStatus } from '#lib/contests/contest-times'
import { entryCount } from '#lib/contests/entry-count'
import { type ScoreBin, scoreBins } from '#lib/contests/score-bins'
import type { CountRange } from '#lib/count-range'
import { countEntries } from '#lib/db/contest-entries'
import { countParticipants, readContestAnswers } from '#lib/db/contests'
import { findKnownContest } from '#lib/flows/find-known-contest'
import { findSmallestGroup } from '#lib/flows/find-smallest-group'
import { type PublicContest, toPublic } from '#lib/flows/load-public-contest'
import { recallWave } from '#lib/flows/recall-wave'
import type { CompiledForm } from '#lib/surveys/compile-form'
import { markAnswers } from '#lib/surveys/mark-answers'
import type { LocalText } from '#lib/surveys/variable'

/** `share` of those who were asked had it right; null while too few were. */
export type QuestionShare = {
  key: string
  title: LocalText
  row?: LocalText
  asked: number
  share: number | null
}

export type LoadedContest = PublicContest & {
  form: { name: string; title: LocalText }
  graceDays: number
  entryDays: number
  keepDays: number
  units: { id: string; name: string; nameEn: string; participants: number }[]
  participants: number
  /** In the draw; in tens while it can be entered. */
  entries: CountRange
  /** Answers still come in: their figures are not shown yet. */
  isRunning: boolean
  /** Names and telephone numbers still kept, rounded down to tens while the draw can be entered. */
  kept: number
  smallestGroup: number
  bins: ScoreBin[]
  questions: QuestionShare[]
}

/** Throws unknownContest. */
export async function loadContest(actor: MaybeActor, { id }: { id: string }): Promise<LoadedContest> {
  allow(actor, 'contests.read')
  const contest = await findKnownContest(id)
  const [counts, kept, smallestGroup, { compiled }] = await Promise.all([
    countParticipants(contest.id),
    countEntries(contest.id),
    findSmallestGroup(),
    recallWave(contest.id),
  ])
  const status = contestStatus(contest)
  const isRunning = status === 'planned' || status === 'open'
  const { scores, questions } = isRunning ? nothingYet : await countMarks(contest.id, compiled)
  const { form, graceDays, entryDays, keepDays, units, draw } = contest
  return {
    ...toPublic(contest),
    form: { name: form.name, title: form.file.title },
    graceDays,
    entryDays,
    keepDays,
    units: units.map((unit) => ({ ...unit, participants: counts.get(unit.id) ?? 0 })),
    participants: [...counts.values()].reduce((sum, count) => sum + count, 0),
    entries: entryCount(draw?.numbers.length ?? kept, status),
    isRunning,
    kept: entryCount(kept, status).from,
    smallestGroup,
    bins: scoreBins(scores, smallestGroup),
    questions: questions.map(({ right, asked, ...question }) => ({
      ...question,
      asked,
      share: asked >= smallestGroup ? right / asked : null,
    })),
  }
}

const nothingYet: Awaited<ReturnType<typeof countMarks>> = { scores: [], questions: [] }

type Counted = Omit<QuestionShare, 'share'> & { right: number }

/** People by number of right answers, and how often each question was right. */
async function countMarks(
  id: string,
  compiled: CompiledForm,
): Promise<{ scores: number[]; questions: Counted[] }> {
  const scores: number[] = []
  const questions = new Map<string, Counted>()
  for await (const batch of readContestAnswers(id))
    for (const answers of batch) {
      const { right, of, marks } = markAnswers(compiled, answers)
      while (scores.length <= of) scores.push(0)
      scores[right]!++
      for (const { question, row, isRight } of marks) {
        const key = row === undefined ? question.name : `${question.name}.${row}`
        const label = question.kind === 'matrix' && question.rows.find(({ name }) => name === row)?.label
        const counted = questions.get(key) ?? {
          key,
          title: question.title,
          ...(label ? { row: label } : {}),
          asked: 0,
          right: 0,
        }
        counted.asked++
        if (isRight) counted.right++
        questions.set(key, counted)
      }
    }
  return { scores, questions: [...questions.values()] }
}
