// Only an administrator removes the sample data, and only they go.
import { expect, test } from 'vitest'
import { database } from '#lib/db/client'
import { removeSampleData } from '#lib/flows/remove-sample-data'
import { makeActor, makeResponse, makeUser, makeWave } from '../support/make'

test('an administrator removes sample waves, answers and accounts; real ones stay; the audit log says who', async () => {
  const real = await makeWave()
  const sample = await makeWave({ isSample: true })
  await makeResponse(real)
  await makeResponse(sample)
  await makeUser({ role: 'viewer', isSample: true })
  const administrator = makeActor({ role: 'admin' })
  expect(await removeSampleData(administrator)).toEqual({ responses: 1 })
  const { prisma } = database()
  expect(await prisma.wave.findMany({ select: { id: true } })).toEqual([{ id: real.id }])
  expect(await prisma.response.count()).toBe(1)
  expect(await prisma.user.count()).toBe(0)
  expect(await prisma.auditEvent.findMany()).toMatchObject([
    { action: 'remove-sample-data', actorId: administrator.userId, details: { responses: 1 } },
  ])
})

test.each(['district', 'commune', 'analyst', 'viewer'] as const)('a %s may not', async (role) => {
  await makeWave({ isSample: true })
  await expect(removeSampleData(makeActor({ role }))).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(removeSampleData(null)).rejects.toMatchObject({ code: 'sign_in_required' })
  expect(await database().prisma.wave.count()).toBe(1)
})
