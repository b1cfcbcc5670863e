// The report on a frozen round, ready for a writer: the very figures of the frozen result, of one revision.
import { z } from 'zod'
import { allow, type MaybeActor, visibleUnits } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { loadRoundResult } from '#lib/flows/load-round-result'
import { problems } from '#lib/problem'
import { officeOf } from '#lib/reports/office-of'
import type { Report } from '#lib/reports/report'
import { roundReport } from '#lib/reports/round-report'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  round: z.string().max(60),
  revision: z.coerce.number().int().min(1).optional(),
  language: z.enum(['vi', 'en']).default('vi'),
})

/**
 * The appraising unit issues it; a commune officer gets an extract with the own unit, issued by that unit. Throws notFound
 * for a round that was never frozen, or an unknown revision.
 */
export async function reportRound(actor: MaybeActor, input: z.input<typeof shape>): Promise<Report> {
  const reader = allow(actor, 'rounds.read', actor?.unitId)
  const { round: id, revision, language } = requireShape(shape, input)
  const result = await loadRoundResult(actor, { id, ...(revision ? { revision } : {}) })
  const numbers = result.revisions.map(({ number }) => number).filter((one) => one <= result.revision.number)
  const earlier = await Promise.all(
    numbers.slice(0, -1).map((number) => loadRoundResult(actor, { id, revision: number })),
  )
  const revisions = [...earlier, result].map(({ revision, differences }) => ({ ...revision, differences }))
  const isExtract = visibleUnits(reader, 'rounds.read') !== null
  const [own] = result.units
  if (!own) throw problems.notAllowed({ action: 'rounds.read' })
  const { appraiser } = result
  const [issuer, parent] = isExtract ? [own, appraiser] : [appraiser, appraiser.parent]
  await insertReadEvent(reader, { action: 'report-round', subject: `${id} #${result.revision.number}` })
  return roundReport(
    { ...result, revisions, isExtract },
    officeOf(issuer, parent, { symbol: 'BC-UBND', day: '', language }),
    language,
  )
}
