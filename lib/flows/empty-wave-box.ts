// Empties the box of a cancelled wave: nobody will ever count its ballots, so nobody keeps them, and what could tie them to
// invitations goes with them. Their leaves stay in the public log: a receipt still proves that the ballot had been taken.
import { insertAuditEvent } from '#lib/db/audit'
import { emptyBox } from '#lib/db/open-box'
import { clearBoxes } from '#lib/flows/clear-boxes'
import { logAnswers } from '#lib/flows/log-answers'
import { forgetWave } from '#lib/flows/recall-wave'

/** Does nothing unless the wave was cancelled with a box that is not empty yet. */
export async function emptyWaveBox(wave: string): Promise<void> {
  await logAnswers(null, { wave })
  const emptied = await emptyBox(wave, new Date())
  if (!emptied) return
  forgetWave(wave)
  await insertAuditEvent(null, { action: 'empty-box', subject: wave, details: emptied })
  await clearBoxes()
}
