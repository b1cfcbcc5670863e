// Who may write to invited people and who looks after the jobs: lines of access-table.ts.
import { randomUUID } from 'node:crypto'
import { insertMailing } from '#lib/db/mailings'
import { settle } from '#lib/env'
import { cancelMailing } from '#lib/flows/cancel-mailing'
import { exportInvitations } from '#lib/flows/export-invitations'
import { loadInvitations } from '#lib/flows/load-invitations'
import { loadJobs } from '#lib/flows/load-jobs'
import { loadLetters } from '#lib/flows/load-letters'
import { loadMailSettings } from '#lib/flows/load-mail-settings'
import { loadMessageWords } from '#lib/flows/load-message-words'
import { planMailing } from '#lib/flows/plan-mailing'
import { saveLateAlert } from '#lib/flows/save-late-alert'
import { saveSendingHours } from '#lib/flows/save-mail-settings'
import { saveMessageWords } from '#lib/flows/save-message-words'
import { sendTestMail } from '#lib/flows/send-test-mail'
import { settleDeadLetter } from '#lib/flows/settle-dead-letter'
import { stopMessages } from '#lib/flows/stop-messages'
import { takeBounce } from '#lib/flows/take-bounce'
import { defaultTemplate } from '#lib/messages/default-templates'
import { optOutCode } from '#lib/messages/opt-out-code'
import { Problem } from '#lib/problem'
import { ownUnit } from '../support/access-scene'
import { makeInvitedWave } from '../support/make-invited-wave'
import { admins, everybody, type Line, officers } from './access-line'

/** Lets a refusal of rights through, and takes these other problems for a yes: what is asked about is not there. */
const orNot =
  (...codes: string[]) =>
  (problem: unknown) => {
    if (!(problem instanceof Problem) || !codes.includes(problem.code)) throw problem
  }

async function wave(): Promise<string> {
  return (await makeInvitedWave({ units: [ownUnit], people: 1 })).wave.id
}

export const accessOfMessages: Record<string, Line> = {
  'load-jobs': { may: admins, run: (actor) => loadJobs(actor) },
  'settle-dead-letter': {
    may: admins,
    run: (actor) =>
      settleDeadLetter(actor, { lane: 'mail', job: randomUUID(), what: 'retry' }).catch(orNot('unknown_job')),
  },
  'load-mail-settings': { may: admins, run: (actor) => loadMailSettings(actor) },
  'save-mail-settings': {
    may: admins,
    run: (actor) => saveSendingHours(actor, { from: 7, to: 20, weekdaysOnly: false }),
  },
  'send-test-mail': {
    may: admins,
    run: (actor) => sendTestMail(actor, { to: 'thu@example.vn' }).catch(orNot('mail_not_set')),
  },
  'load-invitations': {
    may: officers,
    run: async (actor) => loadInvitations(actor, { wave: await wave() }),
  },
  'load-message-words': {
    may: officers,
    run: async (actor) => loadMessageWords(actor, { wave: await wave() }),
  },
  'save-message-words': {
    may: officers,
    run: async (actor) => {
      const texts = defaultTemplate('reminder', 'email')
      return saveMessageWords(actor, { wave: await wave(), kind: 'reminder', channel: 'email', texts })
    },
  },
  'plan-mailing': {
    may: officers,
    run: async (actor) => {
      settle({ SMTP_URL: 'smtp://localhost:1?from=a@example.vn' })
      const mailing = { kind: 'invitation', channel: 'email', day: '2098-01-06', hour: 9 } as const
      return planMailing(actor, { wave: await wave(), ...mailing })
    },
  },
  'cancel-mailing': {
    may: officers,
    run: async (actor) => {
      const waveId = await wave()
      const when = { plannedFor: new Date(), createdBy: 'test', templateId: null }
      const mailing = await insertMailing({ waveId, kind: 'reminder', channel: 'email', ...when })
      return cancelMailing(actor, { wave: waveId, mailing })
    },
  },
  'load-letters': {
    may: officers,
    sensitiveRead: officers,
    run: async (actor) => loadLetters(actor, { wave: await wave() }),
  },
  'export-invitations': {
    may: officers,
    sensitiveRead: officers,
    run: async (actor) => exportInvitations(actor, { wave: await wave() }),
  },
  'take-bounce': {
    may: officers,
    run: async (actor) =>
      takeBounce(actor, { wave: await wave(), source: 'no bounce' }).catch(orNot('bounce_unread')),
  },
  'save-late-alert': {
    may: officers,
    run: async (actor) => saveLateAlert(actor, { wave: await wave(), daysBefore: 3, recipients: '' }),
  },
  'stop-messages': {
    may: everybody,
    run: async (actor) => {
      const { invited } = await makeInvitedWave({ units: [ownUnit], people: 1 })
      return stopMessages(actor, { code: optOutCode(invited[0]!.contactId) })
    },
  },
}
