import { describe, expect, it } from 'vitest'
import { CAUTIONS, OBSTACLES } from '#lib/effects/effect-words'
import { simulateDistrict } from '#lib/effects/simulated-district'
import { studyEffect } from '#lib/effects/study-effect'
import type { StudyInput } from '#lib/effects/study-input'
import { staggeredDistrict } from './district-plans'

const { input } = simulateDistrict({ ...staggeredDistrict, seed: 11 })
const since = (day: string | null) => input.communes.map((commune) => ({ ...commune, since: day }))
const obstaclesOf = (changes: Partial<StudyInput>) => studyEffect({ ...input, ...changes }).obstacles

describe('studyEffect', () => {
  it('gives a number only with its interval, its assumptions and the size of every family', () => {
    const result = studyEffect(input)
    expect(result.obstacles).toEqual([])
    expect(result.primary.effect!.low).toBeLessThan(result.primary.effect!.high!)
    expect(result.primary.effect!.adjustedP).toBe(result.primary.effect!.pValue)
    expect(result.assumptions).toContain('parallel_trends')
    expect(result.assumptions).not.toContain('not_drawn_by_lot')
    const sizes = Object.fromEntries(result.families.map(({ family, size }) => [family, size]))
    expect(sizes).toEqual({ primary: 1, secondary: 3, tiles: 40, channels: 3 })
    for (const { effect } of result.areas) expect(effect!.adjustedP).toBeGreaterThanOrEqual(effect!.pValue!)
  })

  it.each<[string, Partial<StudyInput>]>([
    ['no_waves', { waves: [] }],
    ['one_wave', { waves: input.waves.slice(0, 1) }],
    ['no_baseline', { communes: since('2025-12-01') }],
    ['no_follow_up', { communes: since('2027-01-01') }],
    ['nobody_treated', { communes: since(null) }],
    ['everybody_treated', { communes: since('2026-02-10') }],
    ['too_few_answers', { minimumAnswers: 100 }],
    ['convenience_sample', { waves: input.waves.map((wave) => ({ ...wave, design: 'none' as const })) }],
    [
      'different_forms',
      { primary: { ...input.primary, leaves: [{ variables: ['unknown'], points: { 1: 1 }, weight: 1 }] } },
    ],
    [
      'too_few_communes',
      { communes: input.communes.map((one, at) => ({ ...one, since: at === 0 ? null : '2026-02-10' })) },
    ],
  ])('says %s and gives no effect', (code, changes) => {
    const result = studyEffect({ ...input, ...changes })
    expect(result.obstacles).toEqual([code])
    expect(result.primary.effect).toBeNull()
    expect(result.verdict).toBe('cannot_tell')
    expect(OBSTACLES[code as keyof typeof OBSTACLES].next.vi).not.toBe('')
  })

  it('shows answers of an open survey without any interval', () => {
    const waves = input.waves.map((wave) => ({ ...wave, design: 'none' as const }))
    const { tiles, exposure, reach } = studyEffect({ ...input, waves })
    expect(tiles.every(({ status, change }) => status === 'no_design' && change!.low === null)).toBe(true)
    expect(reach.every(({ prompted }) => prompted!.low === null)).toBe(true)
    expect(exposure).toEqual([])
  })

  it('suppresses a commune with too few answers everywhere, and names it', () => {
    const thin = input.waves.map((wave) => {
      const keeps = wave.answers.unit.map((unit, at) => unit !== 'c1' || at % 4 === 0)
      const keep = <Value>(column: ArrayLike<Value>) => Array.from(column).filter((_, at) => keeps[at])
      const { unit, stratum, cluster, mode, weight, codes } = wave.answers
      return {
        ...wave,
        answers: {
          unit: keep(unit),
          stratum: keep(stratum),
          cluster: keep(cluster),
          mode: keep(mode),
          weight: keep(weight),
          codes: Object.fromEntries(Object.entries(codes).map(([name, column]) => [name, keep(column)])),
        },
      }
    })
    const result = studyEffect({ ...input, waves: thin })
    expect(result.communes.find(({ id }) => id === 'c1')).toMatchObject({
      role: 'left_out',
      means: [null, null, null],
    })
    expect(result.cautions).toContain('commune_left_out')
    expect(result.tiles.filter(({ unit }) => unit === 'c1').every(({ change }) => change === null)).toBe(true)
    expect(result.reach.find(({ unit }) => unit === 'c1')!.prompted).toBeNull()
  })

  it('calls a study that was declared after the follow-up opened, or never, exploratory', () => {
    expect(studyEffect({ ...input, declaredOn: '2026-05-01' }).cautions).toContain('declared_late')
    expect(studyEffect({ ...input, declaredOn: null }).declaration).toBe('none')
    expect(CAUTIONS.declared_late.vi).toContain('gợi ý')
  })

  it('turns the interval of the lift over for the cost of a point, without an upper end when it holds zero', () => {
    const { money, primary } = studyEffect(input)
    const nothing = simulateDistrict({
      ...staggeredDistrict,
      seed: 5,
      channels: staggeredDistrict.channels.map((one) => ({ ...one, lift: {} })),
    })
    const placebo = studyEffect(nothing.input)
    expect(money.total).toBe(24_000_000)
    if (primary.effect!.low! > 0)
      expect(money.perPoint!.high).toBeCloseTo(money.total / (100 * primary.effect!.low!), 3)
    expect(placebo.primary.effect!.low).toBeLessThan(0)
    expect(placebo.money.perPoint).toMatchObject({ value: null, high: null, isUnbounded: true })
  })

  it('shows the placebo of the waves before the start with the t test of the event picture, and what the conclusion bears', () => {
    const { primary, areas } = studyEffect(input)
    const before = primary.events.find(({ event }) => event === -2)!
    const { placebo, robust, breakdown } = primary.earlier!
    expect(placebo).toHaveLength(1)
    expect(placebo[0]!.value).toBeCloseTo(-before.value, 12)
    expect(placebo[0]!.low).toBeCloseTo(-before.high!, 12)
    expect(placebo[0]!.pValue).toBeCloseTo(before.pValue!, 12)
    expect(robust.map(({ times }) => times)).toEqual([0.5, 1, 1.5, 2])
    for (const { low, high } of robust) {
      expect(low).toBeLessThan(primary.effect!.low!)
      expect(high).toBeGreaterThan(primary.effect!.high!)
    }
    if (primary.effect!.low! > 0) expect(breakdown).toBeGreaterThan(0)
    else expect(breakdown).toBe(0)
    // one declared outcome, one conclusion to be tested
    expect(areas.every(({ earlier }) => earlier === null)).toBe(true)
  })

  it('deals the starts anew within the pairs of the lot, where there were pairs', () => {
    const ids = input.communes.map(({ id }) => id)
    const blocks = [0, 1, 2].map((at) => [ids[at]!, ids[at + 3]!, ids[at + 6]!])
    // three communes in each block, each with another start: 6 ways in each
    expect(studyEffect({ ...input, blocks }).primary.randomisation).toMatchObject({
      assignments: 216,
      isInBlocks: true,
    })
    expect(studyEffect({ ...input, blocks: [ids] }).primary.randomisation).toMatchObject({
      assignments: 1680,
      isInBlocks: false,
    })
  })

  it('does not depend on the order of waves and communes', () => {
    const turned = studyEffect({
      ...input,
      waves: [...input.waves].reverse(),
      communes: [...input.communes].reverse(),
    })
    expect(turned.primary.effect!.value).toBeCloseTo(studyEffect(input).primary.effect!.value, 12)
    expect(obstaclesOf({})).toEqual([])
  })
})
