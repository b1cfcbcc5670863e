// Who is told that units are behind. The addresses of the officers are sealed like those of contacts.
import { database } from '#lib/db/client'
import { openText, seal } from '#lib/secrecy/sealed-field'

/** How the addresses are bound to their row. */
export const alertPurpose = 'lateUnitAlert.recipients'

export type Alert = { daysBefore: number; recipients: string }

/** `recipients`: e-mail addresses parted by commas, or empty. */
export async function findAlert(waveId: string): Promise<Alert | null> {
  const row = await database().prisma.lateUnitAlert.findUnique({ where: { waveId } })
  if (!row) return null
  return {
    daysBefore: row.daysBefore,
    recipients: row.recipients ? openText(alertPurpose, waveId, row.recipients) : '',
  }
}

export async function saveAlert(waveId: string, { daysBefore, recipients }: Alert): Promise<void> {
  const data = { daysBefore, recipients: recipients ? seal(alertPurpose, waveId, recipients) : null }
  const { lateUnitAlert } = database().prisma
  await lateUnitAlert.upsert({ where: { waveId }, create: { waveId, ...data }, update: data })
}

/** Waves that close within their days, have somebody to tell, and have not been told about on that day. */
export async function listDueAlerts(now: Date, today: string): Promise<string[]> {
  const { rows } = await database().pool.query<{ waveId: string }>(
    `select a."waveId" from "LateUnitAlert" a join "Wave" w on w.id = a."waveId"
     where a.recipients is not null and w."cancelledAt" is null and w."opensAt" <= $1 and w."closesAt" > $1
       and w."closesAt" <= $1::timestamptz + a."daysBefore" * interval '1 day'
       and (a."lastSentOn" is null or a."lastSentOn" < $2)`,
    [now, today],
  )
  return rows.map(({ waveId }) => waveId)
}

export async function noteAlert(waveId: string, today: string): Promise<void> {
  await database().prisma.lateUnitAlert.update({ where: { waveId }, data: { lastSentOn: new Date(today) } })
}
