// A lane for tests and the way to wait for what it does.
import type { Lane } from '#lib/jobs/lane'
import { type LaneRunner, runLanes } from '#lib/jobs/run-lanes'

/** A lane with short times; `run` and whatever matters to the test is given. */
export function makeLane(given: Partial<Lane> & Pick<Lane, 'run'>): Lane {
  const title = { vi: 'Thử', en: 'Trial' }
  return {
    name: 'trial',
    title,
    concurrency: 1,
    retries: 0,
    backoffSeconds: 1,
    timeLimitSeconds: 30,
    ...given,
  }
}

/** Runs lanes while `act` works; what nobody expected is returned. */
export async function withLanes(
  lanes: Lane[],
  act: (runner: LaneRunner) => Promise<void>,
): Promise<unknown[]> {
  const troubles: unknown[] = []
  const runner = await runLanes(lanes, { pollMs: 50, onTrouble: (error) => void troubles.push(error) })
  try {
    await act(runner)
  } finally {
    await runner.stop(100)
  }
  return troubles
}

/** Looks until `question` has an answer. The test's own time limit ends it otherwise. */
export async function until<Answer>(
  question: () => Promise<Answer | null | undefined | false>,
): Promise<Answer> {
  for (;;) {
    const answer = await question()
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
