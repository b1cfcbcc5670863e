// Two stacks of paper in the open sample wave: one that two people are keying in, with a sheet to settle and sheets still
// to come, and one that is closed. Rows are written as the flows write them, whatever the day is; closing is the flow.
import type { Actor } from '#lib/access'
import { database } from '#lib/db/client'
import { closePaperBatch } from '#lib/flows/close-paper-batch'
import { checkAnswers } from '#lib/surveys/check-answers'
import type { CompiledForm } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import { fillForm } from '#lib/surveys/fill-form'
import { type KeyedSheet, unclearMark } from '#lib/surveys/paper-form/keyed-sheet'
import type { PaperField } from '#lib/surveys/paper-form/paper-field'
import { paperQuestions } from '#lib/surveys/paper-form/paper-questions'
import { type Chance, makeChance } from './chance'
import { chooseSatisfaction } from './satisfaction'

const waveId = 'hai-long-thuong-xuyen'
const beingKeyed = { unitId: '22870-2', number: 'NP-01' }
const closed = { unitId: '22873-2', number: 'PH-01' }

/** Stores the stacks; `first` and `second` are the two who key in. Returns how many answers the closed one gave. */
export async function storeSamplePaper(
  form: CompiledForm,
  [first, second]: [Actor, Actor],
  now: Date,
): Promise<number> {
  const chance = makeChance(20260601)
  const sheets = Array.from({ length: 5 }, () => keyedSheet(form, chance))
  await insertStack({ ...beingKeyed, sheets: 5, isDouble: true }, now)
  await insertEntries(beingKeyed, first, 1, sheets.slice(0, 3), now)
  await insertEntries(beingKeyed, second, 2, [sheets[0]!, misread(sheets[1]!)], now)
  await insertStack({ ...closed, sheets: 4, isDouble: false }, now)
  await insertEntries(closed, first, 1, sheets.slice(0, 4), now)
  return closePaperBatch(first, { wave: waveId, unit: closed.unitId, number: closed.number })
}

/** A sheet as somebody keys it in: the codes of the boxes. */
function keyedSheet(form: CompiledForm, chance: Chance): KeyedSheet {
  const { answers } = checkAnswers(form, fillForm(form, chooseSatisfaction(chance, 0)))
  const fields = paperQuestions(form.form).flatMap((question) => question.fields)
  return Object.fromEntries(
    fields.map((field) => [field.key, typed(field, answers)]).filter(([, text]) => text),
  )
}

function typed({ path, shape, choices }: PaperField, answers: Answers): string {
  const value = path.reduce<unknown>((part, step) => (part as Answers | undefined)?.[step], answers)
  if (value === undefined) return ''
  if (shape !== 'one' && shape !== 'several') return String(value)
  const ticked: unknown[] = Array.isArray(value) ? value : [value]
  return choices.flatMap((choice) => (ticked.includes(choice.value) ? choice.code : [])).join('+')
}

/** The second reader finds one mark undecidable. */
function misread(sheet: KeyedSheet): KeyedSheet {
  const [key = ''] = Object.keys(sheet).slice(3)
  return { ...sheet, [key]: unclearMark }
}

type Stack = { unitId: string; number: string; sheets: number; isDouble: boolean }

async function insertStack(stack: Stack, now: Date): Promise<void> {
  const place = { waveId, place: 'hall', collector: 'village-head' }
  const days = { collectedOn: dayFrom(now, -3), registeredOn: dayFrom(now, -2), dueOn: dayFrom(now, 12) }
  await database().prisma.paperBatch.create({ data: { ...stack, ...place, ...days } })
}

async function insertEntries(
  { unitId, number }: Pick<Stack, 'unitId' | 'number'>,
  { userId }: Actor,
  pass: number,
  sheets: KeyedSheet[],
  now: Date,
): Promise<void> {
  const rows = sheets.map((keyed, at) => ({
    unitId,
    waveId,
    batch: number,
    sheet: at + 1,
    pass,
    enteredBy: userId,
    keyed,
    day: dayFrom(now, -1),
  }))
  await database().prisma.paperEntry.createMany({ data: rows })
}

const dayFrom = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)
