import { expect, it } from 'vitest'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { database } from '#lib/db/client'
import { settle } from '#lib/env'
import { createVisitCodes } from '#lib/flows/create-visit-codes'
import { frontDoorServer } from '../support/front-door-server'
import { makeActor, makeWave } from '../support/make'

settle({ AUTH_SECRET: 'a secret for tests that is long enough' })
const at = frontDoorServer()
const type = (code: string) =>
  fetch(at('/v'), { method: 'POST', body: new URLSearchParams({ code }).toString(), redirect: 'manual' })

async function makeCode(entries: string[]) {
  const wave = await makeWave({ entries })
  const unit = wave.units[0]!.unitId
  const today = dayInVietNam(new Date())
  const batch = { wave: wave.id, unit, count: 20, validFrom: today, validTo: today }
  const { codes } = await createVisitCodes(makeActor({ role: 'district' }), batch)
  return { wave: wave.id, unit, code: codes[0]! }
}

it('leads from a typed code to its form, with place and role', async () => {
  expect(await (await fetch(at('/v'))).text()).toContain('inputmode=numeric')
  const { wave, unit, code } = await makeCode(['visit-code'])
  const reply = await type(`${code.slice(0, 4)} ${code.slice(4)}`)
  expect(reply.status).toBe(303)
  const location = `/s/${wave}?u=${unit}&p=desk&r=desk-officer&v=${code}`
  expect(reply.headers.get('location')).toBe(location)
  const form = await fetch(at(location))
  expect([form.status, form.headers.get('cache-control')]).toEqual([200, 'no-store'])
})

it('keeps what was typed when it is wrong, escaped, with a sentence', async () => {
  const reply = await type('12"34')
  expect(reply.status).toBe(422)
  const page = await reply.text()
  expect(page).toContain('value="12&quot;34"')
  expect(page).toContain('12 chữ số')
})

it('offers the open form beside a code that does not work, where the wave has one', async () => {
  const open = await makeCode(['visit-code', 'open'])
  const closed = await makeCode(['visit-code'])
  const page = async ({ wave, unit }: typeof open) =>
    (await fetch(at(`/s/${wave}?u=${unit}&v=000000000000`))).text()
  expect(await page(open)).toContain(`href="?u=${open.unit}"`)
  expect(await page(closed)).not.toContain(`href="?u=${closed.unit}"`)
  expect(await page(closed)).toContain('href="/v"')
})

it('says that a code has expired or was taken back, and keeps it in the field', async () => {
  const { code } = await makeCode(['visit-code'])
  const batches = database().prisma.visitBatch
  const days = { validFrom: new Date('2020-01-01'), validTo: new Date('2020-01-31') }
  await batches.updateMany({ data: days })
  const expired = await type(code)
  expect(expired.status).toBe(409)
  const page = await expired.text()
  expect(page).toContain('hết hạn từ sau ngày 31/01/2020')
  expect(page).toContain(`value="${code}"`)
  await batches.updateMany({ data: { validTo: new Date('2099-01-01'), revokedOn: new Date('2020-02-01') } })
  expect(await (await type(code)).text()).toContain('đã được nơi phát thu hồi')
})

it('gives a device that types codes its number, and stops answering its guesses, not those of others', async () => {
  const guess = (device: string) =>
    fetch(at('/v'), {
      method: 'POST',
      body: new URLSearchParams({ code: '000000005724' }).toString(),
      headers: { cookie: `device=${device}` },
    })
  expect((await type('1')).headers.get('set-cookie')).toMatch(/^device=[\w-]{22};/)
  const [busy, other] = ['a'.repeat(22), 'b'.repeat(22)]
  for (let number = 0; number < 20; number++) expect((await guess(busy)).status).toBe(403)
  expect((await guess(busy)).status).toBe(429)
  expect((await guess(other)).status).toBe(403)
})

it('stops answering guesses of an address that nobody needs so many of', async () => {
  const statuses = new Set<number>()
  for (let number = 0; number < 600; number++) statuses.add((await type('000000005724')).status)
  expect([...statuses]).toEqual([403, 429])
})
