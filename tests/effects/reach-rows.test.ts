import { describe, expect, it } from 'vitest'
import { effectColumns, effectTable } from '#lib/effects/effect-table'
import { reachRow, recallIn } from '#lib/effects/reach-rows'
import { simulateDistrict } from '#lib/effects/simulated-district'
import { studyEffect } from '#lib/effects/study-effect'
import type { StudyInput } from '#lib/effects/study-input'
import { unpromptedColumns, unpromptedOutcomes } from '#lib/effects/unprompted-recall'
import { heardWhere } from '../support/heard-where'
import { staggeredDistrict } from './district-plans'

const { input: simulated } = simulateDistrict({ ...staggeredDistrict, seed: 3 })
const [channel] = simulated.reach.prompted.map((one) => one.channel)

/** Everybody who recalls the first channel from the list named it before; who heard but does not wrote of a neighbour. */
function withWords(input: StudyInput): StudyInput {
  const codes = [{ code: channel!, words: ['x'] }, ...heardWhere.codes.slice(1, 3)]
  const frame = { ...heardWhere, form: input.primary.form, codes }
  const variable = input.reach.prompted[0]!.outcome.leaves[0]!.variables[0]!
  return {
    ...input,
    plan: { ...input.plan, reach: { ...input.plan.reach, codeFrame: 'heard-where.v1' } },
    reach: { ...input.reach, ...unpromptedOutcomes(frame) },
    waves: input.waves.map((wave) => {
      const { codes } = wave.answers
      const heard = Array.from(codes.heard!, (code) => (code < 0 ? Number.NaN : code === 1 ? 1 : 0))
      const mentioned = Array.from(codes[variable]!, (code) => (code === 1 ? [channel!] : []))
      return {
        ...wave,
        answers: { ...wave.answers, codes: { ...codes, ...unpromptedColumns(frame, heard, mentioned) } },
      }
    }),
  }
}

const input = withWords(simulated)
const last = input.waves.at(-1)!
const all = { unit: null, group: 'all' as const, units: new Set(input.communes.map(({ id }) => id)) }
const rowOf = (from: StudyInput, wave = from.waves.at(-1)!, minimum = 30) =>
  reachRow(recallIn(wave, from), all, minimum)

describe('reachRow', () => {
  it('counts everybody who was asked, and splits who heard into named and not assigned', () => {
    const row = rowOf(input)
    const own = row.channels.find((one) => one.channel === channel)!
    expect(own.named!.n).toBe(row.unprompted!.n)
    expect(own.named!.value).toBeLessThanOrEqual(own.share!.value)
    expect(row.named!.value).toBe(own.named!.value)
    expect(own.named!.value + row.notAssigned!.value).toBeCloseTo(row.unprompted!.value, 12)
  })

  it('gives the interval of a share, as for recall from the list', () => {
    const { named } = rowOf(input).channels.find((one) => one.channel === channel)!
    expect(named!.low).toBeLessThan(named!.value)
    expect(named!.high).toBeGreaterThan(named!.value)
    const open = rowOf(input, { ...last, design: 'none' })
    expect(open.named).toMatchObject({ value: named!.value, low: null, high: null })
  })

  it('says nothing where too few were asked', () => {
    const row = rowOf(input, last, 100_000)
    expect(row).toMatchObject({ status: 'too_few', named: null, notAssigned: null })
    expect(row.channels.every(({ named }) => named === null)).toBe(true)
  })

  it('lists what people can name where no list was read out', () => {
    const { channels } = rowOf({ ...input, reach: { ...input.reach, prompted: [] } })
    expect(channels.map((one) => [one.channel, one.share])).toEqual(
      input.reach.named.map((one) => [one.channel, null]),
    )
  })
})

describe('studyEffect with words', () => {
  const result = studyEffect(input)

  it('changes no other number', () => {
    const { reach: _, money: __, codeFrame, ...rest } = result
    const { reach: ___, money: ____, codeFrame: none, ...before } = studyEffect(simulated)
    expect(rest).toEqual(before)
    expect([codeFrame, none]).toEqual(['heard-where.v1', null])
  })

  it('writes every share into the table, with the frame it was coded by', () => {
    const lines = effectTable(result).map((line) =>
      Object.fromEntries(effectColumns.map((name, at) => [name, line[at]])),
    )
    const named = lines.filter(({ item, status }) => item === 'unprompted_channel' && status === 'all ok')
    const all = result.reach.find(({ group }) => group === 'all')!
    expect(named.map((line) => [line.channel, line.value, line.low])).toEqual([
      ['any', all.named!.value, all.named!.low],
      ['not_assigned', all.notAssigned!.value, all.notAssigned!.low],
      ...all.channels.flatMap((one) => (one.named ? [[one.channel, one.named.value, one.named.low]] : [])),
    ])
    expect(lines.find(({ item }) => item === 'code_frame')).toMatchObject({ status: 'heard-where.v1' })
  })

  it('puts what treated communes name beside what was spent', () => {
    const treated = result.reach.find(({ group }) => group === 'treated')!
    const row = result.money.rows.find((one) => one.channel === channel)!
    expect(row.named).toEqual(treated.channels.find((one) => one.channel === channel)!.named)
    expect(result.money.rows[0]).toMatchObject({ named: treated.named, prompted: treated.prompted })
  })
})
