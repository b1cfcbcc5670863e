// One unit through a whole round on the real database, and everything that must be refused on the way.
import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#lib/access'
import { database } from '#lib/db/client'
import { findRevision, listRevisions } from '#lib/db/round-revisions'
import { acceptRest } from '#lib/flows/accept-rest'
import { appraiseCriterion } from '#lib/flows/appraise-criterion'
import { closeExplanation } from '#lib/flows/close-explanation'
import { correctRound } from '#lib/flows/correct-round'
import { explainChange } from '#lib/flows/explain-change'
import { extendDeadline } from '#lib/flows/extend-deadline'
import { finishStep } from '#lib/flows/finish-step'
import { freezeRound } from '#lib/flows/freeze-round'
import { loadRound } from '#lib/flows/load-round'
import { loadRoundSheet } from '#lib/flows/load-round-sheet'
import { reopenStep } from '#lib/flows/reopen-step'
import { saveSelfScore } from '#lib/flows/save-self-score'
import { differences } from '#lib/rounds/round-result'
import { makeActor, makeUnit } from '../support/make'
import { type MadeRound, makeRound } from '../support/make-round'

const commune = makeActor({ role: 'commune', unitId: 'round-unit', name: 'Cán bộ xã' })
const district = makeActor({ role: 'district', login: 'an', name: 'Nguyễn An' })
const colleague = makeActor({ role: 'district', login: 'binh', name: 'Trần Bình' })

let made: MadeRound
const place = () => ({ round: made.round, unit: made.unit })
const score = (criterion: string, figure: string, seen = 0, by: Actor = commune) =>
  saveSelfScore(by, { ...place(), criterion, seen, kind: 'figure', figure, note: '' })
const sheetOf = async () => (await loadRoundSheet(district, place())).sheet
const round = (value: number | null) => value && Number(value.toFixed(9))
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (problem) => problem.details?.refusal ?? problem.code,
  )

describe('a unit in a round', () => {
  beforeEach(async () => {
    made = await makeRound({ units: ['round-unit', 'round-neighbour'] })
  })

  it('scores itself, is changed in one place, contests, is appraised again and frozen', async () => {
    await score('tasks', '92,5')
    await score('plan', '1')
    await score('late_reports', '1')
    expect(await finishStep(commune, { ...place(), step: 'self-scoring' })).toBe('appraisal')
    const { seen } = (await sheetOf()).lines.get('tasks')!
    const change = { ...place(), criterion: 'tasks', seen, kind: 'figure' as const, figure: '80' }
    expect(await codeOf(appraiseCriterion(district, { ...change, reason: '' }))).toBe('reason-missing')
    await appraiseCriterion(district, { ...change, reason: 'Hai nhiệm vụ chưa có minh chứng' })
    expect(await acceptRest(district, place())).toBe(2)
    expect(await finishStep(district, { ...place(), step: 'appraisal' })).toBe('explanation')
    const changed = (await sheetOf()).lines.get('tasks')!
    const explanation = { ...place(), criterion: 'tasks', seen: changed.seen, isContested: true }
    await explainChange(commune, { ...explanation, text: 'Đã gửi bổ sung' })
    expect(await finishStep(commune, { ...place(), step: 'explanation' })).toBe('second-appraisal')
    const contested = (await sheetOf()).lines.get('tasks')!
    await appraiseCriterion(colleague, {
      ...change,
      seen: contested.seen,
      figure: '85',
      reason: 'Nhận một nhiệm vụ',
    })
    expect(await finishStep(colleague, { ...place(), step: 'second-appraisal' })).toBe('settled')

    expect(await codeOf(freezeRound(district, { id: made.round, isConfirmed: true }))).toBe('invalid_input')
    const reason = 'Hết hạn, một đơn vị chưa nộp'
    expect(await freezeRound(district, { id: made.round, isConfirmed: true, reason })).toBe(1)
    const { result } = (await findRevision(made.round, 1))!
    const cell = (unit: string, criterion: string) =>
      result.cells.find((one) => one.unit === unit && one.criterion === criterion)
    expect(cell('round-unit', 'tasks')).toMatchObject({ value: 51, maximum: 60, status: 'ok' })
    expect(cell('round-unit', 'round-index')).toMatchObject({ value: 51 + 20 + 15 })
    expect(cell('round-neighbour', 'round-index')).toMatchObject({ value: null, status: 'missing' })
    const [unit] = result.units.filter(({ id }) => id === 'round-unit')
    expect(unit!.lines[0]).toMatchObject({
      self: { kind: 'figure', value: 92.5 },
      appraised: { kind: 'figure', value: 80 },
      reason: 'Hai nhiệm vụ chưa có minh chứng',
      standing: { kind: 'figure', value: 85 },
    })
    const { events } = await loadRoundSheet(commune, place())
    expect(events.map(({ kind, actorName }) => `${kind} ${actorName}`)).toEqual([
      'self-score Cán bộ xã',
      'self-score Cán bộ xã',
      'self-score Cán bộ xã',
      'submit Cán bộ xã',
      'appraise Nguyễn An',
      'appraise Nguyễn An',
      'appraise Nguyễn An',
      'finish-appraisal Nguyễn An',
      'explain Cán bộ xã',
      'finish-explanation Cán bộ xã',
      'appraise-again Trần Bình',
      'finish-second-appraisal Trần Bình',
      'freeze Nguyễn An',
    ])
  })

  it('is refused a figure that its rule does not take, with the way to mend it, and keeps what stood there', async () => {
    await score('tasks', '50')
    const problem = await score('tasks', '101', 1).catch((error) => error)
    expect(problem.details.faults).toMatchObject([{ question: 'tasks', code: 'wrong_figure' }])
    expect(problem.sentence.vi).toBe('“Nhiệm vụ đúng hạn”: hãy nhập một số từ 0 đến 100.')
    for (const typed of ['', 'tám', '1.234', '1e2', '-1'])
      expect(await codeOf(score('tasks', typed, 1)), typed).toBe('invalid_input')
    expect((await sheetOf()).lines.get('tasks')!.self!.answer).toEqual({ kind: 'figure', value: 50 })
  })

  it('may say “not applicable” only where the index allows it, and must say why', async () => {
    const say = (criterion: string, note: string) =>
      codeOf(saveSelfScore(commune, { ...place(), criterion, seen: 0, kind: 'not-applicable', note }))
    expect(await say('tasks', 'không có')).toBe('invalid_input')
    expect(await say('plan', '')).toBe('note-missing')
    expect(await say('plan', 'xã không có chức năng này')).toBe('done')
  })

  it('writes nothing when the same is sent twice, as after a lost connection', async () => {
    await score('tasks', '50')
    await score('tasks', '50,0')
    expect((await sheetOf()).events).toBe(1)
  })

  it('does not overwrite what somebody wrote after the page was opened, and says who it was', async () => {
    await score('tasks', '50', 0, colleague)
    const problem = await score('tasks', '60', 0).catch((error) => error)
    expect([problem.code, problem.sentence.vi]).toEqual([
      'changed_meanwhile',
      expect.stringContaining('Trần Bình đã ghi vào chỗ này'),
    ])
    expect((await sheetOf()).lines.get('tasks')!.self!.answer).toEqual({ kind: 'figure', value: 50 })
  })

  it('loses nothing when many write at once: one wins each criterion, all events stand in a row', async () => {
    const attempts = ['tasks', 'plan', 'late_reports'].flatMap((criterion) =>
      [0, 1].map((figure) => codeOf(score(criterion, String(figure)))),
    )
    const verdicts = await Promise.all(attempts)
    expect(verdicts.filter((verdict) => verdict === 'done')).toHaveLength(3)
    expect(verdicts.filter((verdict) => verdict === 'changed_meanwhile')).toHaveLength(3)
    expect((await sheetOf()).events).toBe(3)
  })

  it('is appraised by nobody who scored it, and scored by nobody who appraised it', async () => {
    await score('tasks', '50', 0, district)
    await score('plan', '1')
    await score('late_reports', '0')
    await finishStep(commune, { ...place(), step: 'self-scoring' })
    expect(await codeOf(acceptRest(district, place()))).toBe('own-work')
    expect((await loadRoundSheet(district, place())).isOwnWork).toBe(true)
    await acceptRest(colleague, place())
    await reopenStep(colleague, { ...place(), step: 'self-scoring', reason: 'nhập nhầm đơn vị' })
    expect(await codeOf(score('tasks', '51', 99, colleague))).toBe('own-work')
  })

  it('belongs to the officers above it only', async () => {
    await makeUnit({ id: 'other-district', level: 'district' })
    const stranger = makeActor({ role: 'district', unitId: 'other-district' })
    const above = makeActor({ role: 'district', unitId: 'round-district' })
    const reopen = (by: Actor) => codeOf(reopenStep(by, { ...place(), step: 'self-scoring', reason: 'thử' }))
    expect([await reopen(stranger), await reopen(above)]).toEqual(['not_allowed', 'no-such-step'])
  })

  it('is named with the criteria that are still open', async () => {
    await score('tasks', '50')
    const problem = await finishStep(commune, { ...place(), step: 'self-scoring' }).catch((error) => error)
    expect(problem.sentence.vi).toBe('Còn 2 tiêu chí chưa xong: “Có kế hoạch”, “Báo cáo chậm”.')
  })
})

describe('deadlines of a round', () => {
  const yesterday = new Date(Date.now() - 36 * 3_600_000)

  it('mark who is late, and shut out late units where the round says so, until the unit gets more time', async () => {
    made = await makeRound({ selfScoreBy: yesterday, allowsLate: false })
    expect((await loadRound(district, { id: made.round })).lines[0]).toMatchObject({
      late: 2,
      turn: 'unit',
      done: 0,
      todo: 3,
    })
    expect(await codeOf(score('tasks', '50'))).toBe('too-late')
    await extendDeadline(district, { ...place(), until: '2098-01-01T17:00', reason: 'mất điện' })
    await score('tasks', '50')
    expect((await loadRound(district, { id: made.round })).lines[0]).toMatchObject({ late: 0, done: 1 })
  })

  it('only mark late units where the round lets them in', async () => {
    made = await makeRound({ selfScoreBy: yesterday })
    for (const criterion of ['tasks', 'plan', 'late_reports']) await score(criterion, '1')
    await finishStep(commune, { ...place(), step: 'self-scoring' })
    expect((await loadRound(district, { id: made.round })).lines[0]).toMatchObject({
      handedInLate: 2,
      late: 0,
      turn: 'appraiser',
    })
  })

  it('let the appraiser go on without an explanation only after they have passed', async () => {
    made = await makeRound({ step: 'explanation' })
    expect(await codeOf(closeExplanation(district, { ...place(), reason: 'không trả lời' }))).toBe(
      'not-late-yet',
    )
    await extendDeadline(district, { ...place(), until: '2001-01-01T17:00', reason: 'thử' })
    expect(await closeExplanation(district, { ...place(), reason: 'không trả lời' })).toBe('settled')
  })
})

describe('a frozen round', () => {
  beforeEach(async () => {
    made = await makeRound({ step: 'settled' })
    await freezeRound(district, { id: made.round, isConfirmed: true })
  })

  it('takes no step back and no second freeze', async () => {
    expect(await codeOf(reopenStep(district, { ...place(), step: 'appraisal', reason: 'thử' }))).toBe(
      'wrong-step',
    )
    expect(await codeOf(freezeRound(district, { id: made.round, isConfirmed: true, reason: 'thử' }))).toBe(
      'wrong-step',
    )
    expect(await codeOf(score('tasks', '1', 99))).toBe('wrong-step')
  })

  it('keeps its result when a mistake is corrected, and the new revision shows what is different', async () => {
    const correction = { ...place(), criterion: 'late_reports', kind: 'figure' as const, figure: '2' }
    expect(await codeOf(correctRound(district, { ...correction, reason: '' }))).toBe('invalid_input')
    expect(await correctRound(district, { ...correction, reason: 'Hai báo cáo quý gửi chậm' })).toBe(2)
    const [before, after] = await Promise.all([1, 2].map((number) => findRevision(made.round, number)))
    expect(
      differences(before!.result, after!.result).map(({ criterion, before, after }) => [
        criterion,
        round(before!.value),
        round(after!.value),
      ]),
    ).toEqual([
      ['round-index', 51 + 20 + 20, 51 + 20 + 10],
      ['reports', 20, 10],
      ['late_reports', 20, 10],
    ])
    expect(await listRevisions(made.round)).toMatchObject([
      { number: 1 },
      { number: 2, reason: 'Hai báo cáo quý gửi chậm', actorName: 'Nguyễn An' },
    ])
  })

  it('takes one of two corrections that meet, and tells the other', async () => {
    const correct = (figure: string) =>
      codeOf(
        correctRound(district, { ...place(), criterion: 'tasks', kind: 'figure', figure, reason: 'sửa sai' }),
      )
    expect((await Promise.all([correct('10'), correct('20')])).sort()).toEqual(['changed_meanwhile', 'done'])
  })

  it('cannot be touched in the database either', async () => {
    const run = (sql: string) => database().pool.query(sql)
    for (const sql of [
      `update "RoundRevision" set result = '{}'`,
      'delete from "RoundRevision"',
      'truncate "RoundRevision"',
      `update "RoundEvent" set details = '{}'`,
      'delete from "RoundEvent"',
      `update "RoundUnit" set step = 'self-scoring'`,
      'delete from "RoundUnit"',
      `update "Round" set "frozenAt" = null`,
      `insert into "RoundEvent" ("unitId", "roundId", number, "actorId", "actorName", kind, step, details) values ('round-unit', '${made.round}', 99, 'x', 'x', 'reopen', 'appraisal', '{}')`,
    ])
      await expect(run(sql), sql).rejects.toThrow(/refused|follow/)
  })
})
