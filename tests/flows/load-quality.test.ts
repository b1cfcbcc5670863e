import { beforeEach, describe, expect, it } from 'vitest'
import { checkAnswerPatterns } from '#lib/flows/check-answer-patterns'
import { loadQuality } from '#lib/flows/load-quality'
import { loadResults } from '#lib/flows/load-results'
import { makePeople, type Person } from '../support/made-up-survey'
import { makeMadeUpWave, type Published, publishMadeUp, storePeople } from '../support/made-up-wave'
import { makeActor } from '../support/make'

const officer = makeActor({ role: 'district' })
const analyst = makeActor({ role: 'analyst' })
const ofCommune = makeActor({ role: 'commune', unitId: 'a' })
const drawn = makePeople({ seed: 31, units: ['a', 'b'], villages: 6, people: 10 }).map(
  (person, at): Person => ({ ...person, mode: at % 3 === 0 ? 'kiosk' : 'assisted' }),
)
const visitors = makePeople({ seed: 5, units: ['a', 'b'], villages: 1, people: 25 }).map(
  (person): Person => ({ ...person, cluster: '', stratum: '', weight: 1, entry: 'open', mode: 'self' }),
)
const ask = { index: 'made-up.v1', wave: 'w1' }

let published: Published

beforeEach(async () => {
  published = await publishMadeUp(['a', 'b'])
  const wave = await makeMadeUpWave(published, { id: 'w1', entries: ['drawn', 'open'] })
  await storePeople(wave, [...drawn, ...visitors])
})

describe('loadQuality', () => {
  it('splits the answers that stand for the wave by mode, each with an interval of the sample', async () => {
    const { groups, unit } = await loadQuality(officer, ask)
    expect(unit.id).toBe('district')
    expect(groups.mode.map(({ cell, answers }) => [cell.criterion, answers, cell.status])).toEqual([
      ['mode=kiosk', 40, 'ok'],
      ['mode=assisted', 80, 'ok'],
    ])
    for (const { cell } of groups.mode) expect(cell.low).toBeLessThan(cell.high!)
  })

  it('never lends volunteers the design of the sample', async () => {
    const { groups } = await loadQuality(officer, ask)
    const whole = (await loadResults(officer, ask)).cells.find(
      (cell) => cell.unit === 'district' && cell.criterion === 'made-up',
    )!
    const [open, sampled] = groups.entry.map(({ cell }) => cell)
    expect(open).toMatchObject({
      criterion: 'entry=open',
      status: 'no-design',
      low: null,
      standardError: null,
    })
    expect(sampled).toMatchObject({ value: whole.value, low: whole.low, standardError: whole.standardError })
  })

  it('splits by whether an answer came in the days of grace, and leaves that out where none did', async () => {
    expect((await loadQuality(officer, ask)).groups.late).toEqual([])
    const wave = await makeMadeUpWave(published, { id: 'w2', graceDays: 3 })
    await storePeople(
      wave,
      drawn.map((person) => ({ ...person, isLate: person.mode === 'kiosk' })),
    )
    const { groups } = await loadQuality(officer, { ...ask, wave: 'w2' })
    expect(groups.late.map(({ cell, answers }) => [cell.criterion, answers])).toEqual([
      ['late=0', 80],
      ['late=1', 40],
    ])
    const values = (field: 'late' | 'mode') =>
      groups[field].map(({ cell }) => [cell.value, cell.standardError])
    expect(values('late'), 'late are those of the kiosk, in time the others').toEqual(
      values('mode').reverse(),
    )
  })

  it('shows a commune officer the own unit only', async () => {
    const { groups, unit, silence } = await loadQuality(ofCommune, ask)
    expect(unit.id).toBe('a')
    expect(groups.mode.reduce((sum, { answers }) => sum + answers, 0)).toBe(60)
    expect(silence.every(({ asked }) => asked <= 60)).toBe(true)
  })
})

describe('checkAnswerPatterns', () => {
  it('gives the official index for all answers, and another one without the flagged', async () => {
    const official = (await loadResults(analyst, ask)).cells.filter((cell) => cell.criterion === 'made-up')
    const found = (await checkAnswerPatterns(analyst, ask))!
    for (const { unit, all } of found) expect(all).toEqual(official.find((cell) => cell.unit === unit))
    expect(found.map(({ answers }) => answers)).toEqual([60, 60])
    expect(found[0]!.flags.duplicate).toBe(0)
  })

  it('counts twins where somebody has sent one answer many times', async () => {
    const copied = drawn.slice(0, 1).flatMap((person) => Array.from({ length: 30 }, () => person))
    await storePeople({ id: 'w1', formId: published.formId }, copied)
    const [first] = (await checkAnswerPatterns(analyst, ask))!
    expect(first!.flags.duplicate).toBe(31)
    expect(first!.unflagged.value).not.toBe(first!.all.value)
  })
})
