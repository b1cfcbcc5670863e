// Sample rounds, written through the same record as real ones. The round of 2024 in the nine communes is through and frozen,
// with a later correction; that of 2025 in the communes they became is frozen too; the one of this year in the communes of today is under way, every unit at another step
// and one of them late.
import type { Actor } from '#lib/access'
import { database } from '#lib/db/client'
import { recordRoundEvents } from '#lib/db/round-events'
import { insertRevision } from '#lib/db/round-revisions'
import { insertRound } from '#lib/db/rounds'
import { openRound, readSheets } from '#lib/flows/open-round-sheet'
import { scoreRound } from '#lib/flows/score-round'
import type { Answer, RoundEvent, Step } from '#lib/rounds/round-event'
import { emptySheet, nextSheet, nextStep, type Sheet, standingAnswer } from '#lib/rounds/sheet'
import { makeChance } from './chance'
import { communes, mergedCommunes } from './communes'
import { makeSampleFigures } from './figures'

type Person = Pick<Actor, 'userId' | 'name'>
type Deed = { by: Person; at: Date; event: RoundEvent }

const dayLength = 86_400_000
const figure = (value: number): Answer => ({ kind: 'figure', value })
const inViet = (moment: string) => new Date(`${moment}+07:00`)

/** All rounds; `officer` appraises, `now` dates the one under way. */
export async function storeSampleRounds(officer: Actor, now: Date): Promise<void> {
  const index = await database().prisma.definition.findUniqueOrThrow({
    where: { kind_slug_version: { kind: 'index', slug: 'par-index-commune', version: 1 } },
  })
  await storeFrozenRound(officer, index.id)
  if (now.getUTCFullYear() > 2025) await storeMergedRound(officer, index.id)
  await storeRunningRound(officer, index.id, now)
}

/** Where units rated themselves too high in 2024, and why the appraiser said so. */
const inflated = [
  {
    unitId: '22873-1',
    criterion: 'digital_payment',
    by: 14,
    reason: 'Chỉ tính hồ sơ có giao dịch trên hệ thống',
    isContested: true,
  },
  {
    unitId: '22888-1',
    criterion: 'direction_tasks',
    by: 8,
    reason: 'Hai nhiệm vụ hoàn thành sau hạn',
    isContested: false,
  },
  {
    unitId: '22894-1',
    criterion: 'procedures_posted',
    by: 5,
    reason: 'Kiểm tra tại trụ sở: thiếu bốn thủ tục',
    isContested: false,
  },
  {
    unitId: '22912-1',
    criterion: 'digital_online',
    by: 17,
    reason: 'Cán bộ nộp hộ, không phải người dân tự nộp',
    isContested: true,
  },
]

async function storeFrozenRound(officer: Actor, indexId: number): Promise<void> {
  const id = 'cham-diem-2024'
  await insertRound(officer, {
    id,
    title: 'Chấm điểm CCHC năm 2024 (dữ liệu mẫu)',
    titleEn: 'Scoring of administrative reform 2024 (sample data)',
    year: 2024,
    allowsLate: true,
    isSample: true,
    indexId,
    appraiserId: '587-1',
    unitIds: communes.map(({ unitId }) => unitId),
    deadlines: {
      'self-scoring': inViet('2025-01-15T17:00'),
      appraisal: inViet('2025-02-14T17:00'),
      explanation: inViet('2025-02-28T17:00'),
      'second-appraisal': inViet('2025-03-14T17:00'),
    },
  })
  const { index, asked } = await openRound(id)
  const figures = makeSampleFigures(index)
  const codes = asked.map(({ code }) => code)
  for (const [at, { unitId }] of communes.entries()) {
    const commune = await scorerOf(unitId)
    const found = (code: string) =>
      figures.find((one) => one.unitId === unitId && one.criterion === code)?.value
    const isLate = unitId === '22912-1'
    const submitted = inViet(
      isLate ? '2025-01-20T10:30' : `2025-01-${String(8 + (at % 6)).padStart(2, '0')}T15:00`,
    )
    const deeds = [
      ...codes.map(
        (code): Deed => ({
          by: commune,
          at: earlier(submitted, 2),
          event: selfScore(unitId, code, found(code)),
        }),
      ),
      { by: commune, at: submitted, event: { kind: 'submit' as const } },
      ...codes.map(
        (code): Deed => ({
          by: officer,
          at: inViet('2025-02-10T09:00'),
          event: appraisal(unitId, code, found(code)),
        }),
      ),
      { by: officer, at: inViet('2025-02-12T16:00'), event: { kind: 'finish-appraisal' as const } },
      ...disputes(unitId, commune, officer, found),
    ]
    await record(id, unitId, codes, deeds)
  }
  await freezeSample(id, officer, 'hai-long-2024-2', inViet('2025-03-20T09:00'))
  await correct(id, officer)
}

/** What units say to a change, and what comes of it. */
function disputes(
  unitId: string,
  commune: Person,
  officer: Person,
  found: (code: string) => number | undefined,
): Deed[] {
  const own = inflated.filter((one) => one.unitId === unitId)
  if (own.length === 0) return []
  const explained = own.map(({ criterion, isContested }): Deed => {
    const text = isContested ? 'Đề nghị tính cả hồ sơ đã gửi bổ sung ngày 20/2' : ''
    return {
      by: commune,
      at: inViet('2025-02-25T14:00'),
      event: { kind: 'explain', criterion, isContested, text },
    }
  })
  const done = { by: commune, at: inViet('2025-02-26T09:00'), event: { kind: 'finish-explanation' as const } }
  const contested = own.filter(({ isContested }) => isContested)
  if (contested.length === 0) return [...explained, done]
  const again = contested.map(({ criterion }): Deed => {
    const reason = 'Chấp nhận một phần hồ sơ bổ sung'
    const answer = figure(Math.round((found(criterion)! + 2) * 10) / 10)
    return {
      by: officer,
      at: inViet('2025-03-10T10:00'),
      event: { kind: 'appraise-again', criterion, answer, reason },
    }
  })
  return [
    ...explained,
    done,
    ...again,
    { by: officer, at: inViet('2025-03-11T10:00'), event: { kind: 'finish-second-appraisal' } },
  ]
}

const missing = { kind: 'no-figure' } as const

function selfScore(unitId: string, criterion: string, found: number | undefined): RoundEvent {
  if (found === undefined)
    return {
      kind: 'self-score',
      criterion,
      answer: missing,
      note: 'Chưa thống kê được kết quả số hóa trước năm 2023',
    }
  const above = inflated.find((one) => one.unitId === unitId && one.criterion === criterion)?.by ?? 0
  const value = Math.min(100, Math.round((found + above) * 10) / 10)
  return { kind: 'self-score', criterion, answer: figure(value), note: 'Số liệu mẫu' }
}

function appraisal(unitId: string, criterion: string, found: number | undefined): RoundEvent {
  if (found === undefined) return { kind: 'appraise', criterion, answer: missing, reason: '' }
  const changed = inflated.find((one) => one.unitId === unitId && one.criterion === criterion)
  return { kind: 'appraise', criterion, answer: figure(found), reason: changed?.reason ?? '' }
}

async function freezeSample(id: string, officer: Actor, wave: string, at: Date): Promise<void> {
  const opened = await openRound(id)
  const sheets = await readSheets(opened)
  await insertRevision(officer, {
    roundId: id,
    reason: '',
    result: await scoreRound(officer, opened, sheets, wave),
    units: new Map(
      sheets.map(({ unitId, sheet }) => {
        const event = { kind: 'freeze' as const, reason: '' }
        return [unitId, { events: [{ event, step: 'frozen' as const }], after: sheet.events }]
      }),
    ),
    follows: 0,
    isFreeze: true,
    at,
  })
}

/** One mistake was found afterwards. */
async function correct(id: string, officer: Actor): Promise<void> {
  const opened = await openRound(id)
  const sheets = await readSheets(opened)
  const unit = sheets.find(({ unitId }) => unitId === '22891-1')!
  const before = standingAnswer(unit.sheet.lines.get('digital_payment')!)
  const value = before?.kind === 'figure' ? Math.round((before.value - 3) * 10) / 10 : 0
  const reason = 'Đính chính: một số hồ sơ thanh toán bị đếm hai lần'
  const event = { kind: 'correct' as const, criterion: 'digital_payment', answer: figure(value), reason }
  const at = inViet('2025-04-15T10:00')
  const number = unit.sheet.events + 1
  const sheet = nextSheet(unit.sheet, {
    ...event,
    number,
    at,
    actorId: officer.userId,
    actorName: officer.name,
  })
  const corrected = sheets.map((one) => (one === unit ? { ...unit, sheet } : one))
  await insertRevision(officer, {
    roundId: id,
    reason,
    result: await scoreRound(officer, opened, corrected, 'hai-long-2024-2'),
    units: new Map([
      [unit.unitId, { events: [{ event, step: 'frozen' as const }], after: unit.sheet.events }],
    ]),
    follows: 1,
    isFreeze: false,
    at,
  })
}

/** Everything was accepted as it was scored: what this round has to show is how it compares with the one before. */
async function storeMergedRound(officer: Actor, indexId: number): Promise<void> {
  const id = 'cham-diem-2025'
  await insertRound(officer, {
    id,
    title: 'Chấm điểm CCHC năm 2025 (dữ liệu mẫu)',
    titleEn: 'Scoring of administrative reform 2025 (sample data)',
    year: 2025,
    allowsLate: true,
    isSample: true,
    indexId,
    appraiserId: '56-2',
    unitIds: mergedCommunes.map(({ unitId }) => unitId),
    deadlines: {
      'self-scoring': inViet('2026-01-15T17:00'),
      appraisal: inViet('2026-02-13T17:00'),
      explanation: inViet('2026-02-27T17:00'),
      'second-appraisal': inViet('2026-03-13T17:00'),
    },
  })
  const { asked } = await openRound(id)
  const codes = asked.map(({ code }) => code)
  const chance = makeChance(20251130)
  for (const { unitId, service } of mergedCommunes) {
    const commune = await scorerOf(unitId)
    const answers = codes.map((criterion) => {
      const value = Math.min(100, Math.round((84 + 10 * service + chance.normal(6)) * 10) / 10)
      return { criterion, answer: figure(value) }
    })
    await record(id, unitId, codes, [
      ...answers.map((one): Deed => {
        const event = { kind: 'self-score' as const, ...one, note: 'Số liệu mẫu' }
        return { by: commune, at: inViet('2026-01-09T15:00'), event }
      }),
      { by: commune, at: inViet('2026-01-12T15:00'), event: { kind: 'submit' } },
      ...answers.map((one): Deed => {
        const event = { kind: 'appraise' as const, ...one, reason: '' }
        return { by: officer, at: inViet('2026-02-10T09:00'), event }
      }),
      { by: officer, at: inViet('2026-02-11T16:00'), event: { kind: 'finish-appraisal' } },
    ])
  }
  await freezeSample(id, officer, 'hai-long-2025', inViet('2026-03-20T09:00'))
}

/** Unit of today -> how far it is. Ninh Phước has not handed in and is late. */
const running: Record<string, { step: Step; scored: number }> = {
  '22870-2': { step: 'self-scoring', scored: 7 },
  '22873-2': { step: 'appraisal', scored: 11 },
  '22891-2': { step: 'explanation', scored: 11 },
  '22888-2': { step: 'second-appraisal', scored: 11 },
}

async function storeRunningRound(officer: Actor, indexId: number, now: Date): Promise<void> {
  const year = now.getUTCFullYear()
  const id = `cham-diem-${year}`
  await insertRound(officer, {
    id,
    title: `Chấm điểm CCHC năm ${year} (dữ liệu mẫu)`,
    titleEn: `Scoring of administrative reform ${year} (sample data)`,
    year,
    allowsLate: true,
    isSample: true,
    indexId,
    appraiserId: '56-2',
    unitIds: Object.keys(running),
    deadlines: {
      'self-scoring': earlier(now, 3),
      appraisal: earlier(now, -6),
      explanation: earlier(now, -14),
      'second-appraisal': earlier(now, -21),
    },
  })
  const { asked } = await openRound(id)
  const codes = asked.map(({ code }) => code)
  const chance = makeChance(20251231)
  for (const [unitId, { step, scored }] of Object.entries(running)) {
    const commune = await scorerOf(unitId)
    const values = codes
      .map(() => Math.round((82 + chance.normal(9)) * 10) / 10)
      .map((value) => Math.min(100, value))
    const self = codes.slice(0, scored).map((criterion, at): Deed => {
      return {
        by: commune,
        at: earlier(now, 9),
        event: { kind: 'self-score', criterion, answer: figure(values[at]!), note: 'Số liệu mẫu' },
      }
    })
    const judged = codes.map((criterion, at): Deed => {
      const isChanged = at === 3 || at === 8
      const answer = figure(isChanged ? Math.max(0, values[at]! - 11) : values[at]!)
      const reason = isChanged ? 'Minh chứng chưa đủ cho phần còn lại' : ''
      return { by: officer, at: earlier(now, 2), event: { kind: 'appraise', criterion, answer, reason } }
    })
    const answered = [3, 8].map((at): Deed => {
      const text = at === 3 ? 'Đã bổ sung minh chứng quý IV' : ''
      return {
        by: commune,
        at: earlier(now, 1),
        event: { kind: 'explain', criterion: codes[at]!, isContested: at === 3, text },
      }
    })
    const all: Deed[] = [
      ...self,
      { by: commune, at: earlier(now, 5), event: { kind: 'submit' } },
      ...(step === 'appraisal' ? judged.slice(0, 5) : judged),
      { by: officer, at: earlier(now, 1.5), event: { kind: 'finish-appraisal' } },
      ...(step === 'explanation' ? answered.slice(0, 1) : answered),
      { by: commune, at: earlier(now, 0.5), event: { kind: 'finish-explanation' } },
    ]
    await record(id, unitId, codes, upTo(step, codes, all))
  }
}

/** The deeds until the step is left: what belongs to later steps is cut off. */
function upTo(step: Step, codes: string[], deeds: Deed[]): Deed[] {
  let sheet = emptySheet(codes)
  const done: Deed[] = []
  for (const deed of deeds) {
    const after = stepAfter(sheet, deed)
    if (sheet.step === step && after.step !== step) break
    done.push(deed)
    sheet = after
  }
  return done
}

function stepAfter(sheet: Sheet, { by, at, event }: Deed): Sheet {
  return nextSheet(sheet, { ...event, number: sheet.events + 1, at, actorId: by.userId, actorName: by.name })
}

/** Somebody of the unit who has no account here. */
async function scorerOf(unitId: string): Promise<Person> {
  const { name } = await database().prisma.unit.findUniqueOrThrow({ where: { id: unitId } })
  return { userId: `sample-${unitId}`, name: `Cán bộ ${name} (mẫu)` }
}

async function record(roundId: string, unitId: string, codes: string[], deeds: Deed[]): Promise<void> {
  let sheet = emptySheet(codes)
  const byMoment = new Map<string, Deed[]>()
  for (const deed of deeds) {
    const key = `${deed.by.userId} ${deed.at.getTime()}`
    byMoment.set(key, [...(byMoment.get(key) ?? []), deed])
  }
  for (const together of byMoment.values()) {
    const events = together.map((deed) => {
      const step = nextStep(sheet, deed.event)
      sheet = stepAfter(sheet, deed)
      return { event: deed.event, step }
    })
    await recordRoundEvents(together[0]!.by, { roundId, unitId }, () => ({ events }), together[0]!.at)
  }
}

const earlier = (now: Date, days: number) => new Date(now.getTime() - days * dayLength)
