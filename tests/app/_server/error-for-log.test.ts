// What errors of real libraries say about what they were given, and that the log keeps none of it.
import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { errorForLog } from '../../../app/_server/error-for-log'
import { makeWave } from '../../support/make'

const secret = 'Nguyễn Thị Bí Mật 0912345678'

const thrownBy = (work: () => unknown): Promise<Error> =>
  Promise.resolve()
    .then(work)
    .then(
      () => Promise.reject(new Error('nothing was thrown')),
      (error) => error,
    )

/** All that an error says, its own members too. */
const all = (error: Error) =>
  JSON.stringify({ ...error, message: error.message, stack: error.stack, cause: String(error.cause) })

describe('the log of an error', () => {
  it('has none of the values that databases and parsers repeat', async () => {
    const { prisma, pool } = database()
    const wave = await makeWave()
    const id = wave.units[0]!.unitId
    await pool.query(`create table "Kept" (name text check (length(name) < 5))`)
    const errors = await Promise.all([
      thrownBy(() => pool.query('insert into "Kept" values ($1)', [secret])),
      thrownBy(() => pool.query('select $1::int', [secret])),
      thrownBy(() => prisma.unit.create({ data: { id, name: secret, code: 5 } as never })),
      thrownBy(() => prisma.$queryRaw`select ${secret}::int`),
      thrownBy(() => JSON.parse('Bí Mật')),
      thrownBy(() => new URL(secret)),
    ])
    for (const error of errors) {
      expect(all(error), error.name).toContain('Bí')
      const kept = errorForLog(error)
      expect(JSON.stringify(kept)).not.toMatch(/Bí|Mật|0912/)
      expect(kept.kind).toBe(error.constructor.name)
    }
    expect(errorForLog(errors[0]).facts).toMatchObject({ code: '23514', table: 'Kept' })
    expect(errorForLog(errors[1]).facts).toMatchObject({ code: '22P02' })
  })

  it('says where it was thrown, also for causes and what came together', () => {
    const inner = new RangeError(`${secret}\n    at ${secret} (x.ts:1:1)`)
    const outer = Object.assign(new AggregateError([inner], secret, { cause: inner }), {
      answers: { q: secret },
      code: secret,
    })
    const kept = errorForLog(outer)
    expect(JSON.stringify(kept)).not.toMatch(/Bí|Mật|0912/)
    expect(kept.places[0]).toContain('error-for-log.test.ts')
    expect(kept.cause).toMatchObject({ kind: 'RangeError' })
    expect(kept.cause!.places[0]).toContain('error-for-log.test.ts')
    expect(kept.errors).toHaveLength(1)
  })

  it('survives what is no error', () => {
    const ring: { cause?: unknown } = {}
    ring.cause = ring
    for (const thrown of [null, undefined, secret, 7, {}, ring, Object.create(null)])
      expect(JSON.stringify(errorForLog(thrown))).not.toMatch(/Bí|Mật|0912/)
  })
})
