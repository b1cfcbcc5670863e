// A scoring round over a small made-up index of three entered criteria, with its units brought to the step a test needs.
import { randomUUID } from 'node:crypto'
import { database } from '#lib/db/client'
import type { Prisma } from '#lib/db/generated/client'
import { recordRoundEvents } from '#lib/db/round-events'
import { insertRound } from '#lib/db/rounds'
import type { RoundEvent, Step } from '#lib/rounds/round-event'
import { emptySheet, nextSheet, nextStep } from '#lib/rounds/sheet'
import { makeDefinition, makeUnit } from './make'
import { roundIndex } from './round-index'

export const roundCriteria = ['tasks', 'plan', 'late_reports']

const future = (day: number) => new Date(Date.UTC(2099, 0, day))

type Given = {
  units?: string[]
  step?: Step
  allowsLate?: boolean
  selfScoreBy?: Date
  isSample?: boolean
  id?: string
}

export type MadeRound = { round: string; unit: string; units: string[]; appraiserId: string }

/** The index is published when it is not yet; units that do not exist are made below the district "round-district". */
export async function makeRound(given: Given = {}): Promise<MadeRound> {
  const { prisma } = database()
  const known = await prisma.definition.findFirst({ where: { kind: 'index', slug: roundIndex.slug } })
  const body = roundIndex as unknown as Prisma.InputJsonValue
  const index = known ?? (await makeDefinition({ kind: 'index', slug: roundIndex.slug, version: 1, body }))
  const appraiserId = 'round-district'
  if (!(await prisma.unit.findUnique({ where: { id: appraiserId } })))
    await makeUnit({ id: appraiserId, name: 'Huyện chấm', level: 'district' })
  const units = given.units ?? ['round-unit']
  for (const id of units) {
    if (await prisma.unit.findUnique({ where: { id } }))
      await prisma.unit.update({ where: { id }, data: { parentId: appraiserId } })
    else await makeUnit({ id, name: `Xã ${id}`, parentId: appraiserId })
  }
  const round = given.id ?? `round-${randomUUID().slice(0, 8)}`
  await insertRound(
    { userId: 'maker', name: 'Người mở đợt' },
    {
      id: round,
      title: 'Chấm điểm thử',
      titleEn: 'Test round',
      year: 2010 + (await prisma.round.count()),
      allowsLate: given.allowsLate ?? true,
      isSample: given.isSample ?? false,
      indexId: index.id,
      appraiserId,
      unitIds: units,
      deadlines: {
        'self-scoring': given.selfScoreBy ?? future(1),
        appraisal: future(2),
        explanation: future(3),
        'second-appraisal': future(4),
      },
    },
  )
  for (const unit of units) await bringTo(given.step ?? 'self-scoring', round, unit)
  return { round, unit: units[0]!, units, appraiserId }
}

const figure = (value: number) => ({ kind: 'figure' as const, value })
const scorer = { userId: 'scorer', name: 'Cán bộ xã' }
const appraiser = { userId: 'appraiser', name: 'Cán bộ huyện' }

type Deed = { by: typeof scorer; event: RoundEvent }
const deeds: Record<Exclude<Step, 'settled' | 'frozen'>, Deed[]> = {
  'self-scoring': [
    { by: scorer, event: { kind: 'self-score', criterion: 'tasks', answer: figure(90), note: 'báo cáo 12' } },
    { by: scorer, event: { kind: 'self-score', criterion: 'plan', answer: figure(1), note: '' } },
    { by: scorer, event: { kind: 'self-score', criterion: 'late_reports', answer: figure(0), note: '' } },
    { by: scorer, event: { kind: 'submit' } },
  ],
  appraisal: [
    { by: appraiser, event: { kind: 'appraise', criterion: 'tasks', answer: figure(80), reason: 'đếm lại' } },
    { by: appraiser, event: { kind: 'appraise', criterion: 'plan', answer: figure(1), reason: '' } },
    { by: appraiser, event: { kind: 'appraise', criterion: 'late_reports', answer: figure(0), reason: '' } },
    { by: appraiser, event: { kind: 'finish-appraisal' } },
  ],
  explanation: [
    { by: scorer, event: { kind: 'explain', criterion: 'tasks', isContested: true, text: 'còn hai việc' } },
    { by: scorer, event: { kind: 'finish-explanation' } },
  ],
  'second-appraisal': [
    {
      by: appraiser,
      event: { kind: 'appraise-again', criterion: 'tasks', answer: figure(85), reason: 'nhận một việc' },
    },
    { by: appraiser, event: { kind: 'finish-second-appraisal' } },
  ],
}

async function bringTo(step: Step, roundId: string, unitId: string): Promise<void> {
  let sheet = emptySheet(roundCriteria)
  for (const { by, event } of Object.values(deeds).flat()) {
    if (sheet.step === step) return
    const next = nextStep(sheet, event)
    const at = new Date()
    await recordRoundEvents(by, { roundId, unitId }, () => ({ events: [{ event, step: next }] }), at)
    const number = sheet.events + 1
    sheet = nextSheet(sheet, { ...event, number, at, actorId: by.userId, actorName: by.name })
  }
}

/** Somebody enters a 1 for a criterion of a round that is still scored. */
export async function selfScored(
  { round: roundId, unit: unitId }: { round: string; unit: string },
  criterion: string,
) {
  const event = { kind: 'self-score' as const, criterion, answer: figure(1), note: '' }
  await recordRoundEvents(scorer, { roundId, unitId }, () => ({ events: [{ event, step: 'self-scoring' }] }))
}

type Appraised = {
  indexId: number
  year: number
  appraiserId: string
  /** Unit -> criterion -> figure, scored by the unit and accepted. */
  units: Record<string, Record<string, number>>
}

/** A round of one unit for an index that is published already, with figures that count in results. */
export function makeAppraised({
  unitId,
  figures,
  ...given
}: Omit<Appraised, 'units'> & { unitId: string; figures: Record<string, number> }): Promise<string> {
  return makeAppraisedRound({ ...given, units: { [unitId]: figures } })
}

/** The same for several units. */
export async function makeAppraisedRound({ indexId, year, appraiserId, units }: Appraised): Promise<string> {
  const roundId = `round-${randomUUID().slice(0, 8)}`
  const at = future(1)
  await insertRound(appraiser, {
    ...{
      id: roundId,
      title: 'Đợt thử',
      titleEn: 'Test round',
      year,
      allowsLate: true,
      isSample: false,
      indexId,
    },
    appraiserId,
    unitIds: Object.keys(units),
    deadlines: { 'self-scoring': at, appraisal: at, explanation: at, 'second-appraisal': at },
  })
  for (const [unitId, figures] of Object.entries(units)) await appraiseUnit(roundId, unitId, figures)
  return roundId
}

async function appraiseUnit(roundId: string, unitId: string, figures: Record<string, number>): Promise<void> {
  const answers = Object.entries(figures).map(([criterion, value]) => ({ criterion, answer: figure(value) }))
  const write = (by: typeof scorer, events: { event: RoundEvent; step: Step }[]) =>
    recordRoundEvents(by, { roundId, unitId }, () => ({ events }))
  await write(scorer, [
    ...answers.map((one) => ({
      event: { kind: 'self-score' as const, ...one, note: '' },
      step: 'self-scoring' as const,
    })),
    { event: { kind: 'submit' }, step: 'appraisal' },
  ])
  await write(appraiser, [
    ...answers.map((one) => ({
      event: { kind: 'appraise' as const, ...one, reason: '' },
      step: 'appraisal' as const,
    })),
    { event: { kind: 'finish-appraisal' }, step: 'settled' },
  ])
}
