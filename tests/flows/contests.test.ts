// A contest from its making to its winners: the real flows on the real database.
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { commitTo, drawOrder, drawSeed } from '#lib/contests/draw-order'
import { makeTicket } from '#lib/contests/ticket'
import { database } from '#lib/db/client'
import { countEntries } from '#lib/db/contest-entries'
import { findContest } from '#lib/db/contests'
import { settle } from '#lib/env'
import { addStudyWave } from '#lib/flows/add-study-wave'
import { createContest } from '#lib/flows/create-contest'
import { createWave } from '#lib/flows/create-wave'
import { deleteExpiredEntries } from '#lib/flows/delete-expired-entries'
import { drawPrizes } from '#lib/flows/draw-prizes'
import { enterPrizeDraw } from '#lib/flows/enter-prize-draw'
import { eraseEntry } from '#lib/flows/erase-entry'
import { exportOpenedLedger } from '#lib/flows/export-opened-ledger'
import { exportResponses } from '#lib/flows/export-responses'
import { leavePrizeDraw } from '#lib/flows/leave-prize-draw'
import { listResultChoices } from '#lib/flows/list-result-choices'
import { listWaves } from '#lib/flows/list-waves'
import { loadContest } from '#lib/flows/load-contest'
import { loadMarks } from '#lib/flows/load-marks'
import { loadPublicContest } from '#lib/flows/load-public-contest'
import { loadWinners } from '#lib/flows/load-winners'
import { passWinner } from '#lib/flows/pass-winner'
import { resealFields } from '#lib/flows/reseal-fields'
import { submitAnswers } from '#lib/flows/submit-answers'
import { makeSecretKey } from '#lib/secrecy/sealed-field'
import { publishMadeUp } from '../support/made-up-wave'
import { makeActor, makeUnit } from '../support/make'
import { answerContest, closeContest, makeContest, rightAnswers, tenRight } from '../support/make-contest'
import { makeStudy } from '../support/make-study'
import { withSettings } from '../support/test-keys'

settle({ AUTH_SECRET: 'a secret for tests that is long enough' })

/** The flow refuses with this problem. */
const throwsCode = (run: () => Promise<unknown>, code: string) =>
  expect(run()).rejects.toMatchObject({ code })

const officer = makeActor({ role: 'district' })
const phoneOf = (at: number) => `09${String(10_000_000 + at)}`
const person = (at: number) => ({ name: `Người Thứ ${at}`, phone: phoneOf(at), hasAgreed: true as const })

/** Answers, and enters the draw. */
async function enter(contest: { id: string; unit: string }, at: number): Promise<number> {
  const { ticket } = await loadMarks(null, await answerContest(contest))
  const { number } = await enterPrizeDraw(null, {
    contest: contest.id,
    ticket: ticket!,
    unit: contest.unit,
    ...person(at),
  })
  return number
}

async function enterMany(contest: { id: string; unit: string }, people: number): Promise<number[]> {
  const numbers: number[] = []
  for (let at = 0; at < people; at++) numbers.push(await enter(contest, at))
  return numbers
}

const draw = (id: string) => drawPrizes(officer, { contest: id, isConfirmed: true })

describe('marks', () => {
  test('come after sending, with what is right and why', async () => {
    const contest = await makeContest()
    const marks = await loadMarks(null, await answerContest(contest, tenRight))
    expect(marks).toMatchObject({ right: 10, of: 12 })
    const programme = marks.lines.find(({ name }) => name === 'programme')!
    expect(programme.parts).toMatchObject([
      { isRight: false, given: [{ vi: '2011–2020' }], right: [{ vi: '2021–2030' }] },
    ])
    expect(programme.explanation?.vi).toContain('2021–2030')
  })

  test('are nobody’s who does not have the answers, and those of what was stored first', async () => {
    const contest = await makeContest()
    const sent = await answerContest(contest, tenRight)
    await throwsCode(() => loadMarks(null, { ...sent, answers: rightAnswers }), 'marks_not_yours')
    await throwsCode(() => loadMarks(null, { ...sent, receipt: randomUUID() }), 'marks_not_yours')
    await submitAnswers(null, {
      wave: contest.id,
      unit: contest.unit,
      receipt: sent.receipt,
      answers: rightAnswers,
    })
    await throwsCode(() => loadMarks(null, { ...sent, answers: rightAnswers }), 'marks_not_yours')
    expect(await loadMarks(null, sent)).toMatchObject({ right: 10 })
  })

  test('give a ticket only to whoever has enough right, and only while the draw is open', async () => {
    const contest = await makeContest({ threshold: 11 })
    const few = await answerContest(contest, tenRight)
    const enough = await answerContest(contest, rightAnswers)
    expect((await loadMarks(null, few)).ticket).toBeNull()
    expect((await loadMarks(null, enough)).ticket).not.toBeNull()
    await closeContest(contest.id)
    expect((await loadMarks(null, enough)).ticket).toBeNull()
  })
})

describe('entering the draw', () => {
  test('one ticket and one telephone number enter once; both again get the same number', async () => {
    const contest = await makeContest()
    const sent = await answerContest(contest)
    const [one, two] = [(await loadMarks(null, sent)).ticket!, (await loadMarks(null, sent)).ticket!]
    const first = await enterPrizeDraw(null, { contest: contest.id, ticket: one, ...person(1) })
    expect(
      await enterPrizeDraw(null, {
        contest: contest.id,
        ticket: one,
        ...person(1),
        phone: '+84 910 000 001',
      }),
    ).toEqual(first)
    await throwsCode(
      () => enterPrizeDraw(null, { contest: contest.id, ticket: one, ...person(2) }),
      'ticket_used',
    )
    await throwsCode(
      () => enterPrizeDraw(null, { contest: contest.id, ticket: two, ...person(1) }),
      'phone_entered',
    )
    expect(await countEntries(contest.id)).toBe(1)
  })

  test('only with a ticket of this contest, a name, a telephone number and consent', async () => {
    const [contest, other] = [await makeContest(), await makeContest()]
    const { ticket } = await loadMarks(null, await answerContest(contest))
    const sent = { contest: contest.id, ticket: ticket!, ...person(1) }
    await throwsCode(() => enterPrizeDraw(null, { ...sent, ticket: makeTicket(other.id) }), 'ticket_wrong')
    await throwsCode(() => enterPrizeDraw(null, { ...sent, ticket: 'x' }), 'ticket_wrong')
    await throwsCode(() => enterPrizeDraw(null, { ...sent, name: ' ' }), 'invalid_input')
    await throwsCode(() => enterPrizeDraw(null, { ...sent, phone: '12' }), 'invalid_input')
    await throwsCode(() => enterPrizeDraw(null, { ...sent, phone: '' }), 'invalid_input')
    await throwsCode(() => enterPrizeDraw(null, { ...sent, unit: 'nowhere' }), 'invalid_input')
    await throwsCode(() => enterPrizeDraw(null, { ...sent, hasAgreed: false as true }), 'invalid_input')
    await closeContest(contest.id)
    await throwsCode(() => enterPrizeDraw(null, sent), 'draw_not_open')
    expect(await countEntries(contest.id)).toBe(0)
  })

  test('people who enter at the same moment all get in, each with a number of their own', async () => {
    const contest = await makeContest()
    const numbers = await Promise.all(Array.from({ length: 12 }, (_, at) => enter(contest, at)))
    expect(new Set(numbers).size).toBe(12)
    expect(await countEntries(contest.id)).toBe(12)
  })

  test('leaves nothing that ties an entry to an answer: no time, one transaction for all rows, places in another order', async () => {
    const contest = await makeContest()
    const numbers = await enterMany(contest, 30)
    const { rows } = await database().pool.query<{
      number: number
      xmin: string
      place: string
      text: string
    }>(
      `select number, xmin::text, ctid::text as place, row_to_json(e)::text as text from "ContestEntry" e
       where "waveId" = $1 order by ctid`,
      [contest.id],
    )
    expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1)
    const places = rows.map(({ number }) => numbers.indexOf(number))
    // 30 places in the order of entering, or in any order near it, are less likely than one in 10,000
    const inversions = places.flatMap((one, at) => places.slice(at + 1).filter((other) => other < one)).length
    expect(inversions).toBeGreaterThan(110)
    expect(inversions).toBeLessThan(325)
    expect(Object.keys(JSON.parse(rows[0]!.text)).sort()).toEqual([
      'consent',
      'number',
      'phoneKey',
      'sealed',
      'ticketKey',
      'waveId',
    ])
    const said = rows.map(({ text }) => text).join()
    expect(said).not.toMatch(/Người Thứ|91000|20\d\d-\d\d-\d\d/)
    const { rows: answers } = await database().pool.query<{ text: string }>(
      'select row_to_json(r)::text as text from "Response" r where "waveId" = $1',
      [contest.id],
    )
    for (const number of numbers) for (const { text } of answers) expect(text).not.toContain(String(number))
    const lines = await database().prisma.auditEvent.findMany({ where: { subject: contest.id } })
    expect(lines.map(({ action }) => action)).toEqual(['create-contest'])
  })

  test('a person takes the own name out with number and telephone number, an officer with the number', async () => {
    const contest = await makeContest()
    const [one, two] = (await enterMany(contest, 2)) as [number, number]
    const leave = (number: number, at: number) =>
      leavePrizeDraw(null, { contest: contest.id, number: String(number), phone: phoneOf(at) })
    await throwsCode(() => leave(one, 1), 'entry_unknown')
    await leave(one, 0)
    await throwsCode(() => leave(one, 0), 'entry_unknown')
    await eraseEntry(officer, { contest: contest.id, number: String(two) })
    expect(await countEntries(contest.id)).toBe(0)
  })
})

describe('the draw', () => {
  test('comes when nobody can enter any more, once, and anybody can repeat it', async () => {
    const contest = await makeContest({
      prizes: [
        { name: 'Giải nhất', count: 1 },
        { name: 'Giải nhì', count: 2 },
      ],
    })
    const numbers = await enterMany(contest, 8)
    const before = await loadPublicContest(null, contest)
    await throwsCode(() => draw(contest.id), 'draw_too_early')
    await closeContest(contest.id)
    await draw(contest.id)
    const { draw: drawn } = await loadPublicContest(null, contest)
    expect(drawn!.isRepeatable).toBe(true)
    expect(commitTo(drawn!.secret)).toBe(before.commitment)
    expect(drawn!.numbers).toEqual([...numbers].sort((a, b) => a - b))
    expect(drawn!.head.size).toBe(9) // the log begins with the list of keys
    const seed = drawSeed({ contest: contest.id, secret: drawn!.secret, head: drawn!.head, numbers })
    expect(drawn!.seed).toBe(seed)
    expect(drawn!.winners.map(({ number }) => number)).toEqual(drawOrder(seed, numbers).slice(0, 3))
    await throwsCode(() => draw(contest.id), 'already_drawn')
  })

  test('is fixed in the database: no second one, no change, no entry after it, no other prizes', async () => {
    const contest = await makeContest()
    await enterMany(contest, 3)
    await closeContest(contest.id)
    await Promise.allSettled([draw(contest.id), draw(contest.id), draw(contest.id)])
    const { prisma } = database()
    const where = { waveId: contest.id }
    expect(await prisma.contestDraw.count({ where })).toBe(1)
    await expect(prisma.contestDraw.update({ where, data: { seed: 'x' } })).rejects.toThrow()
    await expect(prisma.contestDraw.delete({ where })).rejects.toThrow()
    await expect(prisma.contest.update({ where, data: { prizes: [] } })).rejects.toThrow()
    await expect(prisma.contest.update({ where, data: { commitment: 'x' } })).rejects.toThrow()
    const late = {
      ...where,
      number: 1234567,
      ticketKey: 't',
      phoneKey: 'p',
      sealed: Buffer.from('x'),
      consent: '',
    }
    await expect(prisma.contestEntry.create({ data: late })).rejects.toThrow()
  })

  test('nothing is drawn of an empty list or of a cancelled contest', async () => {
    const [empty, cancelled] = [await makeContest({ isClosed: true }), await makeContest()]
    await throwsCode(() => draw(empty.id), 'nobody_to_draw')
    await database().prisma.wave.update({ where: { id: cancelled.id }, data: { cancelledAt: new Date() } })
    await throwsCode(() => draw(cancelled.id), 'contest_cancelled')
  })

  test('a winner who is passed over gives way to the next number, for good and in public', async () => {
    const contest = await makeContest()
    const numbers = await enterMany(contest, 4)
    await closeContest(contest.id)
    await draw(contest.id)
    const order = drawOrder((await findContest(contest.id))!.draw!.seed, numbers)
    const pass = (number: number) =>
      passWinner(officer, { contest: contest.id, number: String(number), reason: 'unreached' })
    await throwsCode(() => pass(order[1]!), 'no_winner')
    await pass(order[0]!)
    await throwsCode(() => pass(order[0]!), 'no_winner')
    const { draw: drawn } = await loadPublicContest(null, contest)
    expect(drawn!.winners).toEqual([{ prize: 0, number: order[1], passed: [order[0]] }])
    expect(drawn!.passes).toMatchObject([{ number: order[0], reason: 'unreached' }])
    expect(JSON.stringify(drawn)).not.toContain('Người Thứ')
  })

  test('officers see who won, and nobody else of the list; names go on their day, the draw stays', async () => {
    const contest = await makeContest({ keepDays: 30 })
    await enterMany(contest, 5)
    await closeContest(contest.id)
    await draw(contest.id)
    const { winners } = await loadWinners(officer, contest)
    expect(winners[0]!.person).toMatchObject({
      name: expect.stringMatching(/^Người Thứ \d$/),
      unit: { name: expect.any(String) },
    })
    expect(JSON.stringify(winners).match(/Người Thứ/g)).toHaveLength(1)
    const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000)
    expect(await deleteExpiredEntries(inDays(28))).toBe(0)
    expect(await deleteExpiredEntries(inDays(30))).toBe(5)
    expect(await countEntries(contest.id)).toBe(0)
    expect((await loadWinners(officer, contest)).winners[0]!.person).toBeNull()
    expect((await loadPublicContest(null, contest)).draw!.isRepeatable).toBe(true)
  })

  test('works after the key for personal data was changed', async () => {
    const contest = await makeContest()
    await enterMany(contest, 2)
    const fresh = makeSecretKey()
    const back = withSettings({ CONTACT_KEY: `${fresh},${process.env.CONTACT_KEY}` })
    const counts = await resealFields(null)
    expect(counts.contestEntry).toMatchObject({ anew: 2, unopened: 0 })
    expect(counts.contest).toMatchObject({ anew: 1, unopened: 0 })
    const alone = withSettings({ CONTACT_KEY: fresh })
    await closeContest(contest.id)
    await draw(contest.id)
    expect((await loadWinners(officer, contest)).winners[0]!.person).not.toBeNull()
    alone()
    back()
  })
})

describe('a contest measures nothing', () => {
  test('it stands in no list of waves or results, and no export has its answers', async () => {
    const contest = await makeContest()
    await answerContest(contest)
    expect((await listWaves(officer)).map(({ id }) => id)).not.toContain(contest.id)
    expect((await listResultChoices(officer)).waves.map(({ id }) => id)).not.toContain(contest.id)
    const analyst = makeActor({ role: 'analyst' })
    await throwsCode(() => exportResponses(analyst, { wave: contest.id } as never), 'unknown_wave')
    await throwsCode(() => exportOpenedLedger(analyst, { wave: contest.id }), 'unknown_wave')
  })

  test('no study, release or tally takes it, whatever asks', async () => {
    const contest = await makeContest()
    await answerContest(contest)
    await publishMadeUp(['made-up-unit'])
    const study = await makeStudy({ unitId: contest.unit, waves: [] })
    await throwsCode(() => addStudyWave(officer, { id: study, wave: contest.id }), 'unknown_wave')
    const { prisma } = database()
    await expect(
      prisma.effectStudyWave.create({ data: { studyId: study, waveId: contest.id } }),
    ).rejects.toThrow()
    const tally = { mode: 'self', place: '', collector: '', entry: 'open', stratum: '', cluster: '' }
    await expect(
      prisma.tally.create({
        data: { waveId: contest.id, unitId: contest.unit, ...tally, weight: 1, n: 1, counts: [] },
      }),
    ).rejects.toThrow()
    await expect(
      prisma.wave.update({ where: { id: contest.id }, data: { purpose: 'survey' } }),
    ).rejects.toThrow()
  })

  test('its form makes no survey, and a form without explanations makes no contest', async () => {
    const unit = (await makeUnit()).id
    const wave = {
      title: 'Đợt khảo sát',
      form: 'reform-contest.v1',
      design: 'none' as const,
      modes: ['self' as const],
      entries: ['open' as const],
      periodStart: '2026-01-01',
      periodEnd: '2026-12-31',
      opensAt: '2026-01-01T00:00',
      closesAt: '2099-01-01T00:00',
      units: [{ id: unit, target: 10 }],
    }
    await throwsCode(() => createWave(officer, wave), 'invalid_input')
    const contest = {
      title: 'Thi tìm hiểu',
      form: 'awareness.v1',
      owner: unit,
      units: [unit],
      opensAt: '2026-01-01T00:00',
      closesAt: '2099-01-01T00:00',
      threshold: 1,
      prizes: [{ name: 'Giải nhất', count: 1 }],
    }
    await throwsCode(() => createContest(officer, contest), 'invalid_input')
    await throwsCode(
      () => createContest(officer, { ...contest, form: 'reform-contest.v1', threshold: 13 }),
      'invalid_input',
    )
  })

  test('its page shows no share and no scores of a few people', async () => {
    const contest = await makeContest()
    for (let at = 0; at < 4; at++) await answerContest(contest, tenRight)
    await closeContest(contest.id)
    const few = await loadContest(officer, contest)
    expect(few.bins).toEqual([])
    expect(few.questions.every(({ share }) => share === null)).toBe(true)
    const other = await makeContest()
    for (let at = 0; at < 4; at++) await answerContest(other, tenRight)
    await answerContest(other, rightAnswers)
    expect((await loadContest(officer, other)).bins, 'while it is open').toEqual([])
    await closeContest(other.id)
    const enough = await loadContest(officer, other)
    expect(enough.participants).toBe(5)
    expect(enough.bins).toEqual([{ from: 0, to: 12, people: 5 }])
    expect(enough.questions.find(({ key }) => key === 'programme')).toMatchObject({ asked: 5, share: 0.2 })
  })
})
