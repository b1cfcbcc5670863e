// A flood on a form that is dear to judge: in order, with room for others, refused beyond a limit.
import { setImmediate as breathe } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { takeTurn } from '#lib/flows/take-turn'

it('does heavy work in order, lets others run in between, and refuses what would wait too long', async () => {
  const done: (number | string)[] = []
  const turns = Array.from({ length: 50 }, (_, number) => takeTurn(() => done.push(number)))
  const tooMuch = takeTurn(() => done.push('too much'))
  await expect(tooMuch).rejects.toMatchObject({ code: 'too_many_requests', status: 429 })
  const other = breathe().then(() => done.push('other'))
  await Promise.all([...turns, other])
  expect(done.filter((one) => typeof one === 'number')).toEqual(Array.from({ length: 50 }, (_, at) => at))
  expect(done.indexOf('other')).toBeLessThan(50)
  expect(done).not.toContain('too much')
})

it('goes on after work that failed', async () => {
  const broken = takeTurn(() => {
    throw new Error('broken')
  })
  await expect(broken).rejects.toThrow('broken')
  expect(await takeTurn(() => 'fine')).toBe('fine')
})
