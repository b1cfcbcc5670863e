// From what an address asks for to what there is: a choice that does not fit any more gives way to the nearest that does.
import type { ResultChoices } from '#lib/flows/list-result-choices'
import { type EntryChoice, entryChoices, reportedEntry } from '#lib/surveys/collection'
import { type ResultQuery, type Tab, tabs } from './result-query'

/**
 * The chosen index, wave and baseline with what else could be chosen; null when there is nothing to show. The latest
 * sampled wave is the first choice: an open one describes only its answers. `entry`: the answers asked for, undefined for
 * those that stand for the wave (`reported`).
 */
export function chooseResults({ indexes, waves }: ResultChoices, query: ResultQuery) {
  const withWaves = (index: (typeof indexes)[number]) =>
    waves.filter((wave) => index.forms.includes(wave.form))
  const asked = indexes.find((index) => index.name === query.index)
  const index = asked ?? indexes.find((one) => withWaves(one).length > 0) ?? indexes[0]
  if (!index) return null
  const own = withWaves(index)
  const sampled = own.find((one) => one.design !== 'none')
  const wave = own.find((one) => one.id === query.wave) ?? sampled ?? own[0]
  if (!wave) return null
  const baselines = own.filter((one) => one.form === wave.form && one.id !== wave.id)
  const baseline = baselines.find((one) => one.id === query.baseline)
  const reported = reportedEntry(wave)
  const entry = choicesOf(wave).find((one) => one === query.entry && one !== reported)
  const tab: Tab = tabs.find((one) => one === query.tab) ?? 'overview'
  return { index, wave, baseline, waves: own, baselines, tab, entry, reported, entries: choicesOf(wave) }
}

/** Which answers can be chosen; a wave that takes one kind only has nothing to choose. */
function choicesOf({ entries }: ResultChoices['waves'][number]): EntryChoice[] {
  return entries.length > 1 ? entryChoices.filter((one) => one === 'all' || entries.includes(one)) : []
}
