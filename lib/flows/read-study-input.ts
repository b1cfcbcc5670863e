// Everything the effect of a study is computed from, read together: answers, start days, money. Shared by the flows that show
// it and export it; whoever calls has checked the right.

import { groupKey, responseDesign } from '#lib/contacts/response-design'
import { dayInVietNam } from '#lib/day-in-viet-nam'
import { listActivities } from '#lib/db/activities'
import { listDrawnGroups } from '#lib/db/ballot-groups'
import { findDefinition } from '#lib/db/definitions'
import type { StudyRow } from '#lib/db/effect-studies'
import { findMeasuredWave, type MeasuredWave } from '#lib/db/measured-waves'
import { readStudyAnswers } from '#lib/db/study-answers'
import type { CodeFrameFile } from '#lib/definitions/code-frame-file'
import type { IndexFile } from '#lib/definitions/index-file'
import { mentionedChannels } from '#lib/effects/mentioned-channels'
import {
  areaOutcomes,
  type NamedOutcome,
  outcomeDefinition,
  promptedOutcomes,
} from '#lib/effects/outcome-definition'
import { rolloutBlocks } from '#lib/effects/rollout'
import { scorePeople } from '#lib/effects/score-people'
import type { OutcomeDefinition, StudyAnswers, StudyInput, StudyWave } from '#lib/effects/study-input'
import { type OutcomeRef, outcomeKey, studyPlan } from '#lib/effects/study-plan'
import { isCounted, sinceActivities, sinceRollout } from '#lib/effects/treated-since'
import { unpromptedColumns, unpromptedOutcomes } from '#lib/effects/unprompted-recall'
import { problems } from '#lib/problem'
import { formLayout } from '#lib/scoring/form-layout'
import { reportedEntry } from '#lib/surveys/collection'
import type { LocalText } from '#lib/surveys/variable'

export type StudyMaterial = {
  input: StudyInput
  waves: MeasuredWave[]
  units: { id: string; name: string; nameEn: string }[]
  /** Names of outcomes by key, and of channels and areas as the index calls them. */
  outcomes: Record<string, LocalText>
  index: IndexFile
}

/** Questions about the person that make groups of people alike. */
const aboutPeople = ['age_band', 'sex', 'education']

/** Throws notFound for an index that is not published any more, invalidInput for an outcome without people. */
export async function readStudyInput(study: StudyRow): Promise<StudyMaterial> {
  const index = study.index.body as IndexFile
  const plan = studyPlan.parse(study.plan)
  const primary = requireOutcome(index, plan.primary)
  const secondary = await Promise.all(
    plan.secondary.map(async (ref) => requireOutcome(await indexOf(ref, index), ref)),
  )
  const areas = areaOutcomes(index, plan.primary.criterion, plan.areas)
  const recall = (code: string | null) => (code === null ? null : outcomeDefinition(index, code))
  const unprompted = recall(plan.reach.unprompted)
  const { codeFrame } = plan.reach
  const frame = unprompted && codeFrame ? await readFrame(codeFrame) : null
  const open: OpenQuestion =
    unprompted && frame?.form === unprompted.form ? { frame, heard: unprompted } : null
  const reach: StudyInput['reach'] = {
    unprompted,
    prompted: plan.reach.prompted === null ? [] : promptedOutcomes(index, plan.reach.prompted),
    falseRecall: recall(plan.reach.falseRecall),
    ...(open ? unpromptedOutcomes(open.frame) : { named: [], notAssigned: null }),
  }
  const recalled = [reach.unprompted, reach.falseRecall, ...reach.prompted.map(({ outcome }) => outcome)]
  const outcomes = [primary, ...secondary, ...areas, ...recalled.flatMap((one) => one ?? [])]
  const found = await Promise.all(study.waveIds.map(findMeasuredWave))
  const waves = found.flatMap((wave) => wave ?? [])
  const units = unitsOf(waves, primary.form)
  const { since, costs } = await readCampaign(study, plan, units)
  return {
    input: {
      plan,
      declaredOn: study.declaredAt && dayInVietNam(study.declaredAt),
      isByLot: plan.comparison.by === 'rollout',
      blocks: plan.comparison.by === 'rollout' ? blocksOf(study.rollout) : [],
      minimumAnswers: index.minimum.answers,
      communes: units.map(({ id }) => ({
        id,
        since: since.get(id) ?? null,
        adults: plan.adults[id] ?? null,
      })),
      waves: await Promise.all(waves.map((wave) => readWave(wave, outcomes, open))),
      primary,
      secondary,
      areas,
      reach,
      office: study.unitId,
      costs,
    },
    waves,
    units,
    outcomes: Object.fromEntries([primary, ...secondary, ...areas].map(({ key, name }) => [key, name])),
    index,
  }
}

function requireOutcome(index: IndexFile, ref: OutcomeRef): NamedOutcome {
  const outcome = outcomeDefinition(index, ref.criterion)
  if (!outcome) throw problems.notFound({ what: 'chỉ tiêu', id: outcomeKey(ref) })
  return outcome
}

async function indexOf({ index }: OutcomeRef, own: IndexFile): Promise<IndexFile> {
  if (index === `${own.slug}.v${own.version}`) return own
  const [slug = '', version = ''] = index.split('.v')
  const definition = await findDefinition('index', slug, Number(version))
  if (!definition) throw problems.notFound({ what: 'chỉ số', id: index })
  return definition.body as IndexFile
}

/** Units of the waves that ask the primary outcome. */
function unitsOf(waves: readonly MeasuredWave[], form: string) {
  const units = new Map<string, { id: string; name: string; nameEn: string }>()
  for (const wave of waves.filter((one) => one.form.slug === form))
    for (const { id, name, nameEn } of wave.units) units.set(id, { id, name, nameEn })
  return [...units.values()].sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}

async function readCampaign(study: StudyRow, plan: StudyInput['plan'], units: readonly { id: string }[]) {
  const activities = await listActivities({
    from: '2000-01-01',
    to: '2100-12-31',
    units: [...new Set([...units.map(({ id }) => id), study.unitId])],
  })
  const since: ReadonlyMap<string, string | null> =
    plan.comparison.by === 'rollout'
      ? sinceRollout(study.rollout?.steps ?? [])
      : sinceActivities(activities, plan.comparison)
  const costs = activities
    .filter((activity) => isCounted(activity, plan))
    .map(({ unitId, channel, cost, endsOn }) => ({ unit: unitId, channel, cost, day: endsOn }))
  return { since, costs }
}

const blocksOf = (rollout: StudyRow['rollout']) =>
  rollout ? rolloutBlocks(rollout.frame.units, rollout.method, rollout.steps.length) : []

/** An open question whose words are coded, and the question before it: whether one heard of the reform at all. */
type OpenQuestion = { frame: CodeFrameFile; heard: OutcomeDefinition } | null

async function readFrame(name: string): Promise<CodeFrameFile> {
  const [slug = '', version = ''] = name.split('.v')
  const definition = await findDefinition('code-frame', slug, Number(version))
  if (!definition) throw problems.notFound({ what: 'khung mã', id: name })
  return definition.body as CodeFrameFile
}

async function readWave(
  wave: MeasuredWave,
  outcomes: readonly OutcomeDefinition[],
  open: OpenQuestion,
): Promise<StudyWave> {
  const wanted = new Set([
    ...aboutPeople,
    ...outcomes
      .filter(({ form }) => form === wave.form.slug)
      .flatMap(({ leaves }) => leaves.flatMap(({ variables }) => variables)),
  ])
  const { variables } = formLayout(wave.form)
  const columns = variables.flatMap(({ variable }, at) =>
    wanted.has(variable.name) ? [{ variable: variable.name, at }] : [],
  )
  const entry = reportedEntry(wave)
  const asks = variables.some(({ variable }) => variable.name === open?.frame.question)
  const answers = await readCodedAnswers(wave, entry, columns, asks ? open : null)
  const design = entry === wantedEntry[wave.design] ? wave.design : 'none'
  return {
    id: wave.id,
    form: wave.form.slug,
    formVersion: wave.form.version,
    first: dayInVietNam(wave.opensAt),
    last: dayInVietNam(wave.closesAt),
    design,
    answers: design === 'people' ? await placeDrawnPeople(wave.id, answers) : answers,
  }
}

/** What people wrote is coded while it is read; only the codes come out. */
async function readCodedAnswers(
  wave: MeasuredWave,
  entry: string,
  columns: Parameters<typeof readStudyAnswers>[2],
  open: OpenQuestion,
): Promise<StudyAnswers> {
  const question = open && { question: open.frame.question, code: mentionedChannels(open.frame) }
  const { answers, mentioned } = await readStudyAnswers(wave.id, entry, columns, question)
  const heard = open && scorePeople(open.heard, answers)
  if (!open || !heard) return answers
  return { ...answers, codes: { ...answers.codes, ...unpromptedColumns(open.frame, heard, mentioned) } }
}

/** By which right the answers of a drawn sample come in. */
const wantedEntry = { none: null, clusters: 'drawn', people: 'ballot' } as const

/** The design of people who were drawn themselves: as results read it (see load-drawn-people). */
async function placeDrawnPeople(waveId: string, answers: StudyAnswers): Promise<StudyAnswers> {
  const keys = answers.unit.map((unitId, at) => groupKey({ unitId, stratum: answers.stratum[at]! }))
  const answered = new Map<string, number>()
  for (const key of keys) answered.set(key, (answered.get(key) ?? 0) + 1)
  const drawn = await listDrawnGroups(waveId)
  const groups = responseDesign(
    drawn.map((group) => ({ ...group, answered: answered.get(groupKey(group)) ?? 0 })),
  )
  const places = keys.map((key) => {
    const place = groups.get(key)
    if (!place) throw new RangeError(`Nobody was drawn in ${key}`)
    return place
  })
  return {
    ...answers,
    stratum: places.map(({ stratum }) => stratum),
    cluster: places.map(({ cluster }, at) => cluster || `#${at}`),
    weight: places.map(({ weight }) => weight),
    population: places.map(({ population }) => population),
  }
}
