// Who may write to invited people and who looks after the jobs: lines of access-table.ts.
import { randomUUID } from 'node:crypto'
import { loadJobs } from '#lib/flows/load-jobs'
import { settleDeadLetter } from '#lib/flows/settle-dead-letter'
import { Problem } from '#lib/problem'
import { admins, type Line } from './access-line'

/** Lets a refusal of rights through, and takes "there is none" for a yes: nobody has left a dead letter here. */
const mayBeGone = (problem: unknown) => {
  if (!(problem instanceof Problem) || problem.code !== 'unknown_job') throw problem
}

export const accessOfMessages: Record<string, Line> = {
  'load-jobs': { may: admins, run: (actor) => loadJobs(actor) },
  'settle-dead-letter': {
    may: admins,
    run: (actor) =>
      settleDeadLetter(actor, { lane: 'mail', job: randomUUID(), what: 'retry' }).catch(mayBeGone),
  },
}
