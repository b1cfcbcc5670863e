// Takes the sample data out again, and nothing else: whatever is not marked isSample stays. The database's own triggers
// let answers and releases go only with a sample wave. The line in the audit log keeps the next start from seeding again.
import type { Actor } from '#lib/access'
import { auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'

/** Removes sample waves with their answers, links and releases, sample figures and sample accounts. */
export async function deleteSampleData(actor: Actor | null): Promise<{ responses: number }> {
  return database().prisma.$transaction(
    async (transaction) => {
      const ofSample = { wave: { isSample: true } }
      await transaction.release.deleteMany({ where: ofSample })
      const { count } = await transaction.response.deleteMany({ where: { waveUnit: ofSample } })
      await transaction.paperBatch.deleteMany({ where: { waveUnit: ofSample } })
      await transaction.wave.deleteMany({ where: { isSample: true } })
      await transaction.enteredScore.deleteMany({ where: { isSample: true } })
      await transaction.translation.deleteMany({ where: { isSample: true } })
      await transaction.user.deleteMany({ where: { isSample: true } })
      const details = { responses: count }
      await transaction.auditEvent.create({
        data: auditRow(actor, { action: 'remove-sample-data', details }),
      })
      return details
    },
    { timeout: 60_000 },
  )
}
