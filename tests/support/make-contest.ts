// A contest for tests, on the published form reform-contest v1, and people who have answered it.
import { randomUUID } from 'node:crypto'
import { database } from '#lib/db/client'
import { createContest } from '#lib/flows/create-contest'
import { forgetWave } from '#lib/flows/recall-wave'
import { submitAnswers } from '#lib/flows/submit-answers'
import { makeActor, makeUnit } from './make'

let counter = 0

type Given = {
  units?: string[]
  threshold?: number
  prizes?: { name: string; count: number }[]
  isClosed?: boolean
  keepDays?: number
  form?: string
}

/** An open contest whose draw can be entered until it closes. `isClosed` takes its closing back to yesterday. */
export async function makeContest(given: Given = {}): Promise<{ id: string; unit: string }> {
  const units = given.units ?? [(await makeUnit()).id]
  const { id } = await createContest(makeActor({ role: 'admin' }), {
    title: `Thi thử số ${++counter}`,
    id: `thi-thu-${counter}`,
    form: given.form ?? 'reform-contest.v1',
    owner: units[0]!,
    units,
    opensAt: '2020-01-01T00:00',
    closesAt: '2099-01-01T00:00',
    threshold: given.threshold ?? 0,
    entryDays: 0,
    keepDays: given.keepDays ?? 60,
    prizes: given.prizes ?? [{ name: 'Giải nhất', count: 1 }],
  })
  if (given.isClosed) await closeContest(id)
  return { id, unit: units[0]! }
}

export async function closeContest(id: string): Promise<void> {
  await database().prisma.wave.update({
    where: { id },
    data: { closesAt: new Date(Date.now() - 24 * 3600 * 1000) },
  })
  forgetWave(id)
}

/** All right: twelve of twelve. */
export const rightAnswers = {
  age_band: 3,
  programme: 2,
  areas_count: 7,
  areas: [1, 3, 4],
  sipas: 3,
  appointment: 1,
  post: 2,
  extra_papers: 3,
  field_report: 2,
  statements: { report: 1, gift: 2, survey: 1 },
  digital: 1,
}

/** Two of twelve are wrong. */
export const tenRight = { ...rightAnswers, programme: 1, areas: [1, 3] }

/** Sends answers to a contest; returns what is asked for their marks. */
export async function answerContest(contest: { id: string; unit: string }, answers: object = rightAnswers) {
  const { receipt } = await submitAnswers(null, {
    wave: contest.id,
    unit: contest.unit,
    receipt: randomUUID(),
    answers,
  })
  return { wave: contest.id, receipt, answers }
}
