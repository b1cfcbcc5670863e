// A small survey made up from a seed: codebook, people in villages, an index over it. Pure tests of scoring, charts and
// exports share it, so that a golden cell means the same everywhere.
import type { IndexFile } from '#lib/definitions/index-file'
import { makeSample, type Sample, type Tally } from '#lib/scoring/sample'
import { makeCounter, type TallyLayout, tallyLayout } from '#lib/scoring/tally-layout'
import type { Collection } from '#lib/surveys/collection'
import { type AllowedValue, dontKnowValue, noAnswer, notAsked, type Variable } from '#lib/surveys/variable'

const levels: AllowedValue[] = [1, 2, 3, 4, 5].map((value) => ({
  value,
  code: value,
  label: { vi: `Mức ${value}`, en: `Level ${value}` },
  isDontKnow: false,
}))
const dontKnow: AllowedValue = {
  value: dontKnowValue,
  code: dontKnowValue,
  label: { vi: 'Không biết', en: "Don't know" },
  isDontKnow: true,
}

const scaleQuestion = (name: string): Variable => ({
  name,
  question: name,
  label: { vi: `Câu ${name}`, en: `Question ${name}` },
  shortLabel: { vi: name, en: name },
  kind: 'single',
  values: [...levels, dontKnow],
  isRequired: false,
})

export const codebook: Variable[] = [
  ...['access_1', 'access_2', 'staff_1', 'staff_2', 'knows'].map(scaleQuestion),
  { ...scaleQuestion('age'), kind: 'number', values: [] },
]

export const layout: TallyLayout = tallyLayout(codebook)

const satisfied = { 1: 0, 2: 0, 3: 0, 4: 1, 5: 1, [dontKnowValue]: null }
const fifths = { 1: 0.2, 2: 0.4, 3: 0.6, 4: 0.8, 5: 1, [dontKnowValue]: null }

export const index: IndexFile = {
  $schema: '../schemas/index.schema.json',
  slug: 'made-up',
  version: 1,
  title: { vi: 'Chỉ số thử', en: 'Made-up index' },
  method: { vi: 'Trung bình có trọng số', en: 'Weighted mean' },
  scale: { min: 0, max: 100, unit: { vi: '%', en: '%' } },
  minimum: { answers: 20, share: 0.6 },
  bands: [{ name: { vi: 'Thấp', en: 'Low' }, from: 0 }],
  basis: { document: 'QĐ 1/QĐ-UBND' },
  criteria: [
    {
      code: 'access',
      name: { vi: 'Tiếp cận', en: 'Access' },
      weight: 0.4,
      source: { form: 'made-up-form', variables: ['access_1', 'access_2'], points: satisfied },
    },
    {
      code: 'staff',
      name: { vi: 'Công chức', en: 'Staff' },
      weight: 0.35,
      children: [
        {
          code: 'manner',
          name: { vi: 'Thái độ', en: 'Manner' },
          weight: 0.5,
          source: { form: 'made-up-form', variables: ['staff_1'], points: satisfied },
        },
        {
          code: 'skill',
          name: { vi: 'Năng lực', en: 'Skill' },
          weight: 0.5,
          source: { form: 'made-up-form', variables: ['staff_2', 'knows'], points: fifths },
        },
      ],
    },
    {
      code: 'online',
      name: { vi: 'Trực tuyến', en: 'Online' },
      weight: 0.25,
      source: { entered: { max: 40 } },
    },
  ],
}

export type Person = Collection & {
  unit: string
  stratum: string
  cluster: string
  weight: number
  coded: number[]
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32, Ettinger). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const byEnumerator: Collection = {
  mode: 'assisted',
  place: 'home',
  collector: 'enumerator',
  entry: 'drawn',
}
export const byThemselves: Collection = { mode: 'self', place: '', collector: '', entry: 'drawn' }

export type SurveyPlan = {
  seed: number
  units: string[]
  villages: number
  people: number
  lift?: number
  strata?: number
}

/** People in villages; villages of a unit differ, and so do units. */
export function makePeople(plan: SurveyPlan): Person[] {
  const random = seededNumbers(plan.seed)
  return plan.units.flatMap((unit, place) =>
    Array.from({ length: plan.villages }, (_, village) => {
      const mood = random() * 0.3 + place * 0.08 + (plan.lift ?? 0)
      const weight = 5 + Math.floor(random() * 50) / 7
      return Array.from({ length: plan.people }, () => ({
        unit,
        stratum: `s${village % (plan.strata ?? 2)}`,
        cluster: `v${village}`,
        ...(random() < 0.7 ? byEnumerator : byThemselves),
        weight,
        coded: codebook.map((variable) =>
          variable.values.length > 0 ? pickLevel(random, mood) : Math.floor(random() * 70),
        ),
      }))
    }).flat(),
  )
}

/** The same people as if they had come by themselves through the open QR code. */
export function asVolunteers(people: readonly Person[]): Person[] {
  const place = { stratum: '', cluster: '', weight: 1 }
  return people.map((person) => ({ ...person, ...byThemselves, entry: 'open', ...place }))
}

function pickLevel(random: () => number, mood: number): number {
  const chance = random()
  if (chance < 0.04) return notAsked
  if (chance < 0.07) return noAnswer
  if (chance < 0.13) return dontKnowValue
  return 1 + Math.min(4, Math.floor((random() * 0.75 + mood) * 5))
}

/** What the database would keep of these people. */
export function tally(people: readonly Person[]): Tally[] {
  const count = makeCounter(layout)
  const tallies = new Map<string, Tally & { counts: Float64Array }>()
  for (const person of people) {
    const { coded, ...head } = person
    const key = JSON.stringify(Object.entries(head).sort())
    let own = tallies.get(key)
    if (!own) {
      own = { ...head, n: 0, counts: new Float64Array(layout.size) }
      tallies.set(key, own)
    }
    own.n++
    count(own.counts, coded)
  }
  return [...tallies.values()]
}

export function sampleOf(people: readonly Person[], head: Partial<Sample> = {}): Sample {
  return makeSample(
    {
      wave: 'w1',
      form: { slug: 'made-up-form', version: 1 },
      entry: 'drawn',
      design: 'clusters',
      layout,
      ...head,
    },
    tally(people),
  )
}
