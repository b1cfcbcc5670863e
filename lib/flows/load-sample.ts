// The answers of one wave as scoring sees them, counted up to this moment: the first step of every flow that shows results.
// Units in which fewer invited people answered than the smallest group are left out of totals, too.
import { allow, type MaybeActor } from '#lib/access'
import { findMeasuredWave, type MeasuredWave } from '#lib/db/measured-waves'
import { listTallies } from '#lib/db/tallies'
import { findSmallestGroup } from '#lib/flows/find-smallest-group'
import { loadDrawnPeople } from '#lib/flows/load-drawn-people'
import { refreshTallies } from '#lib/flows/refresh-tallies'
import { problems } from '#lib/problem'
import { chooseTallies } from '#lib/scoring/choose-tallies'
import { formLayout } from '#lib/scoring/form-layout'
import { makeSample, type Sample } from '#lib/scoring/sample'
import { withoutSmallUnits } from '#lib/scoring/without-small-units'
import { type EntryChoice, reportedEntry } from '#lib/surveys/collection'

export type MeasuredSample = { wave: MeasuredWave; sample: Sample }

/**
 * The wave and its answers: those that stand for it (see reportedEntry), or those asked for. Throws unknownWave.
 * Which units a person may see is decided by whoever shows them.
 */
export async function loadSample(
  actor: MaybeActor,
  input: { wave: string; entry?: EntryChoice },
): Promise<MeasuredSample> {
  allow(actor, 'results.read', actor?.unitId)
  const wave = await findMeasuredWave(input.wave)
  if (!wave) throw problems.unknownWave({ wave: input.wave })
  await refreshTallies(actor, input)
  const { slug, version } = wave.form
  const entry = input.entry ?? reportedEntry(wave)
  const layout = formLayout(wave.form)
  const least = wave.audience === 'delegates' ? await findSmallestGroup() : 1
  const people = await loadDrawnPeople(wave, layout, least)
  const { design, tallies } = chooseTallies(
    people?.tallies ?? withoutSmallUnits(await listTallies(wave.id), least),
    entry,
    wave.design,
  )
  const head = { wave: wave.id, form: { slug, version }, entry, design, layout, groups: people?.groups }
  return { wave, sample: makeSample(head, tallies) }
}
