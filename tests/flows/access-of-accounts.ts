// Who may sign in with a password, look after the own account and after those of others: lines of access-table.ts. Second
// factors, passkeys and single sign-on stand in access-of-sign-in.ts.
import { randomUUID } from 'node:crypto'
import { database } from '#lib/db/client'
import { env } from '#lib/env'
import { changeOwnPassword } from '#lib/flows/change-own-password'
import { changeUser } from '#lib/flows/change-user'
import { createFirstAdmin } from '#lib/flows/create-first-admin'
import { createUser } from '#lib/flows/create-user'
import { exportAuditLog } from '#lib/flows/export-audit-log'
import { listOwnSessions } from '#lib/flows/list-own-sessions'
import { listUsers } from '#lib/flows/list-users'
import { loadAuditLog } from '#lib/flows/load-audit-log'
import { loadOwnUnit } from '#lib/flows/load-own-unit'
import { loadSampleLogins } from '#lib/flows/load-sample-logins'
import { removeSampleData } from '#lib/flows/remove-sample-data'
import { resetPassword } from '#lib/flows/reset-password'
import { revokeOwnSessions } from '#lib/flows/revoke-own-sessions'
import { signIn } from '#lib/flows/sign-in'
import { signOut } from '#lib/flows/sign-out'
import { samplePassword } from '#lib/sample-logins'
import { setupCode } from '#lib/setup-code'
import { makeUser } from '../support/make'
import { admins, everybody, type Line, withDelegates } from './access-line'

const someone = () => makeUser({ role: 'viewer', login: `someone-${randomUUID()}` })

export const accessOfAccounts: Record<string, Line> = {
  'load-sample-logins': { may: everybody, run: (actor) => loadSampleLogins(actor, { address: '127.0.0.1' }) },
  'sign-in': {
    may: everybody,
    run: (actor, { users }) =>
      signIn(actor, { login: users.viewer.login, password: samplePassword, address: '127.0.0.1' }),
  },
  'sign-out': { may: everybody, run: (actor) => signOut(actor, { sessionId: randomUUID() }) },
  'create-first-admin': {
    may: everybody,
    run: async (actor) => {
      await database().prisma.user.deleteMany({ where: { role: 'admin', isSample: false } })
      const code = setupCode(env().AUTH_SECRET!)
      const person = { name: 'Quản trị', login: 'first-admin', password: 'một câu thật dài' }
      return createFirstAdmin(actor, { ...person, code, address: '127.0.0.1' })
    },
  },
  'load-own-unit': { may: withDelegates, run: (actor) => loadOwnUnit(actor) },
  'list-own-sessions': { may: withDelegates, run: (actor) => listOwnSessions(actor) },
  'revoke-own-sessions': { may: withDelegates, run: (actor) => revokeOwnSessions(actor, {}) },
  'change-own-password': {
    may: withDelegates,
    run: (actor) =>
      changeOwnPassword(actor, {
        oldPassword: samplePassword,
        newPassword: 'một câu khác cũng dài',
        repeatedPassword: 'một câu khác cũng dài',
      }),
  },
  'list-users': { may: admins, sensitiveRead: admins, run: (actor) => listUsers(actor) },
  'create-user': {
    may: admins,
    run: (actor) =>
      createUser(actor, { login: `u${randomUUID().slice(0, 8)}`, name: 'Người mới', role: 'viewer' }),
  },
  'change-user': {
    may: admins,
    run: async (actor) => {
      const { id } = await someone()
      return changeUser(actor, { id, name: 'Tên khác', role: 'analyst', isDisabled: true })
    },
  },
  'reset-password': { may: admins, run: async (actor) => resetPassword(actor, { id: (await someone()).id }) },
  'export-audit-log': { may: admins, sensitiveRead: admins, run: (actor) => exportAuditLog(actor, {}) },
  'load-audit-log': { may: admins, sensitiveRead: admins, run: (actor) => loadAuditLog(actor, {}) },
  'remove-sample-data': { may: admins, run: (actor) => removeSampleData(actor) },
}
