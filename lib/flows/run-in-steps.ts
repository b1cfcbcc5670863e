// Long computations share their process with everybody who answers. Between steps they let others go first.
import { setImmediate as breathe } from 'node:timers/promises'

/** So long (ms) nobody else is kept waiting, unless a single step takes longer. */
const longest = 20

/** Runs the steps to their end and returns what they return. */
export async function runInSteps<Result>(steps: Generator<void, Result>): Promise<Result> {
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since < longest) continue
    await breathe()
    since = performance.now()
  }
}
