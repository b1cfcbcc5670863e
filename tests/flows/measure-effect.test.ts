// One result for the same data, another one as soon as anything in them differs.
import { expect, it } from 'vitest'
import { simulateDistrict } from '#lib/effects/simulated-district'
import { studyEffect } from '#lib/effects/study-effect'
import type { StudyInput } from '#lib/effects/study-input'
import { measureEffect } from '#lib/flows/measure-effect'
import { staggeredDistrict } from '../effects/district-plans'

const made = (seed = 1) => simulateDistrict({ ...staggeredDistrict, seed }).input

it('computes once for the same data, however often and at the same time they are read', async () => {
  const [first, second] = await Promise.all([measureEffect(made()), measureEffect(made())])
  expect(second).toBe(first)
  expect(await measureEffect(made())).toBe(first)
  expect(first).toEqual(studyEffect(made()))
})

it.each<[string, (input: StudyInput) => void]>([
  ['one answer', ({ waves }) => ((waves[2]!.answers.codes.know_digital as number[])[7] = 99)],
  ['one weight', ({ waves }) => (waves[0]!.answers.weight[0] = 1.5)],
  ['the village of one person', ({ waves }) => (waves[1]!.answers.cluster[3] = 'other')],
  ['one cost', ({ costs }) => (costs[0]!.cost += 1)],
  ['the day of declaration', (input) => (input.declaredOn = null)],
  ['the start of a commune', ({ communes }) => (communes[0]!.since = null)],
])('computes anew when %s differs', async (_, change) => {
  const known = await measureEffect(made())
  const other = made()
  change(other)
  expect(await measureEffect(other)).not.toBe(known)
})

it('forgets the oldest results, and computes them again', async () => {
  const first = await measureEffect(made(100))
  for (let seed = 101; seed < 113; seed++) await measureEffect(made(seed))
  const again = await measureEffect(made(100))
  expect(again).not.toBe(first)
  expect(again).toEqual(first)
})
