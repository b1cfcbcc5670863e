// Forms that only a SurveyModel can judge cost many milliseconds each, during which this process answers nobody else. They
// are judged one after the other with pauses as long as the work, so that a flood on such a form leaves half of the time
// to all others; and what would wait too long is told to come back.
import { setTimeout as pause } from 'node:timers/promises'
import { problems } from '#lib/problem'

const mostWaiting = 50
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** Runs heavy work when its turn comes. Throws tooManyRequests when too much waits already. */
export async function takeTurn<Result>(work: () => Result): Promise<Result> {
  if (waiting >= mostWaiting) throw problems.tooManyRequests({ retryAfterSeconds: 10 })
  waiting++
  const turn = last.then(() => {
    const start = performance.now()
    const result = work()
    return { result, took: performance.now() - start }
  })
  last = turn.then(
    ({ took }) => pause(Math.min(took, 500)),
    () => {},
  )
  try {
    return (await turn).result
  } finally {
    waiting--
  }
}
