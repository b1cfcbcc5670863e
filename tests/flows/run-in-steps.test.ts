// A computation of half a second, in steps: others are served meanwhile.
import { setImmediate as breathe } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { runInSteps } from '#lib/flows/run-in-steps'

function* work(steps: number, done: string[]): Generator<void, string> {
  for (let step = 0; step < steps; step++) {
    const until = performance.now() + 5
    while (performance.now() < until);
    done.push(`step ${step}`)
    yield
  }
  return 'finished'
}

it('lets others go between steps and returns the result', async () => {
  const done: string[] = []
  const long = runInSteps(work(40, done))
  const other = breathe().then(() => done.push('other'))
  expect(await long).toBe('finished')
  await other
  expect(done.indexOf('other')).toBeLessThan(40)
  expect(done.filter((one) => one !== 'other')).toEqual(Array.from({ length: 40 }, (_, at) => `step ${at}`))
})

it('passes on what a step throws', async () => {
  // biome-ignore lint/correctness/useYield: it breaks before its first step is over
  function* broken(): Generator<void, never> {
    throw new Error('broken')
  }
  await expect(runInSteps(broken())).rejects.toThrow('broken')
})
