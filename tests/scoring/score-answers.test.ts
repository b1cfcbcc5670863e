import { describe, expect, it } from 'vitest'
import { makePanel } from '#lib/scoring/panel'
import { scoreAnswers } from '#lib/scoring/score-answers'
import { byThemselves, codebook, type Person, sampleOf } from '../support/made-up-survey'

/** `counts[level - 1]` people at each level of staff_1 and `dontKnow` without an opinion, in two villages. */
function people(counts: number[], dontKnow = 0): Person[] {
  const codes = [...counts.flatMap((count, at) => Array(count).fill(at + 1)), ...Array(dontKnow).fill(98)]
  return codes.map((code: number, at) => ({
    unit: 'a',
    stratum: '',
    cluster: `v${at % 2}`,
    ...byThemselves,
    weight: 2.5,
    coded: codebook.map(({ name }) => (name === 'staff_1' ? code : -2)),
  }))
}

function score(rows: Person[], points: Record<string, number | null>) {
  const sample = sampleOf(rows)
  const source = { form: 'made-up-form', variables: ['staff_1'], points }
  return scoreAnswers({ code: 'x', maximum: 100, source }, sample, makePanel([sample], null)!, 1)
}

const satisfied = { 1: 0, 2: 0, 3: 0, 4: 1, 5: 1, 98: null }
const fifths = { 1: 0.2, 2: 0.4, 3: 0.6, 4: 0.8, 5: 1, 98: null }

describe('scoreAnswers', () => {
  it('gives both readings of the satisfaction index for the same hundred answers', () => {
    const hundred = people([0, 2, 10, 70, 18])
    expect(score(hundred, satisfied).share! * 100).toBeCloseTo(88, 10)
    expect(score(hundred, fifths).share! * 100).toBeCloseTo(80.8, 10)
  })

  it('leaves answers without an opinion out of both sides of the ratio, and out of n', () => {
    const some = score(people([0, 2, 10, 70, 18], 30), satisfied)
    expect(some.share! * 100).toBeCloseTo(88, 10)
    expect(some.n).toBe(100)
  })

  it('counts "don\'t know" as not knowing where the points say 0', () => {
    const knowledge = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 1, 98: 0 }
    expect(score(people([10, 0, 0, 0, 30], 20), knowledge).share).toBeCloseTo(0.5, 12)
  })

  it('says missing when everybody is without an opinion', () => {
    expect(score(people([0, 0, 0, 0, 0], 20), satisfied)).toMatchObject({
      status: 'missing',
      share: null,
      n: 0,
    })
  })
})
