// Takes the sample data out again, and nothing else: whatever is not marked isSample stays. The database's own triggers
// let answers and releases go only with a sample wave. The line in the audit log keeps the next start from seeding again.
import type { Actor } from '#lib/access'
import { auditRow } from '#lib/db/audit'
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'

/** Removes sample waves with their answers, links and releases, sample rounds and sample accounts. */
export async function deleteSampleData(actor: Actor | null): Promise<{ responses: number }> {
  return database().prisma.$transaction(
    async (transaction) => {
      const ofSample = { wave: { isSample: true } }
      await transaction.release.deleteMany({ where: ofSample })
      const { count } = await transaction.response.deleteMany({ where: { waveUnit: ofSample } })
      await transaction.paperBatch.deleteMany({ where: { waveUnit: ofSample } })
      await transaction.ledgerHead.deleteMany({ where: ofSample })
      await transaction.ledgerNode.deleteMany({ where: ofSample })
      await transaction.ledgerLeaf.deleteMany({ where: ofSample })
      await transaction.ballot.deleteMany({ where: { group: { waveUnit: ofSample } } })
      await deleteSampleCampaigns(transaction)
      await deleteSampleContests(transaction)
      await transaction.wave.deleteMany({ where: { isSample: true } })
      await deleteSampleContacts(transaction)
      await deleteSampleRounds(transaction)
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

/** Sample plans, activities, reports on periods, roll-outs and studies. */
async function deleteSampleCampaigns(transaction: Prisma.TransactionClient) {
  const isSample = { where: { isSample: true } }
  await transaction.effectStudy.deleteMany(isSample)
  await transaction.rollout.deleteMany(isSample)
  await transaction.periodReportEvent.deleteMany({ where: { report: { isSample: true } } })
  await transaction.periodReport.deleteMany(isSample)
  await deleteFilesOfSampleActivities(transaction)
  await transaction.activity.deleteMany(isSample)
  await transaction.campaignPlanEvent.deleteMany({ where: { plan: { isSample: true } } })
  await transaction.campaignPlan.deleteMany(isSample)
}

/** From the innermost table outwards: each trigger asks whether the contest's wave is a sample. */
async function deleteSampleContests(transaction: Prisma.TransactionClient) {
  const ofSample = { wave: { isSample: true } }
  await transaction.contestPass.deleteMany({ where: { draw: { contest: ofSample } } })
  await transaction.contestDraw.deleteMany({ where: { contest: ofSample } })
  await transaction.contestEntry.deleteMany({ where: { contest: ofSample } })
  await transaction.contest.deleteMany({ where: ofSample })
}

/** Real officers may have added files to sample activities: they go with them. */
async function deleteFilesOfSampleActivities(transaction: Prisma.TransactionClient) {
  await transaction.$executeRaw`
    delete from "EvidencePart" p using "EvidenceFile" f, "Activity" a
    where f."unitId" = p."unitId" and f.id = p."fileId" and a."unitId" = f."unitId" and a.id = f."activityId"
      and a."isSample"`
  await transaction.$executeRaw`
    delete from "EvidenceFile" f using "Activity" a
    where a."unitId" = f."unitId" and a.id = f."activityId" and a."isSample"`
}

/** Sample lists with their people, requests and draws. */
async function deleteSampleContacts(transaction: Prisma.TransactionClient) {
  const ofSample = { list: { isSample: true } }
  await transaction.drawnContact.deleteMany({ where: { draw: ofSample } })
  await transaction.sampleDraw.deleteMany({ where: ofSample })
  await transaction.contact.deleteMany({ where: ofSample })
  await transaction.contactList.deleteMany({ where: { isSample: true } })
  await transaction.villageDraw.deleteMany({ where: { isSample: true } })
}

/** From the innermost table outwards: each trigger asks whether the round it belongs to is a sample. */
async function deleteSampleRounds(transaction: Prisma.TransactionClient) {
  const ofSample = { round: { isSample: true } }
  await transaction.evidencePart.deleteMany({ where: { file: { unit: ofSample } } })
  await transaction.evidenceFile.deleteMany({ where: { unit: ofSample } })
  await transaction.roundEvent.deleteMany({ where: { unit: ofSample } })
  await transaction.roundRevision.deleteMany({ where: ofSample })
  await transaction.roundUnit.deleteMany({ where: ofSample })
  await transaction.round.deleteMany({ where: { isSample: true } })
}
