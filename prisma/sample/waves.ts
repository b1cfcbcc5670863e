// The sample waves with all their answers: two satisfaction waves and three awareness waves in the same drawn villages,
// one round among delegates, one satisfaction wave in the communes that these became, and one open wave of today that a newcomer can answer at once.
import { checkAnswers } from '#lib/surveys/check-answers'
import { codeAnswers } from '#lib/surveys/code-answers'
import type { Collector, Entry, Mode, Place as PlaceKind } from '#lib/surveys/collection'
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import { type Choose, fillForm } from '#lib/surveys/fill-form'
import { chooseAwareness } from './awareness'
import { awarenessWaves } from './awareness-waves'
import { type Chance, makeChance } from './chance'
import { communes, mergedCommunes, type SampleCommune } from './communes'
import { chooseAssessment } from './delegates'
import { chooseSatisfaction } from './satisfaction'
import { drawVillages, type Village } from './villages'

export type SampleResponse = {
  unitId: string
  receipt: string
  day: string
  mode: Mode
  place: PlaceKind
  collector: Collector
  entry: Entry
  village?: Village
  answers: Answers
  coded: number[]
}
export type SampleWave = {
  id: string
  title: string
  titleEn: string
  form: FormName
  audience: 'citizens' | 'delegates'
  /** A wave of secret ballots whose box was opened in the past. */
  secrecy?: 'ballot'
  boxOpenedAt?: Date
  boxClearedAt?: Date
  modes: Mode[]
  entries: Entry[]
  period: [first: string, last: string]
  opensAt: Date
  closesAt: Date
  /** Units with the answers aimed at; drawn villages only where a sample was drawn. */
  units: { unitId: string; target: number; villages: Village[] }[]
  responses: SampleResponse[]
}

/** Forms of surveys/ that the sample waves ask. */
export const sampleForms = {
  satisfaction: 'citizen-satisfaction.v1',
  awareness: 'awareness.v1',
  delegates: 'delegate-assessment.v1',
  ballots: 'delegate-assessment.v2',
} as const
export type FormName = (typeof sampleForms)[keyof typeof sampleForms]
type Forms = Record<FormName, CompiledForm>

/** All sample waves. The open wave is dated from `now`, everything else is the same on every day. */
export function makeSampleWaves(forms: Forms, now: Date): SampleWave[] {
  const chance = makeChance(20240101)
  const places = communes.map((commune) => ({
    ...commune,
    villages: drawVillages(chance).map((village) => ({
      village,
      mood: chance.normal(0.16) - (village.stratum === 'xa-trung-tam' ? 0.1 : 0),
    })),
  }))
  return [
    satisfactionWave(forms, chance, places, 1),
    satisfactionWave(forms, chance, places, 2),
    awarenessWave(forms, makeChance(20231002), places, 0),
    awarenessWave(forms, chance, places, 1),
    awarenessWave(forms, chance, places, 2),
    delegateWave(forms, chance, 2024, communes),
    delegateWave(forms, makeChance(20251202), 2025, mergedCommunes),
    mergedWave(forms),
    openWave(forms, chance, now),
    openBallotWave(now),
  ]
}

type Place = SampleCommune & { villages: { village: Village; mood: number }[] }

const satisfactionDays = {
  1: ['2024-05-06', '2024-05-31'],
  2: ['2024-11-04', '2024-11-29'],
} as const

function satisfactionWave(forms: Forms, chance: Chance, places: Place[], number: 1 | 2): SampleWave {
  const [first, last] = satisfactionDays[number]
  const form = sampleForms.satisfaction
  const responses = places.flatMap((place) =>
    place.villages.flatMap(({ village, mood }, at) => {
      const isStopped = number === 2 && place.stoppedEarly
      const count = isStopped ? (at < 3 ? 6 : 0) : chance.whole(26, 31)
      const judged = place.service + mood + (number === 2 ? place.change : 0) + chance.normal(0.06)
      const answer = () => chooseSatisfaction(chance, judged)
      return respond(forms[form], chance, { ...place, village, count, days: [first, last], answer })
    }),
  )
  return {
    id: `hai-long-2024-${number}`,
    title: `Hài lòng của người dân, đợt ${number} năm 2024`,
    titleEn: `Citizens’ satisfaction, wave ${number} of 2024`,
    form,
    audience: 'citizens',
    modes: ['self', 'assisted', 'paper'],
    entries: ['drawn'],
    period: number === 1 ? ['2024-01-01', '2024-06-30'] : ['2024-07-01', '2024-12-31'],
    ...openBetween(first, last),
    units: places.map(({ unitId, villages }) => ({
      unitId,
      target: 340,
      villages: villages.map((one) => one.village),
    })),
    responses,
  }
}

/** Eight of the twelve villages, four in each stratum. */
const awarenessVillages = (place: Place) => place.villages.filter((_, at) => at % 6 < 4)

function awarenessWave(forms: Forms, chance: Chance, places: Place[], number: 0 | 1 | 2): SampleWave {
  const { known, fieldwork: days, period, ...named } = awarenessWaves[number]
  const form = sampleForms.awareness
  const responses = places.flatMap((place) =>
    awarenessVillages(place).flatMap(({ village, mood }) => {
      const knows = place.knowledge + mood + known
      const answer = () => chooseAwareness(chance, knows, number === 2 && place.hadCampaign ? 1 : 0)
      return respond(forms[form], chance, { ...place, village, count: chance.whole(14, 18), days, answer })
    }),
  )
  return {
    ...named,
    form,
    audience: 'citizens',
    modes: ['self', 'assisted', 'paper'],
    entries: ['drawn'],
    period,
    ...openBetween(...days),
    units: places.map((place) => ({
      unitId: place.unitId,
      target: 120,
      villages: awarenessVillages(place).map((one) => one.village),
    })),
    responses,
  }
}

/** After the mergers, in villages drawn anew: what can be compared with 2024, and what cannot. */
function mergedWave(forms: Forms): SampleWave {
  const chance = makeChance(20250701)
  const form = sampleForms.satisfaction
  const days = ['2025-11-03', '2025-11-28'] as const
  const places = mergedCommunes.map((commune) => ({ ...commune, villages: drawVillages(chance) }))
  return {
    id: 'hai-long-2025',
    title: 'Hài lòng của người dân, cuối năm 2025 (xã mới)',
    titleEn: 'Citizens’ satisfaction, end of 2025 (new communes)',
    form,
    audience: 'citizens',
    modes: ['self', 'assisted', 'paper'],
    entries: ['drawn'],
    period: ['2025-07-01', '2025-12-31'],
    ...openBetween(...days),
    units: places.map(({ unitId, villages }) => ({ unitId, target: 340, villages })),
    responses: places.flatMap(({ unitId, service, villages }) =>
      villages.flatMap((village) => {
        const judged = service + chance.normal(0.17)
        const answer = () => chooseSatisfaction(chance, judged)
        return respond(forms[form], chance, { unitId, village, count: chance.whole(26, 31), days, answer })
      }),
    ),
  }
}

function delegateWave(
  forms: Forms,
  chance: Chance,
  year: 2024 | 2025,
  rated: { unitId: string; delegates: number }[],
): SampleWave {
  const [first, last] = [`${year}-12-02`, `${year}-12-13`] as const
  const form = sampleForms.delegates
  const responses = rated.flatMap(({ unitId, delegates }) =>
    respond(forms[form], chance, {
      unitId,
      count: chance.whole(21, 27),
      days: [first, first], // of a ballot only the day is kept on which its wave opened
      modes: { self: 1 },
      ways: [invited],
      answer: () => chooseAssessment(chance, delegates),
    }),
  )
  return {
    id: `dai-bieu-${year}`,
    title: `Đánh giá của đại biểu và người đứng đầu cơ quan năm ${year}`,
    titleEn: `Assessment by delegates and heads of offices, ${year}`,
    form,
    audience: 'delegates',
    modes: ['self'],
    entries: ['ballot'],
    secrecy: 'ballot',
    boxOpenedAt: new Date(`${last}T17:05:00+07:00`),
    boxClearedAt: new Date(`${last}T17:06:00+07:00`),
    period: [year === 2024 ? '2024-01-01' : '2025-07-01', `${year}-12-31`],
    ...openBetween(first, last),
    units: rated.map(({ unitId }) => ({ unitId, target: 30, villages: [] })),
    responses,
  }
}

/** Communes of today, and how many have answered the open wave so far. */
const openUnits = { '22870-2': 90, '22873-2': 38, '22891-2': 12, '22888-2': 0 }

function openWave(forms: Forms, chance: Chance, now: Date): SampleWave {
  const form = sampleForms.satisfaction
  const dayAway = (days: number) => new Date(now.getTime() + days * 86_400_000)
  const isoDay = (date: Date) => date.toISOString().slice(0, 10)
  const days: [string, string] = [isoDay(dayAway(-29)), isoDay(dayAway(-1))]
  const responses = Object.entries(openUnits).flatMap(([unitId, count]) =>
    respond(forms[form], chance, {
      unitId,
      count,
      days,
      modes: { self: 4, kiosk: 1 },
      ways: [desk, desk, posted],
      answer: () => chooseSatisfaction(chance, 0),
    }),
  )
  return {
    id: 'hai-long-thuong-xuyen',
    title: 'Ý kiến người dân, mở thường xuyên',
    titleEn: 'Citizens’ views, always open',
    form,
    audience: 'citizens',
    modes: ['self', 'kiosk', 'assisted', 'paper'],
    entries: ['open', 'visit-code'],
    // of this year, so that it can join this year's scoring round
    period: [isoDay(dayAway(-30)), `${now.getUTCFullYear()}-12-31`],
    opensAt: dayAway(-30),
    closesAt: dayAway(365),
    units: Object.keys(openUnits).map((unitId) => ({ unitId, target: 200, villages: [] })),
    responses,
  }
}

/** Communes whose delegates are asked just now. */
const ballotUnits = ['22870-2', '22873-2', '22891-2']

/** An open wave of secret ballots without a ballot: letters for it are printed on its page. */
function openBallotWave(now: Date): SampleWave {
  const year = now.getUTCFullYear()
  const isoDay = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  return {
    id: 'phieu-kin-dai-bieu',
    title: 'Phiếu kín của đại biểu HĐND, đang mở',
    titleEn: 'Secret ballots of delegates, open now',
    form: sampleForms.ballots,
    audience: 'delegates',
    secrecy: 'ballot',
    modes: ['self'],
    entries: ['ballot'],
    period: [isoDay(-30), `${year}-12-31`],
    opensAt: new Date(now.getTime() - 86_400_000),
    closesAt: new Date(now.getTime() + 60 * 86_400_000),
    units: ballotUnits.map((unitId) => ({ unitId, target: 12, villages: [] })),
    responses: [],
  }
}

const openBetween = (first: string, last: string) => ({
  opensAt: new Date(`${first}T07:00:00+07:00`),
  closesAt: new Date(`${last}T17:00:00+07:00`),
})

type Group = {
  unitId: string
  village?: Village
  count: number
  days: readonly [string, string]
  modes?: Record<string, number>
  /** What goes with "self", in turn; every other mode has its own place. */
  ways?: Way[]
  answer: () => Choose
}

type Way = Pick<SampleResponse, 'place' | 'collector' | 'entry'>
const desk: Way = { place: 'desk', collector: 'desk-officer', entry: 'visit-code' }
const posted: Way = { place: 'online', collector: '', entry: 'open' }
const invited: Way = { place: '', collector: '', entry: 'ballot' }
const drawnAlone: Way = { place: 'home', collector: '', entry: 'drawn' }
const ways: Record<Exclude<Mode, 'self'>, Way> = {
  kiosk: { place: 'desk', collector: '', entry: 'open' },
  assisted: { place: 'home', collector: 'enumerator', entry: 'drawn' },
  paper: { place: 'hall', collector: 'village-head', entry: 'drawn' },
}

const fieldModes = { assisted: 60, paper: 28, self: 12 }

/** Lets `count` people answer, through the same check and coding as every real answer. */
function respond(form: CompiledForm, chance: Chance, group: Group): SampleResponse[] {
  const [first, last] = group.days.map((day) => Date.parse(day)) as [number, number]
  return Array.from({ length: group.count }, (_, at) => {
    const { answers, faults } = checkAnswers(form, fillForm(form, group.answer()))
    if (faults.length > 0) throw new Error(`a sample answer is refused: ${faults[0]!.en}`)
    const day = new Date(first + chance.whole(0, (last - first) / 86_400_000) * 86_400_000)
    return {
      unitId: group.unitId,
      receipt: chance.uuid(),
      day: day.toISOString().slice(0, 10),
      ...wayOf(chance.pick(group.modes ?? fieldModes) as Mode, at, group),
      village: group.village,
      answers,
      coded: codeAnswers(form, answers),
    }
  })
}

function wayOf(mode: Mode, at: number, { ways: own = [drawnAlone] }: Group) {
  return { mode, ...(mode === 'self' ? own[at % own.length]! : ways[mode]) }
}
