// An officer releases the results of a wave to the public: the cells are computed once more, what few people said is
// hidden, and the rest is frozen, with the heads of the public logs. Later answers, later corrections and later code change nothing of it.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { allow, type MaybeActor } from '#lib/access'
import { insertAuditEvent } from '#lib/db/audit'
import { listLastHeads } from '#lib/db/ledger'
import { insertRelease } from '#lib/db/releases'
import { loadChange } from '#lib/flows/load-change'
import { loadIndexData } from '#lib/flows/load-index-data'
import { loadResults, resultsShape } from '#lib/flows/load-results'
import { discloseCells } from '#lib/scoring/disclose-cells'
import { describeSource } from '#lib/scoring/score-units'
import { requireShape } from '#lib/user-input'

const says = (vi: string, en: string) => ({ error: JSON.stringify({ vi, en }) })

/** No choice of answers here: what is released are those that stand for the wave (see reportedEntry). */
const shape = resultsShape.omit({ entry: true }).extend({
  baseline: z.string().max(80).optional(),
  title: z
    .string()
    .trim()
    .min(
      5,
      says(
        'Hãy đặt tên cho bản công bố (ít nhất 5 ký tự).',
        'Give the release a title (at least 5 letters).',
      ),
    )
    .max(200, says('Tên dài tối đa 200 ký tự.', 'The title may have at most 200 characters.')),
  isConfirmed: z.literal(
    true,
    says(
      'Hãy xác nhận đã kiểm tra số liệu: bản công bố không sửa được, chỉ thu hồi được.',
      'Confirm that you have checked the figures: a release cannot be changed, only withdrawn.',
    ),
  ),
})

/** Freezes and publishes; returns the id of the release. Throws notFound, unknownWave, invalidInput. */
export async function releaseResults(actor: MaybeActor, input: z.input<typeof shape>): Promise<string> {
  const officer = allow(actor, 'releases.write')
  const { title, index, wave, baseline } = requireShape(shape, input)
  const data = await loadIndexData(actor, { index, wave })
  const results = await loadResults(actor, { index, wave })
  const change = baseline ? await loadChange(actor, { index, wave, baseline }) : null
  const units = new Map([...results.units, ...(change?.named ?? [])].map((unit) => [unit.id, unit]))
  const levels = discloseCells(results.cells, results.total, data.index)
  const id = `${index.replace('.', '-')}-${wave}-${randomBytes(3).toString('hex')}`
  await insertRelease({
    id,
    indexId: data.indexId,
    waveId: wave,
    baselineId: baseline ?? null,
    title,
    cells: [...levels, ...discloseCells(change?.cells ?? [], results.total, data.index, levels)],
    units: [...units.values()],
    heads: await listLastHeads(
      [results.wave, ...results.companions, ...(change ? [change.baseline] : [])].map((one) => one.id),
    ),
    method: describeSource(data),
    releasedBy: officer.name,
  })
  await insertAuditEvent(officer, { action: 'release-results', subject: id, details: { index, wave, title } })
  return id
}
