// Two sample contests: one of 2025 in the nine communes, closed and drawn, with one winner who could not be reached; and one that is
// open today in the communes that these became. Names and telephone numbers are made up.
import { randomBytes } from 'node:crypto'
import type { Actor } from '#lib/access'
import { secretPurpose } from '#lib/contests/contest-secret'
import { drawConsent } from '#lib/contests/draw-consent'
import { commitTo } from '#lib/contests/draw-order'
import { sealEntrant } from '#lib/contests/sealed-entry'
import { database } from '#lib/db/client'
import { insertEntry } from '#lib/db/contest-entries'
import { insertContest, type NewContest } from '#lib/db/contests'
import type { FormFile } from '#lib/definitions/form-file'
import { drawPrizes } from '#lib/flows/draw-prizes'
import { loadPublicContest } from '#lib/flows/load-public-contest'
import { passWinner } from '#lib/flows/pass-winner'
import { seal } from '#lib/secrecy/sealed-field'
import { checkAnswers } from '#lib/surveys/check-answers'
import { codeAnswers } from '#lib/surveys/code-answers'
import { type CompiledForm, compileForm } from '#lib/surveys/compile-form'
import type { Answers } from '#lib/surveys/conditions'
import { fillForm } from '#lib/surveys/fill-form'
import type { Variable } from '#lib/surveys/variable'
import { type Chance, makeChance } from './chance'
import { communes, mergedCommunes } from './communes'

const evenly = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, 1]))
const families = evenly('Nguyễn Trần Lê Đàng Quảng Chế Bá Kiều Lưu Thành')
const middles = evenly('Thị Văn Minh Ngọc Thanh Đình')
const givens = evenly('Mai Lan Hạnh Dũng Hòa Sơn Thảo Bình Nhung Tuấn Vy Phú')

const formName = { slug: 'reform-contest', version: 1 }
const day = 24 * 60 * 60 * 1000

const prizes = [
  { name: 'Giải nhất', nameEn: 'First prize', count: 1 },
  { name: 'Giải nhì', nameEn: 'Second prize', count: 2 },
  { name: 'Giải khuyến khích', nameEn: 'Consolation prize', count: 5 },
]

type Plan = Pick<
  NewContest,
  'id' | 'title' | 'titleEn' | 'opensAt' | 'closesAt' | 'units' | 'ownerId' | 'keepDays'
> & {
  people: number
  entrants: number
}

/** Returns how many answers the contests have. */
export async function storeSampleContests(officer: Actor, now: Date): Promise<number> {
  const chance = makeChance(20250303)
  const district = await database().prisma.unit.findUniqueOrThrow({ where: { id: communes[0]!.unitId } })
  const drawn: Plan = {
    id: 'thi-cchc-2025',
    title: 'Thi tìm hiểu cải cách hành chính năm 2025',
    titleEn: 'Contest on administrative reform, 2025',
    opensAt: new Date('2025-03-03T07:00:00+07:00'),
    closesAt: new Date('2025-03-21T17:00:00+07:00'),
    units: communes.map(({ unitId }) => unitId),
    ownerId: district.parentId!,
    keepDays: 730,
    people: 184,
    entrants: 96,
  }
  const open: Plan = {
    id: 'thi-cchc-xa-moi',
    title: 'Xã mới, thủ tục mới: thi tìm hiểu cải cách hành chính',
    titleEn: 'New communes, new procedures: a contest on administrative reform',
    opensAt: new Date(now.getTime() - 6 * day),
    closesAt: new Date(now.getTime() + 21 * day),
    units: mergedCommunes.map(({ unitId }) => unitId),
    ownerId: mergedCommunes[0]!.unitId,
    keepDays: 60,
    people: 43,
    entrants: 21,
  }
  for (const plan of [drawn, open]) await storeContest(officer, chance, plan)
  await drawPrizes(officer, { contest: drawn.id, isConfirmed: true })
  const { draw } = await loadPublicContest(officer, drawn)
  await passWinner(officer, {
    contest: drawn.id,
    number: String(draw!.winners[2]!.number),
    reason: 'unreached',
  })
  return drawn.people + open.people
}

async function storeContest(officer: Actor, chance: Chance, { people, entrants, ...plan }: Plan) {
  const form = await database().prisma.definition.findUniqueOrThrow({
    where: { kind_slug_version: { kind: 'form', ...formName } },
  })
  const secret = randomBytes(32).toString('hex')
  const contest: NewContest = {
    ...plan,
    formId: form.id,
    graceDays: 0,
    periodStart: plan.opensAt,
    periodEnd: plan.closesAt,
    isSample: true,
    threshold: 8,
    entryDays: 1,
    prizes,
    commitment: commitTo(secret),
    sealedSecret: seal(secretPurpose, plan.id, secret),
  }
  await insertContest(officer, contest, { action: 'create-contest', subject: plan.id })
  const compiled = compileForm((form.body as unknown as FormFile).form)
  const right = new Map(compiled.form.questions.map(({ name, rightAnswer }) => [name, rightAnswer]))
  const until = Math.min(plan.closesAt.getTime(), plan.opensAt.getTime() + 6 * day)
  const data = Array.from({ length: people }, () => {
    const answers = drawAnswers(chance, compiled, right)
    return {
      waveId: plan.id,
      formId: form.id,
      unitId: plan.units[chance.whole(0, plan.units.length - 1)]!,
      receipt: chance.uuid(),
      day: new Date(
        plan.opensAt.getTime() + chance.whole(0, Math.floor((until - plan.opensAt.getTime()) / day)) * day,
      ),
      mode: 'self',
      entry: 'open',
      language: 'vi',
      answers,
      coded: codeAnswers(compiled, answers as Answers),
    }
  })
  await database().prisma.response.createMany({ data })
  const owner = await database().prisma.unit.findUniqueOrThrow({ where: { id: plan.ownerId } })
  const consent = drawConsent({ ...contest, owner, cancelledAt: null }).vi
  for (let at = 0; at < entrants; at++) await storeEntrant(chance, plan, at, consent)
}

/** Answers that the form takes. */
function drawAnswers(chance: Chance, compiled: CompiledForm, right: Map<string, unknown>): object {
  for (;;) {
    const filled = fillForm(compiled, (variable) => answer(chance, variable, right.get(variable.question)))
    const { answers, faults } = checkAnswers(compiled, filled)
    if (faults.length === 0) return answers
  }
}

/** Seven times out of ten the right answer, else any. */
function answer(chance: Chance, variable: Variable, right: unknown): unknown {
  if (variable.name === 'age_band') return chance.whole(2, 6)
  const isKnown = chance.happens(variable.option === undefined ? 0.72 : 0.94)
  if (variable.question === 'areas_count') return isKnown ? right : chance.whole(3, 9)
  const { option, row, values } = variable
  if (option !== undefined)
    return (right as unknown[]).map(String).includes(String(option)) === isKnown ? 1 : 0
  const own = row === undefined ? right : (right as Record<string, unknown>)[row]
  return isKnown ? own : values[chance.whole(0, values.length - 1)]!.value
}

async function storeEntrant(chance: Chance, plan: Pick<Plan, 'id' | 'units'>, at: number, consent: string) {
  const entrant = {
    name: `${chance.pick(families)} ${chance.pick(middles)} ${chance.pick(givens)}`,
    phone: `+8490000${String(at).padStart(4, '0')}`,
    unit: plan.units[chance.whole(0, plan.units.length - 1)]!,
  }
  await insertEntry({
    waveId: plan.id,
    ticketKey: chance.uuid(), // of no ticket and no telephone that anybody has
    phoneKey: chance.uuid(),
    consent,
    seal: (number) => sealEntrant(plan.id, number, entrant),
  })
}
