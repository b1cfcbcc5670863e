// The budget of bytes, for every page that a citizen can meet: a first view in one round trip (14 kB), a visit of 60 kB with
// the script, the worker for offline use and a font where there is one. The page of SurveyJS has a budget of its own.
import { expect, it } from 'vitest'
import { settle } from '#lib/env'
import { citizenVisits, icons, proofVisit, weigh } from '../support/citizen-visits'
import { frontDoorServer } from '../support/front-door-server'

settle({ AUTH_SECRET: 'a secret for tests that is long enough' })
const at = frontDoorServer()

const budgets = {
  light: { firstView: 14_000, visit: 60_000 },
  surveyjs: { firstView: 14_000, visit: 540_000 },
}

it('every page of a citizen keeps to its budget, compressed with gzip', async () => {
  const proof = await proofVisit()
  const over: string[] = []
  const look = async (visit: Awaited<ReturnType<typeof citizenVisits>>[number]) => {
    const weight = await weigh(at, visit, 'gzip')
    const budget = budgets[visit.renderer]
    expect(weight.firstView, visit.page).toBeGreaterThan(500)
    expect(weight.visit, visit.page).toBeGreaterThan(weight.firstView + 10_000)
    if (visit.renderer === 'surveyjs') expect(weight.visit).toBeGreaterThan(budgets.light.visit)
    for (const part of ['firstView', 'visit'] as const)
      if (weight[part] > budget[part]) over.push(`${visit.page}: ${part} ${weight[part]} > ${budget[part]}`)
  }
  await look(proof.visit)
  await proof.end()
  for (const visit of await citizenVisits()) await look(visit)
  expect(over).toEqual([])
})

it('the icons of the installed page weigh less than 20 kB', async () => {
  const sizes = await Promise.all(
    icons.map(async (icon) => (await (await fetch(at(icon))).arrayBuffer()).byteLength),
  )
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(20_000)
})
