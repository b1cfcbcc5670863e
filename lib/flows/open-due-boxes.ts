// Opens every box whose wave has closed, and empties those of cancelled waves: work of a lane, so that no officer has to
// remember, and none can wait for a better hour.
import { insertAuditEvent } from '#lib/db/audit'
import { listCancelledBoxes, listDueBoxes } from '#lib/db/open-box'
import { clearBoxes } from '#lib/flows/clear-boxes'
import { emptyWaveBox } from '#lib/flows/empty-wave-box'
import { openWaveBox } from '#lib/flows/open-box'

/** Returns the ids of the waves whose boxes were opened. */
export async function openDueBoxes(): Promise<string[]> {
  const opened: string[] = []
  for (const wave of await listDueBoxes(new Date())) {
    const box = await openWaveBox(wave)
    if (!box) continue
    opened.push(wave)
    await insertAuditEvent(null, { action: 'open-box', subject: wave, details: box })
  }
  for (const wave of await listCancelledBoxes(new Date())) await emptyWaveBox(wave)
  await clearBoxes() // of what an earlier opening had to put off
  return opened
}
