import { describe, expect, it } from 'vitest'
import { database } from '#lib/db/client'
import { translateError } from '#lib/db/translate-error'
import { sqlState } from '#lib/sql-state'
import { makeUnit, makeUser } from '../support/make'

const subject = { what: 'tài khoản', id: 'an' }
const insertUser = `insert into "User" (id, login, name, "passwordHash", role) values (gen_random_uuid(), 'an', 'An', '-', 'admin')`

describe('a refusal of the database becomes a problem', () => {
  it('when a unique key is taken, through Prisma', async () => {
    await makeUser({ role: 'admin', login: 'an' })
    const again = makeUser({ role: 'admin', login: 'an' }).catch(translateError(subject))
    await expect(again).rejects.toMatchObject({ code: 'already_exists', status: 409, details: subject })
  })

  it('when a unique key is taken, through raw SQL', async () => {
    await database().pool.query(insertUser)
    const again = database().pool.query(insertUser).catch(translateError(subject))
    await expect(again).rejects.toMatchObject({ code: 'already_exists' })
  })

  it('when a row is still referred to, through Prisma and through raw SQL', async () => {
    const unit = await makeUnit()
    await makeUser({ role: 'commune', unitId: unit.id })
    await makeUnit({ parentId: unit.id })
    const byPrisma = database()
      .prisma.unitLineage.create({ data: { fromId: unit.id, toId: 'nowhere', isWhole: true } })
      .catch(translateError(subject))
    await expect(byPrisma).rejects.toMatchObject({ code: 'in_use', status: 409 })
    const bySql = database()
      .pool.query(`insert into "UnitLineage" values ($1, 'nowhere', true)`, [unit.id])
      .catch(translateError(subject))
    await expect(bySql).rejects.toMatchObject({ code: 'in_use' })
  })

  it('when the database cannot be reached', async () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    expect(() => translateError(subject)(refused)).toThrow(/database_down/)
  })

  it('and any other error passes as it is', () => {
    const bug = new TypeError('x is not a function')
    expect(() => translateError(subject)(bug)).toThrow(bug)
    expect(sqlState(bug)).toBeNull()
  })
})
