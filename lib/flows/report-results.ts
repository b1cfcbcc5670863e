// The report on an index in a wave, ready for a writer: the very cells of the results page.
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertReadEvent } from '#lib/db/audit'
import { listLastHeads } from '#lib/db/ledger'
import { listUnits } from '#lib/db/units'
import { loadChange } from '#lib/flows/load-change'
import { loadResults } from '#lib/flows/load-results'
import { officeOf } from '#lib/reports/office-of'
import type { Report } from '#lib/reports/report'
import { resultsReport } from '#lib/reports/results-report'
import { requireShape } from '#lib/user-input'

const shape = z.object({
  index: z.string().max(80),
  wave: z.string().max(80),
  /** An earlier wave to compare with; empty: none. */
  baseline: z.string().max(80).default(''),
  language: z.enum(['vi', 'en']).default('vi'),
})

/** A commune officer's report has the own unit only. Throws notFound, unknownWave. */
export async function reportResults(actor: MaybeActor, input: z.input<typeof shape>): Promise<Report> {
  const reader = allow(actor, 'results.read', actor?.unitId)
  const { index, wave, baseline, language } = requireShape(shape, input)
  const results = await loadResults(actor, { index, wave })
  const change = baseline ? await loadChange(actor, { index, wave, baseline }) : null
  const units = await listUnits()
  const issuerId = reader.unitId ?? results.total
  const issuer = units.find(({ id }) => id === issuerId) ?? results.units.at(-1)!
  const parent = units.find(({ id }) => id === units.find((unit) => unit.id === issuerId)?.parentId) ?? null
  await insertReadEvent(reader, { action: 'report-results', subject: `${index} ${wave}` })
  const waves = [results.wave, ...results.companions, ...(change ? [change.baseline] : [])]
  const heads = await listLastHeads(waves.map(({ id }) => id))
  return resultsReport(
    { ...results, heads },
    officeOf(issuer, parent, { symbol: 'BC-UBND', day: '', language }),
    language,
    change,
  )
}
