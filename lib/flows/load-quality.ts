// How the answers of a wave came in and whether it makes a difference: the index of a wave for each mode, place, collector
// and right to answer, and the questions that people leave without an opinion. A commune officer sees the own unit, the
// others all units together.
import type { z } from 'zod'
import { type MaybeActor, visibleUnits } from '#lib/access'
import { listLateTallies } from '#lib/db/late-answers'
import type { MeasuredWave } from '#lib/db/measured-waves'
import { listTallies } from '#lib/db/tallies'
import type { IndexFile } from '#lib/definitions/index-file'
import { loadDrawnPeople } from '#lib/flows/load-drawn-people'
import { type IndexData, loadIndexData, type UnitName } from '#lib/flows/load-index-data'
import { resultsShape } from '#lib/flows/load-results'
import type { Cell } from '#lib/scoring/cell'
import { chooseTallies } from '#lib/scoring/choose-tallies'
import { makeSample, type Sample, type Tally } from '#lib/scoring/sample'
import { scoreCells } from '#lib/scoring/score-cells'
import { describeSource, scoreUnits } from '#lib/scoring/score-units'
import { countSilence, type Silence } from '#lib/scoring/silence'
import { splitLate } from '#lib/scoring/split-late'
import { splitTallies, type TallyGroup } from '#lib/scoring/split-tallies'
import { makeCounter } from '#lib/scoring/tally-layout'
import { collectionFields, type EntryChoice } from '#lib/surveys/collection'
import { requireShape } from '#lib/user-input'

export type Group = {
  /** Answers that came in that way. */
  answers: number
  /** The index from these answers alone; its criterion is "mode=kiosk". */
  cell: Cell
}

/** How answers came in, and when: before the closing or in the days of grace (empty when nothing came late). */
export const qualityFields = [...collectionFields, 'late'] as const
export type QualityField = (typeof qualityFields)[number]

export type Quality = {
  index: IndexFile
  wave: MeasuredWave
  entry: EntryChoice
  /** Whose answers these are: one unit, or all together. */
  unit: UnitName
  groups: Record<QualityField, Group[]>
  silence: Silence[]
}

/** Throws notFound, unknownWave. */
export async function loadQuality(actor: MaybeActor, input: z.input<typeof resultsShape>): Promise<Quality> {
  const shown = visibleUnits(actor, 'results.read')
  const data = await loadIndexData(actor, requireShape(resultsShape, input))
  const { index, wave, entry } = data
  const sample = data.samples.get(wave.form.slug)
  const units = wave.units.filter(({ id }) => !shown || shown.includes(id))
  const unit = shown ? (units[0] ?? { id: '', name: '', nameEn: '' }) : data.total
  const members = new Set(units.map(({ id }) => id))
  const people = sample && (await loadDrawnPeople(wave, sample.layout))
  const counted = people?.tallies ?? (await listTallies(wave.id))
  const tallies = counted.filter((tally) => members.has(tally.unit))
  const late = sample
    ? await listLateTallies(wave.id, { ...sample.layout, count: makeCounter(sample.layout) })
    : []
  const groups = Object.fromEntries(
    qualityFields.map((field) => [
      field,
      sample ? splitByField(tallies, field, entry).map((group) => scored(group, data, unit, members)) : [],
    ]),
  ) as Quality['groups']
  const villages = sample?.clusters.filter((cluster) => members.has(cluster.unit)) ?? []
  const variables = sample?.layout.variables.filter(({ variable }) => isJudged(variable)) ?? []
  const silence = countSilence(variables, villages, index.minimum.answers)
  return { index, wave, entry, unit, groups, silence }

  /** Within the right to answer that is shown; the rights themselves are compared with each other, each with its design. */
  function splitByField(all: Tally[], field: QualityField, choice: EntryChoice) {
    const chosen = field === 'entry' ? all : chooseTallies(all, choice, wave.design).tallies
    const split = field === 'late' ? splitLate(chosen, late) : splitTallies(chosen, field)
    const groups = split.map((group) => ({ ...group, field }))
    if (field !== 'entry') return groups
    return groups.map((group) => ({ ...group, tallies: all.filter(({ entry }) => entry === group.value) }))
  }
}

/** Options that can be ticked have no silence of their own: the question they belong to has. */
const isJudged = ({ option, rank }: Silence['variable']) => option === undefined && rank === undefined

function scored(
  { field, value, n, tallies }: TallyGroup & { field: QualityField },
  data: IndexData,
  unit: UnitName,
  members: ReadonlySet<string>,
): Group {
  const { index, wave } = data
  const whole = data.samples.get(wave.form.slug)!
  const entry = field === 'entry' ? (value as EntryChoice) : data.entry
  const { design } = chooseTallies([], entry, wave.design)
  const group: Sample = makeSample({ ...whole, entry, design }, tallies)
  const input = { ...data, samples: new Map([...data.samples, [wave.form.slug, group]]) }
  const head = { index, unit: unit.id, period: wave.id, entry, source: describeSource(input) }
  const cell = scoreCells(scoreUnits(input, unit.id, members), head)[0]!
  return { answers: n, cell: { ...cell, criterion: `${field}=${value}` } }
}
