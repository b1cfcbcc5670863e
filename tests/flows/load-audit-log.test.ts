import { describe, expect, it } from 'vitest'
import { insertAuditEvent } from '#lib/db/audit'
import { database } from '#lib/db/client'
import { loadAuditLog } from '#lib/flows/load-audit-log'
import { makeActor, makeUser } from '../support/make'

const admin = makeActor({ role: 'admin' })

describe('loadAuditLog', () => {
  it('turns the pages from the newest to the oldest line without losing one', async () => {
    for (let i = 0; i < 120; i++) await insertAuditEvent(null, { action: 'work', subject: String(i) })
    const seen: string[] = []
    let before: string | undefined
    do {
      const page = await loadAuditLog(admin, { before })
      seen.push(...page.lines.map(({ subject }) => subject))
      before = page.next ?? undefined
    } while (before)
    expect(seen).toEqual(Array.from({ length: 120 }, (_, i) => String(119 - i)))
  })

  it('names who acted, and can show one kind of action only', async () => {
    const user = await makeUser({ role: 'district', login: 'an', name: 'Nguyễn An' })
    await insertAuditEvent({ userId: user.id }, { action: 'one' })
    await insertAuditEvent(null, { action: 'two' })
    const { lines, next } = await loadAuditLog(admin, { action: 'one' })
    expect(lines).toMatchObject([{ action: 'one', actorName: 'Nguyễn An (an)' }])
    expect(next).toBeNull()
  })

  it('refuses a page mark that is none', async () => {
    await expect(loadAuditLog(admin, { before: "1' or 1=1" })).rejects.toMatchObject({
      code: 'invalid_input',
    })
  })
})

describe('the audit log', () => {
  it('can only grow: the database itself refuses to change or remove a line', async () => {
    await insertAuditEvent(null, { action: 'work' })
    const { auditEvent } = database().prisma
    await expect(auditEvent.updateMany({ data: { action: 'other' } })).rejects.toThrow()
    await expect(auditEvent.deleteMany()).rejects.toThrow()
    expect(await auditEvent.count()).toBe(1)
  })
})
