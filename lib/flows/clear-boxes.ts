// Clears the database's files of how boxes filled that are open by now: part of opening them, and work of the lane that opens
// them, because a server that is killed in between, or a backup that is running, must only put it off.
import { insertAuditEvent } from '#lib/db/audit'
import { clearBallotFiles } from '#lib/db/clear-ballot-files'
import { listUnclearedBoxes, markBoxesCleared } from '#lib/db/open-box'

/** Returns the waves whose traces are gone now; none while somebody reads with an old view of the data. */
export async function clearBoxes(): Promise<string[]> {
  const waves = await listUnclearedBoxes()
  if (waves.length === 0) return []
  const clearing = await clearBallotFiles()
  if (clearing === 'busy') return []
  const cleared = await markBoxesCleared(waves, new Date())
  for (const wave of cleared)
    await insertAuditEvent(null, { action: 'clear-box', subject: wave, details: clearing })
  return cleared
}
