// The work of the lane "late-units": shortly before a wave closes, officers who asked for it are told once a day which units
// are behind. Counts of units only, never people.
import { shownProgress } from '#lib/ballots/ballot-progress'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { listBallotGroups } from '#lib/db/ballot-groups'
import { findAlert, listDueAlerts, noteAlert } from '#lib/db/late-unit-alerts'
import { findWave } from '#lib/db/waves'
import { findSendingHours, findSmtp } from '#lib/flows/find-message-access'
import { htmlOfText } from '#lib/messages/html-of-text'
import { publicAddress } from '#lib/messages/invitation-address'
import { lateUnits } from '#lib/messages/late-units'
import { sendMail } from '#lib/messages/send-mail'
import { isSendingTime } from '#lib/messages/sending-hours'
import type { SmtpAccess } from '#lib/messages/smtp-settings'
import { ofUnit } from '#lib/messages/unit-progress'
import { problems } from '#lib/problem'

/** Throws messageNotTaken when the mail server does not take it: tried again. */
export async function warnLateUnits(now: Date = new Date()): Promise<void> {
  const smtp = await findSmtp()
  if (!smtp || !isSendingTime(now, await findSendingHours())) return
  const today = dayInVietNam(now)
  for (const waveId of await listDueAlerts(now, today)) {
    await warn(smtp, waveId, now)
    await noteAlert(waveId, today)
  }
}

async function warn(smtp: SmtpAccess, waveId: string, now: Date) {
  const [wave, groups, alert] = await Promise.all([
    findWave(waveId),
    listBallotGroups(waveId, null),
    findAlert(waveId),
  ])
  if (!wave || !alert?.recipients) return
  const shown = groups.map(shownProgress)
  const units = wave.units.map(({ id: unitId, name, target }) => ({
    unitId,
    name,
    target,
    ...ofUnit(unitId, shown),
  }))
  const late = new Set(lateUnits(units, wave.closesAt, alert.daysBefore, now))
  if (late.size === 0) return
  const lines = units
    .filter(({ unitId }) => late.has(unitId))
    .map(({ name, issued, target }) => `${name}: ${issued.from}–${issued.to} / ${target}`)
  const text = [
    `Đợt “${wave.title}” sắp đóng. Các đơn vị còn thấp hơn chỉ tiêu (lời mời đã dùng / chỉ tiêu):`,
    lines.join('\n'),
    `“${wave.titleEn}” closes soon. These units are below their target (invitations used / target).`,
    `${publicAddress()}/waves/${waveId}/invitations`,
  ].join('\n\n')
  for (const to of alert.recipients.split(',')) {
    const messageId = `<late-${waveId}-${dayInVietNam(now)}@${new URL(publicAddress()).hostname}>`
    const subject = `Đơn vị chậm tiến độ: ${wave.title}`
    const outcome = await sendMail(smtp, { to, subject, text, html: htmlOfText(text, 'vi'), messageId })
    if (outcome.status === 'later') throw problems.messageNotTaken({ code: outcome.code })
  }
}
